import { Injectable } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, violatedConstraint } from '#libs/platform';
import { hashOf, type ScoreOutput } from '#libs/scoring';
import { digestible, FINALIST, makesShortlist, proposedRows, type ProposedRow } from './core/proposal-rows.js';
import { afterStep, type ProposalKind, type ProposalState, type ProposalStep } from './core/proposal-state.js';
import type { DecisionInput, ProposalCreate, ProposalDetail } from './dto/proposal.dto.js';
import { ProposalQueries } from './proposal.queries.js';

export interface LockedProposal {
  id: string;
  editionId: string;
  stageKey: string;
  kind: ProposalKind;
  snapshotId: string;
  state: ProposalState;
  digest: string | null;
  proposedBy: string | null;
  proposerMayApprove: boolean;
  firstApprover: string | null;
  secondApprover: string | null;
}

/** From a result to a list that two people can approve. */
@Injectable()
export class Proposals {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly rulebooks: Rulebooks,
    private readonly queries: ProposalQueries,
  ) {}

  /**
   * Makes the draft of a list from the newest result of a stage. The draft before it is laid aside. Refused while an entry
   * has no result yet, or when another result has come out since.
   */
  async create(actor: Actor, { snapshotId, kind }: ProposalCreate): Promise<ProposalDetail> {
    const id = await this.database.transaction(async () => {
      const snapshot = await this.database.first<{ editionId: string; stageKey: string; output: string; versionId: string; latest: boolean }>(
        `SELECT edition_id AS "editionId", stage_key AS "stageKey", output, rulebook_version_id AS "versionId",
           NOT EXISTS (SELECT 1 FROM score_snapshot n WHERE n.edition_id = s.edition_id AND n.stage_key = s.stage_key AND n.sequence > s.sequence) AS latest
         FROM score_snapshot s WHERE id = $1`,
        [snapshotId],
      );
      if (!snapshot) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'results.propose', { editionId: snapshot.editionId });
      if (!snapshot.latest) throw new Refusal('conflict', 'RESULT_OUTDATED');
      const { document } = await this.rulebooks.version(snapshot.versionId);
      const output = JSON.parse(snapshot.output) as ScoreOutput;
      this.requireFitting(kind, output, document.scoring.awards?.[0]?.key);
      const rows = proposedRows(output, kind, document.scoring.awards?.[0]?.key ?? null);
      const pending = rows.filter((row) => row.state === 'pending').length;
      if (pending > 0) throw new Refusal('conflict', 'RESULTS_PENDING', { count: pending });
      await this.setAside(snapshot.editionId, kind);
      return this.store(actor, { ...snapshot, snapshotId, kind }, rows);
    });
    return this.queries.detail(actor, id);
  }

  /** Writes down what the jury decided where the rule left an entry to it. Other entries cannot be changed by hand. */
  async decide(actor: Actor, id: string, { entryId, award, reason }: DecisionInput): Promise<ProposalDetail> {
    await this.database.transaction(async () => {
      const proposal = await this.lock(actor, id, 'results.propose');
      if (proposal.state !== 'draft') throw new Refusal('conflict', 'PROPOSAL_STEP', { state: proposal.state });
      const row = await this.database.first<{ open: boolean; ranked: boolean; computed: string | null }>(
        `SELECT left_to_jury AS open, state = 'ranked' AS ranked, computed FROM award_proposal_row WHERE proposal_id = $1 AND entry_id = $2`,
        [id, entryId],
      );
      if (!row) throw new Refusal('missing', 'NOT_FOUND');
      const admits = !row.open && row.ranked && row.computed === null && (await this.queries.corrects(proposal));
      if (!row.open && !admits) throw new Refusal('conflict', 'RULE_DECIDES');
      if (award !== null && !(await this.awardKeys(proposal)).includes(award)) throw new Refusal('unprocessable', 'AWARD_UNKNOWN', {}, [{ code: 'AWARD_UNKNOWN', path: 'award' }]);
      await this.database.query(
        'INSERT INTO jury_decision (proposal_id, entry_id, award, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6)',
        [id, entryId, award, reason, actor.accountId, this.clock.now()],
      );
      await this.database.query('UPDATE award_proposal_row SET award = $3, exception = $4 WHERE proposal_id = $1 AND entry_id = $2', [id, entryId, award, admits && award !== null]);
      await this.audit.record({ action: 'results.juryDecided', subject: { type: 'award_proposal', id }, after: { entryId, award }, reason });
    });
    return this.queries.detail(actor, id);
  }

  /** Hands the list in for approval: from here on its rows and their digest stand still. */
  async propose(actor: Actor, id: string): Promise<ProposalDetail> {
    await this.database.transaction(async () => {
      const proposal = await this.lock(actor, id, 'results.propose');
      this.requireStep(proposal, 'propose');
      await this.requireNewest(proposal);
      const open = await this.database.first<{ count: number }>(
        `SELECT count(*)::int AS count FROM award_proposal_row r WHERE r.proposal_id = $1 AND r.left_to_jury
           AND NOT EXISTS (SELECT 1 FROM jury_decision d WHERE d.proposal_id = r.proposal_id AND d.entry_id = r.entry_id)`,
        [id],
      );
      if (open && open.count > 0) throw new Refusal('conflict', 'JURY_MUST_DECIDE', { count: open.count });
      const digest = await this.digestOf(id);
      await this.database.query(`UPDATE award_proposal SET state = 'proposed', digest = $2, proposed_by = $3, proposed_at = $4 WHERE id = $1`, [
        id, digest, actor.accountId, this.clock.now(),
      ]);
      await this.audit.record({ action: 'results.proposed', subject: { type: 'award_proposal', id }, after: { digest } });
    });
    return this.queries.detail(actor, id);
  }

  /** Lays a draft or proposed list aside, so that another can be made. */
  async withdraw(actor: Actor, id: string): Promise<ProposalDetail> {
    await this.database.transaction(async () => {
      const proposal = await this.lock(actor, id, 'results.propose');
      this.requireStep(proposal, 'supersede');
      await this.database.query(`UPDATE award_proposal SET state = 'superseded' WHERE id = $1`, [id]);
      await this.audit.record({ action: 'results.proposalWithdrawn', subject: { type: 'award_proposal', id } });
    });
    return this.queries.detail(actor, id);
  }

  /** The proposal, held against other writers; outside the caller's scope it is not there. */
  async lock(actor: Actor, id: string, permission: 'results.propose' | 'results.approve' | 'results.publish'): Promise<LockedProposal> {
    const proposal = await this.database.first<LockedProposal>(
      `SELECT id, edition_id AS "editionId", stage_key AS "stageKey", kind, snapshot_id AS "snapshotId", state, digest, proposed_by AS "proposedBy",
         proposer_may_approve AS "proposerMayApprove", first_approver AS "firstApprover", second_approver AS "secondApprover"
       FROM award_proposal WHERE id = $1 FOR UPDATE`,
      [id],
    );
    if (!proposal) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, permission, { editionId: proposal.editionId });
    return proposal;
  }

  requireStep(proposal: LockedProposal, step: ProposalStep): void {
    if (afterStep(proposal.state, step) === undefined) throw new Refusal('conflict', 'PROPOSAL_STEP', { state: proposal.state });
  }

  /** Refuses when the stage has been worked out again since the list was made. */
  async requireNewest(proposal: LockedProposal): Promise<void> {
    const newer = await this.database.first(
      `SELECT 1 FROM score_snapshot s JOIN score_snapshot n ON n.edition_id = s.edition_id AND n.stage_key = s.stage_key AND n.sequence > s.sequence WHERE s.id = $1`,
      [proposal.snapshotId],
    );
    if (newer) throw new Refusal('conflict', 'RESULT_OUTDATED');
  }

  async digestOf(id: string): Promise<string> {
    const rows = await this.database.query<Parameters<typeof digestible>[0][number]>(
      'SELECT entry_id AS entry, group_key AS "group", state, rank, total, award FROM award_proposal_row WHERE proposal_id = $1',
      [id],
    );
    return hashOf(digestible(rows));
  }

  private requireFitting(kind: ProposalKind, output: ScoreOutput, award: string | undefined): void {
    const fits = kind === 'shortlist' ? output.selections.some((one) => makesShortlist(one.selection)) : award !== undefined && output.groups.some((group) => group.awards.length > 0);
    if (!fits) throw new Refusal('conflict', 'RESULT_HAS_NO_SUCH_LIST');
  }

  private async awardKeys(proposal: LockedProposal): Promise<string[]> {
    if (proposal.kind === 'shortlist') return [FINALIST];
    const snapshot = await this.database.first<{ versionId: string }>('SELECT rulebook_version_id AS "versionId" FROM score_snapshot WHERE id = $1', [proposal.snapshotId]);
    const { document } = await this.rulebooks.version(snapshot?.versionId ?? '');
    return document.scoring.awards?.[0]?.levels.map((level) => level.key) ?? [];
  }

  private async setAside(editionId: string, kind: ProposalKind): Promise<void> {
    const earlier = await this.database.query<{ id: string; state: ProposalState }>(
      `SELECT id, state FROM award_proposal WHERE edition_id = $1 AND kind = $2 AND state IN ('draft', 'proposed', 'approved') FOR UPDATE`,
      [editionId, kind],
    );
    for (const { id, state } of earlier) {
      if (state !== 'draft') throw new Refusal('conflict', 'PROPOSAL_UNDER_WAY', { state });
      await this.database.query(`UPDATE award_proposal SET state = 'superseded' WHERE id = $1`, [id]);
    }
  }

  private async store(actor: Actor, from: { editionId: string; stageKey: string; snapshotId: string; kind: ProposalKind }, rows: ProposedRow[]): Promise<string> {
    const made = await this.database
      .first<{ id: string }>(
        `INSERT INTO award_proposal (edition_id, stage_key, kind, version, snapshot_id, state, proposer_may_approve, created_by, created_at)
         SELECT $1, $2, $3, coalesce(max(version), 0) + 1, $4, 'draft', false, $5, $6 FROM award_proposal WHERE edition_id = $1 AND kind = $3 RETURNING id`,
        [from.editionId, from.stageKey, from.kind, from.snapshotId, actor.accountId, this.clock.now()],
      )
      .catch((error: unknown) => {
        if (/^award_proposal_(one_open|version)$/.test(violatedConstraint(error) ?? '')) throw new Refusal('conflict', 'PROPOSAL_UNDER_WAY', { state: 'draft' });
        throw error;
      });
    const id = made?.id ?? '';
    await this.database.query(
      `INSERT INTO award_proposal_row (proposal_id, entry_id, group_key, position, state, rank, total, award, computed, left_to_jury)
       SELECT $1, r.entry, r."group", r.position, r.state, r.rank, r.total, r.award, r.computed, r."leftToJury"
       FROM jsonb_to_recordset($2::jsonb) AS r (entry uuid, "group" text, position int, state text, rank int, total text, award text, computed text, "leftToJury" boolean)`,
      [id, JSON.stringify(rows)],
    );
    await this.audit.record({ action: 'results.drafted', subject: { type: 'award_proposal', id }, after: { ...from, rows: rows.length } });
    return id;
  }
}
