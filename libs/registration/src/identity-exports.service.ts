import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, Actors, People, type Actor } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny, text, writeTable } from '#libs/platform';
import type { IdentityExportDecision, IdentityExportInput, IdentityExportView } from './dto/identity-export.dto.js';
import { scopeOf } from './entry-scope.js';

const COLLECT_WITHIN_MS = 24 * 3_600_000;
const MOST = 5_000;
const HEADS = ['entryNo', 'title', 'schoolName', 'prefectureName', 'name', 'sex', 'birthDate', 'idKind', 'idNumber'] as const;

interface Wish {
  id: string;
  editionId: string;
  filters: Record<string, string>;
  reason: string;
  state: string;
  requestedBy: string;
  collectBy: Date | null;
}

/** Identity numbers leave the platform only so: somebody says what for, a second person grants it, and the first collects it once within a day. */
@Injectable()
export class IdentityExports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly actors: Actors,
    private readonly people: People,
  ) {}

  ask(actor: Actor, input: IdentityExportInput): Promise<IdentityExportView[]> {
    return this.database.transaction(async () => {
      const { editionId, reason, ...filters } = input;
      if (!(await this.database.first('SELECT 1 FROM edition WHERE id = $1', [editionId]))) throw new Refusal('missing', 'NOT_FOUND');
      const row = await this.database.first<{ id: string }>('INSERT INTO identity_export (edition_id, filters, reason, requested_by, requested_at) VALUES ($1, $2, $3, $4, $5) RETURNING id', [
        editionId, JSON.stringify(filters), reason.trim(), actor.accountId, this.clock.now(),
      ]);
      await this.audit.record({ action: 'identityExport.requested', subject: { type: 'identity_export', id: row?.id as string }, after: { editionId, ...filters }, reason });
      return this.list(actor, editionId);
    });
  }

  /** One's own wishes, and for those who decide everybody's. */
  async list(actor: Actor, editionId: string): Promise<IdentityExportView[]> {
    const rows = await this.database.query<Omit<IdentityExportView, 'requestedAt' | 'collectBy'> & { requestedAt: Date; collectBy: Date | null }>(
      `SELECT x.id, x.filters, x.reason, x.state, asker.name AS "requestedBy", x.requested_by = $2 AS own, x.requested_at AS "requestedAt", decider.name AS "decidedBy",
              x.decision_reason AS "decisionReason", x.collect_by AS "collectBy", x.people
       FROM identity_export x JOIN account asker ON asker.id = x.requested_by LEFT JOIN account decider ON decider.id = x.decided_by
       WHERE x.edition_id = $1 AND (x.requested_by = $2 OR $3) ORDER BY x.requested_at DESC, x.id LIMIT 100`,
      [editionId, actor.accountId, this.access.can(actor, 'identityExport.decide')],
    );
    return rows.map((row) => ({ ...row, requestedAt: row.requestedAt.toISOString(), collectBy: row.collectBy?.toISOString() ?? null }));
  }

  /** By another person than the one who asked: IDENTITY_EXPORT_OWN otherwise. A refusal needs its reason. */
  decide(actor: Actor, id: string, input: IdentityExportDecision): Promise<IdentityExportView[]> {
    return this.database.transaction(async () => {
      const wish = await this.locked(id);
      if (wish.requestedBy === actor.accountId) throw new Refusal('forbidden', 'IDENTITY_EXPORT_OWN');
      if (wish.state !== 'requested') throw new Refusal('conflict', 'IDENTITY_EXPORT_STATE');
      if (!input.approve && (input.reason ?? '').trim().length < 2) refuseIfAny([{ code: 'REASON_NEEDED', path: 'reason' }]);
      const now = this.clock.now();
      await this.database.query('UPDATE identity_export SET state = $2, decided_by = $3, decided_at = $4, decision_reason = $5, collect_by = $6 WHERE id = $1', [
        id, input.approve ? 'approved' : 'refused', actor.accountId, now, (input.reason ?? '').trim(), input.approve ? new Date(now.getTime() + COLLECT_WITHIN_MS) : null,
      ]);
      await this.audit.record({ action: input.approve ? 'identityExport.approved' : 'identityExport.refused', subject: { type: 'identity_export', id }, reason: input.reason });
      return this.list(actor, wish.editionId);
    });
  }

  /** The file, once, for who asked, with the rights of that moment. Each person's number that is opened is written down. */
  collect(actor: Actor, id: string): Promise<{ content: Buffer; name: string }> {
    return this.database.transaction(async () => {
      const wish = await this.locked(id);
      if (wish.requestedBy !== actor.accountId) throw new Refusal('missing', 'NOT_FOUND');
      if (wish.state !== 'approved' || wish.collectBy === null) throw new Refusal('conflict', 'IDENTITY_EXPORT_STATE');
      if (this.clock.now() > wish.collectBy) throw new Refusal('gone', 'IDENTITY_EXPORT_OVER');
      const rows = await this.rows((await this.actors.of(actor.accountId)) ?? actor, wish);
      if (rows.length > MOST) throw new Refusal('unprocessable', 'EXPORT_TOO_LARGE', { most: MOST });
      const numbers = await this.people.openIdNumbers([...new Set(rows.map((row) => row.personId))], `identity export ${id}`);
      await this.database.query(`UPDATE identity_export SET state = 'collected', collected_at = $2, people = $3 WHERE id = $1`, [id, this.clock.now(), numbers.size]);
      await this.audit.record({ action: 'identityExport.collected', subject: { type: 'identity_export', id }, after: { rows: rows.length, people: numbers.size }, reason: wish.reason });
      const content = await writeTable(
        HEADS.map((head) => text(`identityExport.heads.${head}`)),
        rows.map((row) => HEADS.map((head) => (head === 'idNumber' ? (numbers.get(row.personId) ?? '') : (row[head] ?? '')))),
      );
      return { content, name: `${text('identityExport.fileName')}-${id.slice(0, 8)}.xlsx` };
    });
  }

  private rows(actor: Actor, wish: Wish): Promise<(Record<Exclude<(typeof HEADS)[number], 'idNumber'>, string | null> & { personId: string })[]> {
    const scope = scopeOf(this.access, actor, { editionId: wish.editionId, ...wish.filters }, 'identityExport.ask');
    return this.database.query(
      `SELECT p.id AS "personId", e.entry_no AS "entryNo", e.title, school.name AS "schoolName", prefecture.name AS "prefectureName", p.name, p.sex, p.birth_date::text AS "birthDate", p.id_kind AS "idKind"
       FROM entry e JOIN org_unit school ON school.id = e.school_id JOIN org_unit prefecture ON prefecture.id = e.prefecture_id
       JOIN entry_member m ON m.entry_id = e.id JOIN person p ON p.id = m.person_id WHERE ${scope.sql} AND e.submitted_at IS NOT NULL ORDER BY e.entry_no, m.position LIMIT ${MOST + 1}`,
      scope.values,
    );
  }

  private async locked(id: string): Promise<Wish> {
    const wish = await this.database.first<Wish>(
      `SELECT id, edition_id AS "editionId", filters, reason, state, requested_by AS "requestedBy", collect_by AS "collectBy" FROM identity_export WHERE id = $1 FOR UPDATE`, [id],
    );
    if (!wish) throw new Refusal('missing', 'NOT_FOUND');
    return wish;
  }
}
