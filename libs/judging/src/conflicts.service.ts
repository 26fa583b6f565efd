import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, text, type Page } from '#libs/platform';
import { ConflictLedger } from './conflict-ledger.service.js';
import type { ConflictCounts, ConflictQuery, ConflictRow } from './dto/assignment.dto.js';
import type { ConflictTouchRow } from './dto/conflict.dto.js';
import { inReach } from './judging-scope.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';
import type { Vacated } from './planned-panel.js';
import { Refills } from './refills.service.js';

/** Kinds that rest on a name or an address in common and may be an accident. */
const MAY_BE_UNFOUNDED = ['declaredPerson', 'declaredKin', 'guardianName', 'samePerson'];

/** Interests between judges and entries as the secretariat sees and repairs them. */
@Injectable()
export class Conflicts {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly stages: JudgedStages,
    private readonly ledger: ConflictLedger,
    private readonly refills: Refills,
  ) {}

  /**
   * Compares judges and entries inside the caller's transaction. Assignments in conflict end and their scores are void; judges who take over are looked for.
   * In `planned` panels, which a plan is about to fill, they are not: their codes come back as `vacated`, to be asked for should the plan fail.
   */
  async search(actor: Actor, stage: JudgedStage, planned: readonly string[] = []): Promise<ConflictCounts & { vacated: Vacated }> {
    const { endedOf, ...counts } = await this.ledger.search(stage);
    const [vacated, others]: [Vacated, Vacated] = [{}, {}];
    for (const [panelId, codes] of endedOf) (planned.includes(panelId) ? vacated : others)[panelId] = codes;
    return { ...counts, runIds: await this.refills.askAll(actor.accountId, others), vacated };
  }

  /** Compares, and ends nothing: what touches a running review is listed for the secretariat. */
  look(editionId: string, stageKey: string): Promise<void> {
    return this.ledger.recheck({ editionId, stageKey });
  }

  /** Compares now; see {@link search}. */
  async detect(actor: Actor, editionId: string, stageKey: string): Promise<ConflictCounts> {
    this.access.sees(actor, 'judging.manage', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    const { vacated: _none, ...counts } = await this.database.transaction(() => this.search(actor, stage));
    return counts;
  }

  /** Running assignments that a conflict found meanwhile touches. */
  async touches(actor: Actor, editionId: string, stageKey: string): Promise<ConflictTouchRow[]> {
    this.access.sees(actor, 'judging.read', { editionId });
    const rows = await this.database.query<Omit<ConflictTouchRow, 'reasons' | 'foundAt' | 'liftable'> & { foundAt: Date; kinds: string[] }>(
      `SELECT t.assignment_id AS "assignmentId", c.code, p.id AS "panelId", p.name AS panel, p.state AS "panelState", a.judge_id AS "judgeId", account.name AS "judgeName",
         a.sheet_state AS "sheetState", t.kinds, t.found_at AS "foundAt"
       FROM conflict_touch t JOIN assignment a ON a.id = t.assignment_id JOIN entry_code c ON c.id = a.code_id JOIN panel p ON p.id = a.panel_id
         JOIN judge j ON j.id = a.judge_id JOIN account ON account.id = j.account_id JOIN entry e ON e.id = c.entry_id
       WHERE t.settled_at IS NULL AND c.edition_id = $1 AND c.stage_key = $2 AND ${inReach('e.prefecture_id', 3)} ORDER BY t.found_at, c.code, t.id LIMIT 500`,
      [editionId, stageKey, this.access.orgPaths(actor, 'judging.read')],
    );
    return rows.map(({ kinds, foundAt, ...row }) => ({ ...row, liftable: kinds.every((kind) => MAY_BE_UNFOUNDED.includes(kind)), reasons: kinds.map((kind) => text(`judging.conflictWhy.${kind}`)), foundAt: foundAt.toISOString() }));
  }

  /** A conflict that rests on a common name or address turns out to be an accident: it ends, with a reason, and does not come back. */
  async lift(actor: Actor, id: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const found = await this.database.first<{ kind: string; liftedAt: Date | null; editionId: string }>(
        `SELECT k.kind, k.lifted_at AS "liftedAt", e.edition_id AS "editionId" FROM conflict k JOIN entry e ON e.id = k.entry_id WHERE k.id = $1 FOR UPDATE OF k`,
        [id],
      );
      if (!found) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'judging.manage', { editionId: found.editionId });
      if (found.liftedAt) throw new Refusal('conflict', 'CONFLICT_LIFTED');
      if (!MAY_BE_UNFOUNDED.includes(found.kind)) throw new Refusal('unprocessable', 'CONFLICT_STANDS');
      await this.database.query('UPDATE conflict SET lifted_at = $2, lifted_by = $3, lift_reason = $4 WHERE id = $1', [id, this.clock.now(), actor.accountId, reason]);
      await this.audit.record({ action: 'judging.conflictLifted', subject: { type: 'conflict', id }, before: { kind: found.kind }, reason });
    });
  }

  /** The same for a running review: it goes on, and what was found about it is kept as unfounded. Refused unless all of it may be an accident. */
  async liftTouch(actor: Actor, assignmentId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const found = await this.database.first<{ id: string; kinds: string[]; editionId: string; judgeId: string; entryId: string }>(
        `SELECT t.id, t.kinds, c.edition_id AS "editionId", a.judge_id AS "judgeId", c.entry_id AS "entryId" FROM conflict_touch t JOIN assignment a ON a.id = t.assignment_id
           JOIN entry_code c ON c.id = a.code_id WHERE t.assignment_id = $1 AND t.settled_at IS NULL FOR UPDATE OF t`,
        [assignmentId],
      );
      if (!found) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'judging.manage', { editionId: found.editionId });
      if (!found.kinds.every((kind) => MAY_BE_UNFOUNDED.includes(kind))) throw new Refusal('unprocessable', 'CONFLICT_STANDS');
      const now = this.clock.now();
      await this.database.query(
        `INSERT INTO conflict (judge_id, entry_id, kind, hard, found_at, lifted_at, lifted_by, lift_reason) SELECT $1, $2, kind, true, $4, $4, $5, $6 FROM unnest($3::text[]) AS k (kind)`,
        [found.judgeId, found.entryId, found.kinds, now, actor.accountId, reason],
      );
      await this.database.query('UPDATE conflict_touch SET settled_at = $2 WHERE id = $1', [found.id, now]);
      await this.audit.record({ action: 'judging.conflictLifted', subject: { type: 'assignment', id: assignmentId }, before: { kinds: found.kinds }, reason });
    });
  }

  /** Names the judge and the code, never the entry: who assigns does not hold the key to the codes. */
  async list(actor: Actor, editionId: string, stageKey: string, query: ConflictQuery): Promise<Page<ConflictRow>> {
    this.access.sees(actor, 'judging.read', { editionId });
    const from = `FROM conflict k JOIN entry_code c ON c.entry_id = k.entry_id AND c.edition_id = $1 AND c.stage_key = $2 JOIN entry e ON e.id = k.entry_id
      JOIN judge j ON j.id = k.judge_id JOIN account a ON a.id = j.account_id
      WHERE k.lifted_at IS NULL AND ($3::text IS NULL OR k.kind = $3) AND ($4::boolean IS NULL OR k.hard = $4) AND ($5::uuid IS NULL OR k.judge_id = $5)
        AND ($6::text IS NULL OR a.name ILIKE $6 OR c.code ILIKE $6) AND ${inReach('e.prefecture_id', 7)}`;
    const values = [editionId, stageKey, query.kind ?? null, query.hard ?? null, query.judgeId ?? null, query.q ? `%${query.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null, this.access.orgPaths(actor, 'judging.read')];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${from}`, values);
    const rows = await this.database.query<Omit<ConflictRow, 'foundAt' | 'kindLabel' | 'why' | 'liftable'> & { foundAt: Date }>(
      `SELECT k.id, k.judge_id AS "judgeId", a.name AS "judgeName", c.code, k.kind, k.hard, k.found_at AS "foundAt" ${from} ORDER BY a.name, c.code, k.kind LIMIT $8 OFFSET $9`,
      [...values, query.size, (query.page - 1) * query.size],
    );
    return {
      rows: rows.map((row) => ({
        ...row, kindLabel: text(`judging.conflict.${row.kind}`), why: text(`judging.conflictWhy.${row.kind}`), liftable: MAY_BE_UNFOUNDED.includes(row.kind), foundAt: row.foundAt.toISOString(),
      })),
      total: counted?.total ?? 0, page: query.page, size: query.size,
    };
  }
}
