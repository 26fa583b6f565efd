import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, text, type Page } from '#libs/platform';
import { Aggregation } from '#libs/results';
import { CONFLICT_PAIRS } from './conflict-search.js';
import type { ConflictCounts, ConflictQuery, ConflictRow } from './dto/assignment.dto.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';
import { Refills } from './refills.service.js';

/** What a search found; `endedOf`: codes that lost a judge, by open panel. */
type ConflictSearch = Omit<ConflictCounts, 'refilled' | 'short'> & { endedOf: Map<string, string[]> };

/** Interests between judges and entries: found, kept up to date, kept out of the assignment. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly editions: Editions,
    private readonly refills: Refills,
    private readonly aggregation: Aggregation,
  ) {}

  async detect(actor: Actor, editionId: string, stageKey: string): Promise<ConflictCounts> {
    this.access.sees(actor, 'judging.manage', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    return this.database.transaction(async () => {
      const found = await this.search(stage);
      const short: string[] = [];
      let refilled = 0;
      for (const [panelId, codes] of found.endedOf) {
        const filled = await this.refills.refill(panelId, codes);
        refilled += filled.added;
        short.push(...filled.short);
      }
      const { endedOf: _ended, ...counts } = found;
      return { ...counts, refilled, short };
    });
  }

  /**
   * Compares every seated judge with every coded entry of the stage. New interests are stored, after the assignments they
   * touch have ended (their scores are void); those that no longer hold are lifted. A judge's own recusal stays.
   */
  async search(stage: JudgedStage): Promise<ConflictSearch> {
    const { year } = await this.editions.facts(stage.editionId);
    const scope = [stage.editionId, stage.key, stage.conflicts.pastYears, year, stage.conflicts.samePrefecture];
    const now = this.clock.now();
    const account = currentContext().accountId ?? null;
    const ended = await this.database.query<{ id: string; panelId: string; panelState: string; codeId: string }>(
      `WITH ${CONFLICT_PAIRS}
       UPDATE assignment a SET state = 'recused', ended_at = $6, ended_by = $7, end_reason = $8
       FROM entry_code c JOIN panel p ON p.id = c.panel_id WHERE c.id = a.code_id AND c.edition_id = $1 AND c.stage_key = $2 AND a.state = 'assigned'
         AND EXISTS (SELECT 1 FROM pair WHERE pair.hard AND pair.judge_id = a.judge_id AND pair.entry_id = c.entry_id)
       RETURNING a.id, a.panel_id AS "panelId", p.state AS "panelState", a.code_id AS "codeId"`,
      [...scope, now, account, text('judging.endedByConflict')],
    );
    const lifted = await this.database.query<{ id: string }>(
      `WITH ${CONFLICT_PAIRS}
       UPDATE conflict k SET lifted_at = $6, lift_reason = $7
       WHERE k.lifted_at IS NULL AND k.kind <> 'recused' AND k.judge_id IN (SELECT id FROM seated) AND k.entry_id IN (SELECT id FROM coded)
         AND NOT EXISTS (SELECT 1 FROM pair WHERE pair.judge_id = k.judge_id AND pair.entry_id = k.entry_id AND pair.kind = k.kind AND pair.hard = k.hard) RETURNING k.id`,
      [...scope, now, text('judging.noLongerHolds')],
    );
    const found = await this.database.query<{ id: string }>(
      `WITH ${CONFLICT_PAIRS}
       INSERT INTO conflict (judge_id, entry_id, kind, hard, found_at) SELECT pair.judge_id, pair.entry_id, pair.kind, pair.hard, $6 FROM pair
       ON CONFLICT (judge_id, entry_id, kind) WHERE lifted_at IS NULL DO NOTHING RETURNING id`,
      [...scope, now],
    );
    if (ended.length + lifted.length + found.length > 0) {
      await this.audit.record({
        action: 'judging.conflictsSearched', subject: { type: 'edition', id: stage.editionId },
        after: { stage: stage.key, found: found.length, lifted: lifted.length, endedAssignments: ended.map(({ id }) => id) },
      });
    }
    const counted = await this.database.first<{ hard: number; soft: number }>(
      `SELECT count(*) FILTER (WHERE k.hard)::int AS hard, count(*) FILTER (WHERE NOT k.hard)::int AS soft FROM conflict k
       JOIN entry_code c ON c.entry_id = k.entry_id AND c.edition_id = $1 AND c.stage_key = $2 WHERE k.lifted_at IS NULL`,
      [stage.editionId, stage.key],
    );
    // A locked panel's scores that turn out to be void change its result.
    if (ended.some((one) => one.panelState === 'locked')) await this.aggregation.enqueue(stage.editionId, stage.key, 'requested');
    const endedOf = new Map<string, string[]>();
    for (const { panelId, panelState, codeId } of ended) if (panelState === 'open') endedOf.set(panelId, [...(endedOf.get(panelId) ?? []), codeId]);
    return { hard: counted?.hard ?? 0, soft: counted?.soft ?? 0, found: found.length, lifted: lifted.length, ended: ended.length, endedOf };
  }

  /** Names the judge and the code, never the entry: who assigns does not hold the key to the codes. */
  async list(actor: Actor, editionId: string, stageKey: string, query: ConflictQuery): Promise<Page<ConflictRow>> {
    this.access.sees(actor, 'judging.read', { editionId });
    const from = `FROM conflict k JOIN entry_code c ON c.entry_id = k.entry_id AND c.edition_id = $1 AND c.stage_key = $2
      JOIN judge j ON j.id = k.judge_id JOIN account a ON a.id = j.account_id
      WHERE k.lifted_at IS NULL AND ($3::text IS NULL OR k.kind = $3) AND ($4::boolean IS NULL OR k.hard = $4) AND ($5::uuid IS NULL OR k.judge_id = $5)
        AND ($6::text IS NULL OR a.name ILIKE $6 OR c.code ILIKE $6)`;
    const values = [editionId, stageKey, query.kind ?? null, query.hard ?? null, query.judgeId ?? null, query.q ? `%${query.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${from}`, values);
    const rows = await this.database.query<Omit<ConflictRow, 'foundAt' | 'kindLabel'> & { foundAt: Date }>(
      `SELECT k.id, k.judge_id AS "judgeId", a.name AS "judgeName", c.code, k.kind, k.hard, k.found_at AS "foundAt" ${from} ORDER BY a.name, c.code, k.kind LIMIT $7 OFFSET $8`,
      [...values, query.size, (query.page - 1) * query.size],
    );
    return {
      rows: rows.map((row) => ({ ...row, kindLabel: text(`judging.conflict.${row.kind}`), foundAt: row.foundAt.toISOString() })),
      total: counted?.total ?? 0, page: query.page, size: query.size,
    };
  }
}
