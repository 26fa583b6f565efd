import { recompute, type RecomputeEntry } from './independent-recompute.js';
import type { Meter } from './meter.js';
import { inParallel } from './pool.js';
import { allRows } from './season-chain.js';
import type { Cast } from './season-people.js';

interface ScoreRow {
  code: string;
  scores: { judgeId: string; total: string | null; counts: boolean }[];
}

interface PublicRow {
  entryNo: string | null;
  award: string;
  group: string;
  members: string[];
}

interface ProposalRow {
  entryId: string;
  entryNo: string | null;
  group: string;
  state: string;
  rank: number | null;
  total: string | null;
  award: string | null;
  leftToJury: boolean;
}

export interface Checked {
  rankMismatches: string[];
  recomputedRows: number;
  finalists: number;
  prizes: Record<string, number>;
}

/** The points that break ties after the final score: innovation, and what stands for it where a sheet has no such criterion. */
const decidesTies = (group: string, values: Record<string, string>): string =>
  (group.startsWith('painting.') ? values.imagination : group.startsWith('practice.') ? values.result : values.innovation) ?? '0';

/** Sheets of one stage that count, by entry: read back from the stored sheets, code by code. */
async function countingSheets(cast: Cast, editionId: string, stageKey: string): Promise<Map<string, { total: string; values: Record<string, string> }[]>> {
  const base = `/api/judging/editions/${editionId}/stages/${stageKey}`;
  const panels = await cast.supervisor.get<{ id: string }[]>(`${base}/panels`);
  const opened = await cast.province.post<{ code: string; entryId: string }[]>(`${base}/codes/open`, { reason: '赛后独立重算核对（演示）' });
  const entryOf = new Map(opened.map((row) => [row.code, row.entryId]));
  const byEntry = new Map<string, { total: string; values: Record<string, string> }[]>();
  for (const panel of panels) {
    const scores = await cast.supervisor.get<ScoreRow[]>(`/api/judging/panels/${panel.id}/scores`);
    const assignments = await allRows<{ id: string; code: string; judgeId: string }>(cast.supervisor, `/api/judging/panels/${panel.id}/assignments?`);
    await inParallel(scores, 4, async (row) => {
      const sheets: { total: string; values: Record<string, string> }[] = [];
      for (const score of row.scores) {
        if (!score.counts || score.total === null) continue;
        const assignment = assignments.find((one) => one.code === row.code && one.judgeId === score.judgeId);
        const versions = stageKey === 'final' && assignment ? await cast.supervisor.get<{ state: string; values: Record<string, string> }[]>(`/api/judging/assignments/${assignment.id}/versions`) : [];
        sheets.push({ total: score.total, values: versions.filter((version) => version.state === 'submitted').at(-1)?.values ?? {} });
      }
      byEntry.set(entryOf.get(row.code) ?? row.code, sheets);
    });
  }
  return byEntry;
}

/** Works the whole published result out again from the stored sheets and compares rank, total and prize, row by row. */
export async function checkPublished(cast: Cast, editionId: string, publicationId: string, meter: Meter): Promise<Checked> {
  const initial = await countingSheets(cast, editionId, 'initial');
  const final = await countingSheets(cast, editionId, 'final');
  const proposals = await cast.province.get<{ id: string; kind: string; state: string }[]>(`/api/results/editions/${editionId}/proposals`);
  const published = proposals.filter((proposal) => proposal.kind === 'awards' && proposal.state === 'published').at(-1);
  if (!published) {
    meter.wrong('no published proposal of prizes');
    return { rankMismatches: ['no published proposal'], recomputedRows: 0, finalists: final.size, prizes: {} };
  }
  const rows = await allRows<ProposalRow>(cast.province, `/api/results/proposals/${published.id}/rows?`);
  const ranked = rows.filter((row) => row.state === 'ranked');
  const entries = ranked.map((row): RecomputeEntry => ({
    id: row.entryId,
    group: row.group,
    initial: (initial.get(row.entryId) ?? []).map(({ total }) => ({ total })),
    final: (final.get(row.entryId) ?? []).map(({ total, values }) => ({ total, innovation: decidesTies(row.group, values) })),
  }));
  const recomputed = new Map(recompute(entries).map((row) => [row.id, row]));
  const rankMismatches = ranked.flatMap((row) => {
    const mine = recomputed.get(row.entryId);
    const total = mine ? `${mine.total / 100n}.${String(mine.total % 100n).padStart(2, '0')}` : 'none';
    const samePrize = row.leftToJury || (mine?.award ?? null) === row.award;
    return mine && mine.rank === row.rank && total === row.total && samePrize ? [] : [`${row.entryNo}: published ${row.rank}/${row.total}/${row.award}, recomputed ${mine?.rank}/${total}/${mine?.award}`];
  });
  const list = await allRows<PublicRow>(cast.nobody, `/api/public/results/${editionId}/rows?kind=awards`);
  const prizes: Record<string, number> = {};
  for (const row of list) prizes[row.award] = (prizes[row.award] ?? 0) + 1;
  for (const row of list) {
    const proposed = rows.find((one) => one.entryNo === row.entryNo);
    if (proposed?.award !== row.award) rankMismatches.push(`${row.entryNo}: public list says ${row.award}, approved proposal ${proposed?.award}`);
  }
  const recomputation = await cast.supervisor.get<{ same: boolean; rowsIntact: boolean; mismatches: number }>(`/api/results/publications/${publicationId}/recomputation`);
  if (!recomputation.same || !recomputation.rowsIntact || recomputation.mismatches > 0) rankMismatches.push('the stored input no longer gives the stored result');
  return { rankMismatches, recomputedRows: ranked.length, finalists: final.size, prizes };
}
