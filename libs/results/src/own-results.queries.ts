import { Injectable } from '@nestjs/common';
import { editionNameOf, Rulebooks, type FeedbackRules } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Clock, Database, text } from '#libs/platform';
import { Derivations } from './derivations.service.js';
import type { OwnResult } from './dto/publication.dto.js';
import { ResultLabels } from './result-labels.js';
import { ROW_ENTRY, STORED_ROW, type StoredRow } from './stored-rows.js';

interface OwnRow extends StoredRow {
  kind: 'shortlist' | 'awards';
  publicationState: OwnResult['state'];
  editionId: string;
  editionName: string;
  versionId: string;
  award: string | null;
  of: number;
  postedAt: Date;
  noticeClosesAt: Date;
  members: boolean;
  coaches: boolean;
  submitter: boolean;
}

/** Entries of which the account is a member, a coach or the one who keeps them. $1 account, $2 person. */
export const OWN_ENTRY = `(COALESCE(e.keeper_id, e.created_by) = $1 OR EXISTS (SELECT 1 FROM entry_member m WHERE m.entry_id = e.id AND m.person_id = $2)
  OR EXISTS (SELECT 1 FROM entry_coach c WHERE c.entry_id = e.id AND c.person_id = $2))`;

@Injectable()
export class OwnResults {
  constructor(private readonly database: Database, private readonly rulebooks: Rulebooks, private readonly derivations: Derivations, private readonly clock: Clock) {}

  /** The caller's entries on posted lists, also those without a prize, each with how its result came about. Newest first. */
  async of(actor: Actor): Promise<OwnResult[]> {
    const rows = await this.database.query<OwnRow>(
      `SELECT ${STORED_ROW}, pub.kind, pub.state AS "publicationState", pub.edition_id AS "editionId", ${editionNameOf('edition')} AS "editionName",
         pub.rulebook_version_id AS "versionId", p.award, pub.posted_at AS "postedAt", pub.notice_closes_at AS "noticeClosesAt", e.created_by = $1 AS submitter,
         EXISTS (SELECT 1 FROM entry_member m WHERE m.entry_id = e.id AND m.person_id = $2) AS members, EXISTS (SELECT 1 FROM entry_coach c WHERE c.entry_id = e.id AND c.person_id = $2) AS coaches,
         (SELECT count(*)::int FROM score_row n WHERE n.snapshot_id = r.snapshot_id AND n.group_key = r.group_key AND n.rank IS NOT NULL) AS of
       FROM publication pub JOIN edition ON edition.id = pub.edition_id JOIN award_proposal_row p ON p.proposal_id = pub.proposal_id
       JOIN score_row r ON r.snapshot_id = pub.snapshot_id AND r.entry_id = p.entry_id ${ROW_ENTRY}
       WHERE pub.state <> 'superseded' AND ${OWN_ENTRY} ORDER BY pub.posted_at DESC, e.entry_no`,
      [actor.accountId, actor.personId ?? null],
    );
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** Whether the rules let this caller see the scores now. */
  private showsScores(row: OwnRow, feedback: FeedbackRules | undefined): boolean {
    if (!feedback) return true;
    const released = feedback.from === 'posted' || row.noticeClosesAt.getTime() <= this.clock.millis();
    return feedback.scores !== 'none' && released && feedback.to.some((kind) => row[kind]);
  }

  private async view(row: OwnRow): Promise<OwnResult> {
    const { document } = await this.rulebooks.version(row.versionId);
    const labels = new ResultLabels(document);
    const scores = this.showsScores(row, document.publication.feedback);
    return {
      entryId: row.entryId,
      entryNo: row.entryNo,
      title: row.title,
      editionId: row.editionId,
      editionName: row.editionName,
      kind: row.kind,
      award: row.award,
      awardLabel: labels.award(row.award) ?? text(row.kind === 'shortlist' ? 'results.notShortlisted' : 'results.noPrize'),
      rank: row.rank,
      of: row.rank === null ? null : row.of,
      total: scores ? row.total : null,
      stages: Object.entries(scores ? row.stages : {}).map(([stage, found]) => ({ stage, label: labels.stage(stage), score: found.score })),
      explanation: scores ? this.derivations.forOwners(row, document.scoring) : text('results.scoresKept'),
      postedAt: row.postedAt.toISOString(),
      noticeClosesAt: row.noticeClosesAt.toISOString(),
      state: row.publicationState,
    };
  }
}
