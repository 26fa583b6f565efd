import { Injectable } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Database, likePattern, Refusal, type Page } from '#libs/platform';
import type { ScoreOutput } from '#libs/scoring';
import { Derivations } from './derivations.service.js';
import type { ApprovalView, JuryDecisionView, ProposalDetail, ProposalQuery, ProposalRow, ProposalView } from './dto/proposal.dto.js';
import { ResultLabels } from './result-labels.js';
import { summaryOf } from './result-summary.js';
import { ResultsScope } from './results-scope.service.js';
import { ROW_ENTRY, STORED_ROW, type StoredRow } from './stored-rows.js';

interface ProposalHead extends Omit<ProposalView, 'proposedAt' | 'approvedAt' | 'createdAt'> {
  proposedAt: Date | null;
  approvedAt: Date | null;
  createdAt: Date;
  proposer: string | null;
  firstApprover: string | null;
  versionId: string;
}

const HEAD = `p.id, p.edition_id AS "editionId", p.stage_key AS "stageKey", p.kind, p.version, p.snapshot_id AS "snapshotId", p.state, p.digest,
  p.proposer_may_approve AS "proposerMayApprove", proposer.name AS "proposedBy", p.proposed_by AS proposer, p.first_approver AS "firstApprover",
  p.proposed_at AS "proposedAt", p.approved_at AS "approvedAt", p.created_at AS "createdAt", s.rulebook_version_id AS "versionId",
  (SELECT count(*)::int FROM award_proposal_row r WHERE r.proposal_id = p.id AND r.left_to_jury
     AND NOT EXISTS (SELECT 1 FROM jury_decision d WHERE d.proposal_id = r.proposal_id AND d.entry_id = r.entry_id)) AS undecided,
  EXISTS (SELECT 1 FROM score_snapshot n WHERE n.edition_id = s.edition_id AND n.stage_key = s.stage_key AND n.sequence > s.sequence) AS outdated`;
const FROM = 'FROM award_proposal p JOIN score_snapshot s ON s.id = p.snapshot_id LEFT JOIN account proposer ON proposer.id = p.proposed_by';

@Injectable()
export class ProposalQueries {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly rulebooks: Rulebooks,
    private readonly derivations: Derivations,
    private readonly scope: ResultsScope,
  ) {}

  async list(actor: Actor, editionId: string): Promise<ProposalView[]> {
    this.access.sees(actor, 'results.read', { editionId });
    const rows = await this.database.query<ProposalHead>(`SELECT ${HEAD} ${FROM} WHERE p.edition_id = $1 ORDER BY p.created_at DESC, p.version DESC`, [editionId]);
    return rows.map(viewOf);
  }

  async detail(actor: Actor, id: string): Promise<ProposalDetail> {
    const head = await this.head(actor, id);
    const approvals = await this.database.query<Omit<ApprovalView, 'decidedAt'> & { decidedAt: Date }>(
      `SELECT a.account_id AS "accountId", account.name, a.approved, a.reason, a.decided_at AS "decidedAt"
       FROM approval a JOIN account ON account.id = a.account_id WHERE a.proposal_id = $1 ORDER BY a.decided_at`,
      [id],
    );
    const decisions = await this.database.query<Omit<JuryDecisionView, 'decidedAt'> & { decidedAt: Date }>(
      `SELECT d.entry_id AS "entryId", d.award, d.reason, account.name AS "decidedBy", d.decided_at AS "decidedAt"
       FROM jury_decision d JOIN account ON account.id = d.decided_by JOIN entry e ON e.id = d.entry_id JOIN org_unit prefecture ON prefecture.id = e.prefecture_id
       WHERE d.proposal_id = $1 AND prefecture.path <@ ANY ($2::ltree[]) ORDER BY d.decided_at`,
      [id, this.scope.paths(actor, head.editionId)],
    );
    const stored = await this.database.first<{ output: string }>('SELECT output FROM score_snapshot WHERE id = $1', [head.snapshotId]);
    const { document } = await this.rulebooks.version(head.versionId);
    const summary = summaryOf(JSON.parse(stored?.output ?? '{}') as ScoreOutput, new ResultLabels(document));
    const { levels, cuts } = await this.scope.narrowed(actor, head.editionId, head.snapshotId, summary);
    const own = head.firstApprover === actor.accountId || (!head.proposerMayApprove && head.proposer === actor.accountId);
    return {
      ...viewOf(head),
      approvals: approvals.map((one) => ({ ...one, decidedAt: one.decidedAt.toISOString() })),
      decisions: decisions.map((one) => ({ ...one, decidedAt: one.decidedAt.toISOString() })),
      levels,
      cuts,
      mayAdmit: head.state === 'draft' && this.access.covers(actor, 'results.propose', { editionId: head.editionId }) && (await this.corrects(head)),
      mayApprove: head.state === 'proposed' && !head.outdated && !own && this.access.covers(actor, 'results.approve', { editionId: head.editionId }),
    };
  }

  async rows(actor: Actor, id: string, query: ProposalQuery): Promise<Page<ProposalRow>> {
    const head = await this.head(actor, id);
    const { document } = await this.rulebooks.version(head.versionId);
    const labels = new ResultLabels(document);
    const from = `FROM award_proposal_row p JOIN score_row r ON r.snapshot_id = $2 AND r.entry_id = p.entry_id ${ROW_ENTRY}`;
    const where = `p.proposal_id = $1 AND ($3::text IS NULL OR p.group_key = $3) AND ($4::text IS NULL OR coalesce(p.award, 'none') = $4)
      AND ($5::boolean IS NULL OR p.left_to_jury = $5) AND ($6::text IS NULL OR e.title ILIKE $6 OR e.entry_no ILIKE $6 OR school.name ILIKE $6)
      AND prefecture.path <@ ANY ($7::ltree[])`;
    const values = [id, head.snapshotId, query.group ?? null, query.award ?? null, query.leftToJury ?? null, likePattern(query.q),
      this.scope.paths(actor, head.editionId)];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${from} WHERE ${where}`, values);
    const rows = await this.database.query<StoredRow & { award: string | null; computed: string | null; leftToJury: boolean; exception: boolean }>(
      `SELECT ${STORED_ROW}, p.award, p.computed, p.left_to_jury AS "leftToJury", p.exception ${from} WHERE ${where} ORDER BY p.group_key, p.position LIMIT $8 OFFSET $9`,
      [...values, query.size, (query.page - 1) * query.size],
    );
    const told = await this.derivations.forOffice(rows, document.scoring, this.scope.isWhole(actor, head.editionId));
    return {
      rows: rows.map((row, index) => ({
        entryId: row.entryId, entryNo: row.entryNo, title: row.title, school: row.school, prefecture: row.prefecture, group: row.group,
        groupLabel: labels.rankingGroup(row.group), position: row.position, state: row.state, rank: row.rank, total: row.total, award: row.award,
        awardLabel: labels.award(row.award), computed: row.computed, leftToJury: row.leftToJury, exception: row.exception,
        explanation: told[index] ?? '',
      })),
      total: counted?.total ?? 0,
      page: query.page,
      size: query.size,
    };
  }

  /** Whether the list is the correction of a posted shortlist, into which an entry may come by decision. */
  async corrects(proposal: { editionId: string; kind: string }): Promise<boolean> {
    if (proposal.kind !== 'shortlist') return false;
    return (await this.database.first(`SELECT 1 FROM publication WHERE edition_id = $1 AND kind = 'shortlist' AND state <> 'superseded'`, [proposal.editionId])) !== undefined;
  }

  private async head(actor: Actor, id: string): Promise<ProposalHead> {
    const head = await this.database.first<ProposalHead>(`SELECT ${HEAD} ${FROM} WHERE p.id = $1`, [id]);
    if (!head) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, 'results.read', { editionId: head.editionId });
    return head;
  }
}

function viewOf({ proposer: _proposer, firstApprover: _first, versionId: _version, ...head }: ProposalHead): ProposalView {
  return {
    ...head,
    proposedAt: head.proposedAt?.toISOString() ?? null,
    approvedAt: head.approvedAt?.toISOString() ?? null,
    createdAt: head.createdAt.toISOString(),
  };
}
