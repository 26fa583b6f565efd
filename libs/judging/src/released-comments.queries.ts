import { Injectable } from '@nestjs/common';
import { Rulebooks, sheetFor, type Rulebook, type SheetFacts, type Words } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Clock, currentContext, Database, Refusal } from '#libs/platform';
import { OWN_ENTRY } from '#libs/results';
import { SHEET_FACTS } from './judged-stages.service.js';
import type { ReleasedComment, ReleasedCriterion } from './dto/progress.dto.js';

/** What judges wrote for the participant: shown to the entry's own people once the list that the stage led to is posted. */
@Injectable()
export class ReleasedComments {
  constructor(private readonly database: Database, private readonly rulebooks: Rulebooks, private readonly clock: Clock) {}

  /** In an order that tells nothing of the judges; none where the rules keep them back, and none that names somebody unless the secretariat let it go. */
  async of(actor: Actor, entryId: string): Promise<ReleasedComment[]> {
    const { document, open } = await this.release(actor, entryId);
    if (!open || !(document.publication.feedback?.comments ?? true)) return [];
    const rows = await this.database.query<{ stageKey: string; comment: string }>(
      `SELECT c.stage_key AS "stageKey", v.participant_comment AS comment ${SHEETS} AND btrim(v.participant_comment) <> ''
         AND EXISTS (SELECT 1 FROM comment_check k WHERE k.assignment_id = v.assignment_id AND k.version = v.version AND k.part = 'participantComment' AND k.state IN ('clear', 'released')) ORDER BY c.stage_key, v.sha256`,
      [entryId, this.latestPosting(document)],
    );
    return rows.map(({ stageKey, comment }) => ({ stageLabel: labelOf(document, stageKey), comment }));
  }

  /** The mean of every criterion, where the rules release it; from three sheets on, so that no judge can be told from it. */
  async criteria(actor: Actor, entryId: string): Promise<ReleasedCriterion[]> {
    const { document, open, facts } = await this.release(actor, entryId);
    if (!open || document.publication.feedback?.scores !== 'criteria') return [];
    const rows = await this.database.query<{ stageKey: string; values: Record<string, unknown> }>(`SELECT c.stage_key AS "stageKey", v.values ${SHEETS} ORDER BY c.stage_key`, [entryId, this.latestPosting(document)]);
    return [...new Set(rows.map((row) => row.stageKey))].flatMap((stageKey) => {
      const sheets = rows.filter((row) => row.stageKey === stageKey);
      const items = sheetFor(document, stageKey, facts)?.rules.items ?? [];
      if (sheets.length < FEWEST_SHEETS) return [];
      return items.flatMap((item) => {
        if (item.kind !== 'score') return [];
        const given = sheets.map((sheet) => Number(sheet.values[item.key])).filter(Number.isFinite);
        return given.length === 0 ? [] : [{ stageLabel: labelOf(document, stageKey), label: item.label[currentContext().language], mean: (given.reduce((a, b) => a + b, 0) / given.length).toFixed(2), max: String(item.max) }];
      });
    });
  }

  /** The rules of release, and whether they let this caller see something of this entry at all. */
  private async release(actor: Actor, entryId: string): Promise<{ document: Rulebook; open: boolean; facts: SheetFacts }> {
    const entry = await this.database.first<SheetFacts & { editionId: string; members: boolean; coaches: boolean; submitter: boolean }>(
      `SELECT ${SHEET_FACTS}, e.edition_id AS "editionId", e.created_by = $1 AS submitter, EXISTS (SELECT 1 FROM entry_member m WHERE m.entry_id = e.id AND m.person_id = $2) AS members,
         EXISTS (SELECT 1 FROM entry_coach k WHERE k.entry_id = e.id AND k.person_id = $2) AS coaches FROM entry e WHERE e.id = $3 AND ${OWN_ENTRY}`,
      [actor.accountId, actor.personId ?? null, entryId],
    );
    if (!entry) throw new Refusal('missing', 'NOT_FOUND');
    const { document } = await this.rulebooks.of(entry.editionId);
    const to = document.publication.feedback?.to ?? ['members', 'coaches', 'submitter'];
    return { document, open: to.some((kind) => entry[kind]), facts: entry };
  }

  /** Lists posted, or with their notice ended, until this instant count. */
  private latestPosting(document: Rulebook): Date | null {
    return document.publication.feedback?.from === 'noticeEnded' ? this.clock.now() : null;
  }
}

const FEWEST_SHEETS = 3;
/** Counted sheets of stages whose list is released. $1 entry, $2 instant by which the notice must have ended; null: posted is enough. */
const SHEETS = `FROM entry_code c JOIN panel p ON p.id = c.panel_id AND p.state = 'locked' JOIN assignment a ON a.code_id = c.id AND a.state = 'assigned' AND a.sheet_state = 'submitted'
  JOIN score_sheet v ON v.assignment_id = a.id AND v.version = a.sheet_version
  WHERE c.entry_id = $1 AND EXISTS (SELECT 1 FROM publication pub JOIN award_proposal pr ON pr.id = pub.proposal_id
    WHERE pub.edition_id = c.edition_id AND (pr.stage_key = c.stage_key OR pub.kind = 'awards') AND ($2::timestamptz IS NULL OR pub.notice_closes_at <= $2))`;

const labelOf = (document: Rulebook, key: string): string => {
  const label: Words | undefined = document.scoring.stages.find((stage) => stage.key === key)?.label;
  return label?.[currentContext().language] ?? key;
};
