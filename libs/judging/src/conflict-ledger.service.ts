import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions } from '#libs/contests';
import { Notices } from '#libs/notices';
import { Clock, currentContext, Database, Handles, job, text } from '#libs/platform';
import { Aggregation } from '#libs/results';
import { CONFLICT_PAIRS } from './conflict-search.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';
import { JudgingPeople } from './judging-people.queries.js';
import { WorkNotices } from './work-notices.service.js';

/** Added by triggers of the database whenever people, judges or entries of a stage that is being judged change. */
export const RecheckConflicts = job<{ editionId: string; stageKey: string }>('judging.recheck-conflicts', { queue: 'scores' });

/** What a search found; `endedOf`: codes that lost a judge, by open panel. */
export interface ConflictSearch {
  hard: number;
  soft: number;
  found: number;
  lifted: number;
  ended: number;
  endedOf: Map<string, string[]>;
}

interface Pair {
  judge: string;
  entry: string;
  kind: string;
  hard: boolean;
}

const PAIRS = `jsonb_to_recordset($3::jsonb) AS pair (judge uuid, entry uuid, kind text, hard boolean)`;

/** Compares judges with entries and keeps the record of it: what holds, what no longer does, and which assignments it touches. */
@Injectable()
export class ConflictLedger {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly stages: JudgedStages,
    private readonly editions: Editions,
    private readonly aggregation: Aggregation,
    private readonly people: JudgingPeople,
    private readonly told: WorkNotices,
  ) {}

  /**
   * Compares every seated judge with every coded entry of the stage. New interests are stored, after the assignments they
   * touch have ended (their scores are void); those that no longer hold are lifted. A judge's own recusal stays.
   */
  async search(stage: JudgedStage): Promise<ConflictSearch> {
    const pairs = await this.pairs(stage);
    const ended = await this.database.query<{ id: string; panelId: string; panelState: string; codeId: string }>(
      `UPDATE assignment a SET state = 'recused', ended_at = $4, ended_by = $5, end_reason = $6
       FROM entry_code c JOIN panel p ON p.id = c.panel_id WHERE c.id = a.code_id AND c.edition_id = $1 AND c.stage_key = $2 AND a.state = 'assigned'
         AND EXISTS (SELECT 1 FROM ${PAIRS} WHERE pair.hard AND pair.judge = a.judge_id AND pair.entry = c.entry_id)
       RETURNING a.id, a.panel_id AS "panelId", p.state AS "panelState", a.code_id AS "codeId"`,
      [stage.editionId, stage.key, JSON.stringify(pairs), this.clock.now(), currentContext().accountId ?? null, text('judging.endedByConflict')],
    );
    const { found, lifted } = await this.store(stage, pairs);
    await this.settle(stage, pairs);
    if (ended.length + lifted + found > 0) {
      await this.audit.record({
        action: 'judging.conflictsSearched', subject: { type: 'edition', id: stage.editionId },
        after: { stage: stage.key, found, lifted, endedAssignments: ended.map(({ id }) => id) },
      });
    }
    if (ended.length > 0) await this.tellOfEnded(stage, ended.map(({ id }) => id));
    // A locked panel's scores that turn out to be void change its result.
    if (ended.some((one) => one.panelState === 'locked')) await this.aggregation.enqueue(stage.editionId, stage.key, 'requested');
    const endedOf = new Map<string, string[]>();
    for (const { panelId, panelState, codeId } of ended) if (panelState === 'open') endedOf.set(panelId, [...(endedOf.get(panelId) ?? []), codeId]);
    return { ...(await this.counts(stage)), found, lifted, ended: ended.length, endedOf };
  }

  /**
   * The same comparison by itself: what touches no running assignment is stored, what does is listed for the secretariat, which
   * repairs it in one step. No review in hand is ended without a person.
   */
  @Handles(RecheckConflicts)
  async recheck({ editionId, stageKey }: { editionId: string; stageKey: string }): Promise<void> {
    const stage = await this.stages.of(editionId, stageKey);
    const pairs = await this.pairs(stage);
    const touched = await this.database.query<{ id: string }>(
      `INSERT INTO conflict_touch (assignment_id, kinds, found_at)
       SELECT a.id, array_agg(DISTINCT pair.kind ORDER BY pair.kind), $4 FROM ${PAIRS}
         JOIN entry_code c ON c.entry_id = pair.entry AND c.edition_id = $1 AND c.stage_key = $2
         JOIN assignment a ON a.code_id = c.id AND a.judge_id = pair.judge AND a.state = 'assigned' WHERE pair.hard GROUP BY a.id
       ON CONFLICT (assignment_id) WHERE settled_at IS NULL DO UPDATE SET kinds = EXCLUDED.kinds WHERE conflict_touch.kinds <> EXCLUDED.kinds RETURNING id`,
      [editionId, stageKey, JSON.stringify(pairs), this.clock.now()],
    );
    const free = await this.withoutRunning(stage, pairs);
    const { found, lifted } = await this.store(stage, free, pairs);
    await this.settle(stage, pairs);
    if (touched.length + found + lifted === 0) return;
    await this.audit.record({ action: 'judging.conflictsRechecked', subject: { type: 'edition', id: editionId }, after: { stage: stageKey, found, lifted, touched: touched.length } });
    if (touched.length > 0) {
      await this.notices.send({
        to: await this.people.secretariat(editionId), template: 'judging.conflictsTouch', params: { count: touched.length, stage: stage.label.zh },
        link: `/secretariat?edition=${editionId}&stage=${stageKey}`, dedupeKey: `conflicts:${touched.map(({ id }) => id).sort().join(' ')}`.slice(0, 400),
      });
    }
  }

  /** The judges concerned, and those of the secretariat who did not do it themselves. */
  private async tellOfEnded(stage: JudgedStage, ids: readonly string[]): Promise<void> {
    await this.told.ended(ids);
    const others = (await this.people.secretariat(stage.editionId)).filter((account) => account !== currentContext().accountId);
    if (others.length === 0) return;
    await this.notices.send({
      to: others, template: 'judging.conflictsSettled', params: { count: ids.length, stage: stage.label.zh }, link: `/secretariat/plan?edition=${stage.editionId}&stage=${stage.key}`,
      dedupeKey: `conflicts-settled:${[...ids].sort()[0]}`,
    });
  }

  /** One comparison of a stage at a time; pairs that a person looked at and found unfounded are left out. */
  private async pairs(stage: JudgedStage): Promise<Pair[]> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('judging.conflicts ' || $1 || ' ' || $2, 0))`, [stage.editionId, stage.key]);
    const { year } = await this.editions.facts(stage.editionId);
    return this.database.query<Pair>(
      `WITH ${CONFLICT_PAIRS}
       SELECT judge_id AS judge, entry_id AS entry, kind, bool_or(hard) AS hard FROM pair
       WHERE NOT EXISTS (SELECT 1 FROM conflict k WHERE k.judge_id = pair.judge_id AND k.entry_id = pair.entry_id AND k.kind = pair.kind AND k.lifted_by IS NOT NULL)
       GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
      [stage.editionId, stage.key, stage.conflicts.pastYears, year, stage.conflicts.samePrefecture, stage.conflicts.chains],
    );
  }

  private async withoutRunning(stage: JudgedStage, pairs: readonly Pair[]): Promise<Pair[]> {
    const running = await this.database.query<{ judge: string; entry: string }>(
      `SELECT a.judge_id AS judge, c.entry_id AS entry FROM assignment a JOIN entry_code c ON c.id = a.code_id JOIN panel p ON p.id = a.panel_id AND p.state = 'open'
       WHERE c.edition_id = $1 AND c.stage_key = $2 AND a.state = 'assigned'`,
      [stage.editionId, stage.key],
    );
    const held = new Set(running.map(({ judge, entry }) => `${judge} ${entry}`));
    return pairs.filter((pair) => !pair.hard || !held.has(`${pair.judge} ${pair.entry}`));
  }

  /** Lifts what is no longer among `holding` and stores what is new among `pairs`. */
  private async store(stage: JudgedStage, pairs: readonly Pair[], holding: readonly Pair[] = pairs): Promise<{ found: number; lifted: number }> {
    const lifted = await this.database.query<{ id: string }>(
      `UPDATE conflict k SET lifted_at = $4, lift_reason = $5
       WHERE k.lifted_at IS NULL AND k.kind <> 'recused'
         AND k.judge_id IN (SELECT s.judge_id FROM panel_judge s JOIN panel p ON p.id = s.panel_id WHERE p.edition_id = $1 AND p.stage_key = $2 AND s.state IN ('invited', 'accepted'))
         AND k.entry_id IN (SELECT c.entry_id FROM entry_code c WHERE c.edition_id = $1 AND c.stage_key = $2)
         AND NOT EXISTS (SELECT 1 FROM ${PAIRS} WHERE pair.judge = k.judge_id AND pair.entry = k.entry_id AND pair.kind = k.kind AND pair.hard = k.hard) RETURNING k.id`,
      [stage.editionId, stage.key, JSON.stringify(holding), this.clock.now(), text('judging.noLongerHolds')],
    );
    const found = await this.database.query<{ id: string }>(
      `INSERT INTO conflict (judge_id, entry_id, kind, hard, found_at)
       SELECT r.judge, r.entry, r.kind, r.hard, $2 FROM jsonb_to_recordset($1::jsonb) AS r (judge uuid, entry uuid, kind text, hard boolean) ORDER BY 1, 2, 3
       ON CONFLICT (judge_id, entry_id, kind) WHERE lifted_at IS NULL DO NOTHING RETURNING id`,
      [JSON.stringify(pairs), this.clock.now()],
    );
    return { found: found.length, lifted: lifted.length };
  }

  /** Closes the to-dos whose assignment has ended or whose conflict is gone. */
  private async settle(stage: JudgedStage, pairs: readonly Pair[]): Promise<void> {
    await this.database.query(
      `UPDATE conflict_touch t SET settled_at = $4 FROM assignment a JOIN entry_code c ON c.id = a.code_id
       WHERE t.assignment_id = a.id AND t.settled_at IS NULL AND c.edition_id = $1 AND c.stage_key = $2
         AND (a.state <> 'assigned' OR NOT EXISTS (SELECT 1 FROM ${PAIRS} WHERE pair.hard AND pair.judge = a.judge_id AND pair.entry = c.entry_id))`,
      [stage.editionId, stage.key, JSON.stringify(pairs), this.clock.now()],
    );
  }

  private async counts(stage: JudgedStage): Promise<{ hard: number; soft: number }> {
    const counted = await this.database.first<{ hard: number; soft: number }>(
      `SELECT count(*) FILTER (WHERE k.hard)::int AS hard, count(*) FILTER (WHERE NOT k.hard)::int AS soft FROM conflict k
       JOIN entry_code c ON c.entry_id = k.entry_id AND c.edition_id = $1 AND c.stage_key = $2 WHERE k.lifted_at IS NULL`,
      [stage.editionId, stage.key],
    );
    return { hard: counted?.hard ?? 0, soft: counted?.soft ?? 0 };
  }
}
