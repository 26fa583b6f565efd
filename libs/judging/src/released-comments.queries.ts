import { Injectable } from '@nestjs/common';
import { Rulebooks, type Words } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { currentContext, Database, Refusal } from '#libs/platform';
import { OWN_ENTRY } from '#libs/results';
import type { ReleasedComment } from './dto/progress.dto.js';

/** What judges wrote for the participant: shown to the entry's own people once the list that the stage led to is posted. */
@Injectable()
export class ReleasedComments {
  constructor(private readonly database: Database, private readonly rulebooks: Rulebooks) {}

  /** In an order that tells nothing of the judges. */
  async of(actor: Actor, entryId: string): Promise<ReleasedComment[]> {
    const entry = await this.database.first<{ editionId: string }>(`SELECT e.edition_id AS "editionId" FROM entry e WHERE e.id = $3 AND ${OWN_ENTRY}`, [
      actor.accountId, actor.personId ?? null, entryId,
    ]);
    if (!entry) throw new Refusal('missing', 'NOT_FOUND');
    const rows = await this.database.query<{ stageKey: string; comment: string }>(
      `SELECT c.stage_key AS "stageKey", v.participant_comment AS comment FROM entry_code c JOIN panel p ON p.id = c.panel_id AND p.state = 'locked'
       JOIN assignment a ON a.code_id = c.id AND a.state = 'assigned' AND a.sheet_state = 'submitted'
       JOIN score_sheet v ON v.assignment_id = a.id AND v.version = a.sheet_version
       WHERE c.entry_id = $1 AND btrim(v.participant_comment) <> ''
         AND EXISTS (SELECT 1 FROM publication pub JOIN award_proposal pr ON pr.id = pub.proposal_id WHERE pub.edition_id = c.edition_id AND (pr.stage_key = c.stage_key OR pub.kind = 'awards'))
       ORDER BY c.stage_key, v.sha256`,
      [entryId],
    );
    const { document } = await this.rulebooks.of(entry.editionId);
    const label = (key: string): Words | undefined => document.scoring.stages.find((stage) => stage.key === key)?.label;
    return rows.map(({ stageKey, comment }) => ({ stageLabel: label(stageKey)?.[currentContext().language] ?? stageKey, comment }));
  }
}
