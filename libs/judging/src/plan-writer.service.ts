import { Injectable } from '@nestjs/common';
import { Clock, currentContext, Database, text } from '#libs/platform';
import type { EntryJudgePair } from '#libs/planning';
import { WorkNotices } from './work-notices.service.js';

/** Stores what a plan adds and takes away, in one statement each; judges hear of what is new. */
@Injectable()
export class PlanWriter {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly told: WorkNotices) {}

  async add(panelId: string, pairs: readonly EntryJudgePair[], source: 'plan' | 'refill'): Promise<void> {
    if (pairs.length === 0) return;
    const made = await this.database.query<{ judgeId: string }>(
      `INSERT INTO assignment (panel_id, code_id, judge_id, state, source, sheet_version, sheet_state, created_at)
       SELECT $1, r.entry, r.judge, 'assigned', $3, 0, 'blank', $4 FROM jsonb_to_recordset($2::jsonb) AS r (entry uuid, judge uuid)
       ON CONFLICT (code_id, judge_id) WHERE state = 'assigned' DO NOTHING RETURNING judge_id AS "judgeId"`,
      [panelId, JSON.stringify(pairs.map(({ entry, judge }) => ({ entry, judge }))), source, this.clock.now()],
    );
    await this.told.given(panelId, made.map(({ judgeId }) => judgeId));
  }

  /** Entries that need more readers than their panel says. */
  async raise(raised: readonly { entry: string; extra: number }[]): Promise<void> {
    if (raised.length === 0) return;
    await this.database.query(
      'UPDATE entry_code c SET extra_readers = c.extra_readers + r.extra FROM jsonb_to_recordset($1::jsonb) AS r (entry uuid, extra int) WHERE c.id = r.entry',
      [JSON.stringify(raised)],
    );
  }

  /** Ends pairs that made room for a better plan; only those without a sheet are ever moved. */
  async remove(panelId: string, pairs: readonly EntryJudgePair[]): Promise<void> {
    if (pairs.length === 0) return;
    await this.database.query(
      `UPDATE assignment a SET state = 'removed', ended_at = $3, ended_by = $4, end_reason = $5
       FROM jsonb_to_recordset($2::jsonb) AS r (entry uuid, judge uuid)
       WHERE a.panel_id = $1 AND a.code_id = r.entry AND a.judge_id = r.judge AND a.state = 'assigned' AND a.sheet_state = 'blank'`,
      [panelId, JSON.stringify(pairs.map(({ entry, judge }) => ({ entry, judge }))), this.clock.now(), currentContext().accountId ?? null, text('judging.madeRoom')],
    );
  }
}
