import type { Cast } from './season-people.js';

interface SnapshotAnswer {
  id: string;
  latest: boolean;
}

interface ProposalAnswer {
  id: string;
  state: string;
  digest: string | null;
  undecided: number;
}

export interface PublicationAnswer {
  id: string;
  digest: string;
  noticeClosesAt: string;
  rows: number;
}

/** Waits until the worker has made a snapshot of the stage newer than `after`. */
export async function awaitSnapshot(cast: Cast, editionId: string, stageKey: string, after?: string): Promise<string> {
  for (let waited = 0; waited < 1200; waited++) {
    const snapshots = await cast.secretariat.get<SnapshotAnswer[]>(`/api/results/editions/${editionId}/stages/${stageKey}/snapshots`);
    const latest = snapshots.find((snapshot) => snapshot.latest);
    if (latest && latest.id !== after) return latest.id;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`no result of ${stageKey} within two minutes`);
}

/**
 * Proposal, what is left to the jury, two approvals by different people (the same one twice is refused), publication.
 */
export async function publish(cast: Cast, snapshotId: string, kind: 'shortlist' | 'awards'): Promise<PublicationAnswer> {
  const { secretariat, province, provinceDeputy } = cast;
  let proposal = await secretariat.post<ProposalAnswer>('/api/results/proposals', { snapshotId, kind });
  if (proposal.undecided > 0) await decideLeftovers(cast, proposal.id, kind);
  proposal = await secretariat.post<ProposalAnswer>(`/api/results/proposals/${proposal.id}/propose`);
  const digest = { digest: proposal.digest };
  await province.post(`/api/results/proposals/${proposal.id}/approve`, digest);
  await province.mustBeRefused('POST', `/api/results/proposals/${proposal.id}/approve`, digest, 'APPROVED_ALREADY');
  await province.mustBeRefused('POST', `/api/results/proposals/${proposal.id}/publish`, {}, 'NOT_APPROVED');
  await provinceDeputy.post(`/api/results/proposals/${proposal.id}/approve`, digest);
  return province.post<PublicationAnswer>(`/api/results/proposals/${proposal.id}/publish`);
}

/** Groups too small for ratios are the committee's: it gives its one prize or its place by hand. */
async function decideLeftovers(cast: Cast, proposalId: string, kind: 'shortlist' | 'awards'): Promise<void> {
  const { rows } = await cast.secretariat.get<{ rows: { entryId: string }[] }>(`/api/results/proposals/${proposalId}/rows?leftToJury=true&size=200`);
  for (const row of rows) {
    await cast.secretariat.post(`/api/results/proposals/${proposalId}/decisions`, { entryId: row.entryId, award: kind === 'shortlist' ? 'finalist' : 'third', reason: '本组作品不足，由评委会集体决定' });
  }
}
