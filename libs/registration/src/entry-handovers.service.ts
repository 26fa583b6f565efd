import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal, refuseIfAny } from '#libs/platform';
import { isEditable } from './core/entry-state.js';
import type { HandedOver, Handover, HandoverCandidate } from './dto/handing.dto.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';

interface Candidate extends HandoverCandidate {
  personId: string;
}

/** An entry goes from the one who keeps it to another coach of the school or to one of its pupils. */
@Injectable()
export class EntryHandovers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly notices: Notices,
    private readonly reach: EntryReach,
  ) {}

  /** Who could take the entry over. */
  candidates(actor: Actor, id: string): Promise<HandoverCandidate[]> {
    return this.database.transaction(async () => {
      const entry = await this.mine(actor, id);
      return (await this.possible(entry)).map(({ accountId, name, as }) => ({ accountId, name, as }));
    });
  }

  /**
   * Effects: the new keeper makes the entry from now on and is told; a coach who hands an open entry to another coach leaves its list of
   * coaches to that one, who has to sign. Refuses HANDOVER_TARGET for anybody but the candidates, HANDOVER_NOT_YOURS for a pupil who does
   * not keep the entry.
   */
  handOver(actor: Actor, id: string, input: Handover): Promise<HandedOver> {
    return this.database.transaction(async () => {
      const entry = await this.mine(actor, id);
      if (entry.keptBy === input.accountId) return this.outcome(actor, id, input.accountId);
      if (entry.version !== input.version) throw new Refusal('conflict', 'CHANGED_MEANWHILE', { current: entry.version });
      const target = (await this.possible(entry)).find((one) => one.accountId === input.accountId);
      if (!target) refuseIfAny([{ code: 'HANDOVER_TARGET', path: 'accountId' }]);
      const to = target as Candidate;
      await this.database.query('UPDATE entry SET keeper_id = $2, version = version + 1, updated_at = $3 WHERE id = $1', [id, to.accountId, this.clock.now()]);
      if (to.as === 'coach' && isEditable(entry.state) && actor.personId !== undefined) await this.replaceCoach(entry, actor.personId, to.personId);
      await this.audit.record({ action: 'entry.handedOver', subject: { type: 'entry', id }, before: { keeper: entry.keptBy }, after: { keeper: to.accountId, as: to.as } });
      const step = String(entry.version + 1);
      const link = `/entries/${id}`;
      await this.notices.send({ to: [to.accountId], template: 'entryTakenOver', params: { title: entry.title, from: actor.name, note: input.note ?? '' }, link, dedupeKey: `entry:${id}:takenOver:${step}` });
      if (entry.keptBy !== actor.accountId) {
        await this.notices.send({ to: [entry.keptBy], template: 'entryHandedOver', params: { title: entry.title, to: to.name, by: actor.name }, link, dedupeKey: `entry:${id}:handedOver:${step}` });
      }
      return this.outcome(actor, id, to.accountId);
    });
  }

  private async outcome(actor: Actor, id: string, accountId: string): Promise<HandedOver> {
    const row = await this.database.first<{ name: string }>('SELECT name FROM account WHERE id = $1', [accountId]);
    const seen = await this.reach.seen(actor, id).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Refusal && error.code === 'NOT_FOUND') return false;
        throw error;
      },
    );
    return { accountId, name: row?.name ?? '', stillSeen: seen };
  }

  private async mine(actor: Actor, id: string): Promise<ReachedEntry> {
    const entry = await this.reach.made(actor, id);
    const coaches = actor.personId === undefined ? undefined : await this.database.first('SELECT 1 FROM entry_coach WHERE entry_id = $1 AND person_id = $2', [id, actor.personId]);
    if (entry.keptBy !== actor.accountId && !coaches && !entry.levels.includes('school')) throw new Refusal('forbidden', 'HANDOVER_NOT_YOURS');
    return entry;
  }

  private possible(entry: ReachedEntry): Promise<Candidate[]> {
    return this.database.query<Candidate>(
      `SELECT DISTINCT ON (a.id) a.id AS "accountId", p.id AS "personId", p.name, 'coach' AS as
       FROM role_grant g JOIN account a ON a.id = g.account_id AND a.status = 'active' JOIN person p ON p.id = a.person_id
       WHERE g.role = 'coach' AND g.state = 'active' AND g.org_unit_id = $2 AND a.id <> $3
       UNION ALL
       SELECT a.id, p.id, p.name, 'student' FROM entry_member m JOIN account a ON a.person_id = m.person_id AND a.status = 'active' JOIN person p ON p.id = m.person_id
       WHERE m.entry_id = $1 AND p.kind = 'student' AND a.id <> $3
       ORDER BY name LIMIT 200`,
      [entry.id, entry.schoolId, entry.keptBy],
    );
  }

  private async replaceCoach(entry: ReachedEntry, from: string, to: string): Promise<void> {
    const there = await this.database.query<{ id: string; personId: string; position: number }>('SELECT id, person_id AS "personId", position FROM entry_coach WHERE entry_id = $1', [entry.id]);
    const leaving = there.find((row) => row.personId === from);
    if (!leaving) return;
    if (there.some((row) => row.personId === to)) {
      await this.database.query('DELETE FROM entry_coach WHERE id = $1', [leaving.id]);
      await this.database.query('UPDATE entry_coach SET position = position - 1 WHERE entry_id = $1 AND position > $2', [entry.id, leaving.position]);
    } else {
      await this.database.query('UPDATE entry_coach SET person_id = $2, added_at = $3 WHERE id = $1', [leaving.id, to, this.clock.now()]);
    }
  }
}
