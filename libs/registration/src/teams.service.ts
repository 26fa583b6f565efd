import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, Rulebooks } from '#libs/contests';
import { AccessService, DocumentMatches, Organisations, People, PeopleQueries, type Actor, type IdKind, type PersonBrief, type SchoolStage } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny, violatedConstraint } from '#libs/platform';
import type { EntryView } from './dto/entry.dto.js';
import type { CoachInput, MemberChange, MemberInput } from './dto/team.dto.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { EntryViews } from './entry-views.queries.js';

/** More people than any rulebook allows; what the rules allow is told by the check. */
const MOST = 30;

/** Members and coaches of a draft. */
@Injectable()
export class Teams {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly people: People,
    private readonly peopleQueries: PeopleQueries,
    private readonly organisations: Organisations,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly views: EntryViews,
    private readonly matches: DocumentMatches,
  ) {}

  /** Adds a pupil (or, to a teacher's project, the teacher): somebody known, or a new record. Sent twice it adds once. Refuses MEMBERS_LOCKED once a school has approved. */
  addMember(actor: Actor, id: string, input: MemberInput): Promise<EntryView> {
    return this.changing(actor, id, async (entry) => {
      await this.refuseLocked(entry);
      const { entrant } = await this.rulebooks.typeOf(entry.editionId, entry.type);
      const person = await this.personFor(actor, entry, { ...input, phone: input.guardianPhone }, entrant === 'teacher' ? 'coach' : 'student');
      await this.insert('entry_member', entry, person.id, input.share ?? '');
      return { memberAdded: person.id };
    });
  }

  changeMember(actor: Actor, id: string, memberId: string, input: MemberChange): Promise<EntryView> {
    return this.changing(actor, id, async () => {
      const changed = await this.database.query('UPDATE entry_member SET share = $3 WHERE id = $2 AND entry_id = $1 RETURNING id', [id, memberId, input.share]);
      if (changed.length === 0) throw new Refusal('missing', 'NOT_FOUND');
      return { memberChanged: memberId };
    });
  }

  removeMember(actor: Actor, id: string, memberId: string): Promise<EntryView> {
    return this.changing(actor, id, async () => {
      await this.remove('entry_member', id, memberId);
      return { memberRemoved: memberId };
    });
  }

  /** First author first; all members, each once. */
  orderMembers(actor: Actor, id: string, memberIds: string[]): Promise<EntryView> {
    return this.changing(actor, id, async (entry) => {
      await this.refuseLocked(entry);
      const rows = await this.database.query<{ id: string }>('SELECT id FROM entry_member WHERE entry_id = $1', [id]);
      const same = rows.length === memberIds.length && new Set(memberIds).size === memberIds.length && rows.every((row) => memberIds.includes(row.id));
      if (!same) refuseIfAny([{ code: 'ORDER_INCOMPLETE', path: 'memberIds' }]);
      await this.database.query('UPDATE entry_member m SET position = o.place FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place) WHERE m.id = o.id AND m.entry_id = $1', [id, memberIds]);
      return { membersOrdered: memberIds };
    });
  }

  addCoach(actor: Actor, id: string, input: CoachInput): Promise<EntryView> {
    return this.changing(actor, id, async (entry) => {
      const person = await this.personFor(actor, entry, { ...input, title: input.post }, 'coach');
      await this.insert('entry_coach', entry, person.id);
      return { coachAdded: person.id };
    });
  }

  removeCoach(actor: Actor, id: string, coachId: string): Promise<EntryView> {
    return this.changing(actor, id, async () => {
      await this.remove('entry_coach', id, coachId);
      return { coachRemoved: coachId };
    });
  }

  private changing(actor: Actor, id: string, change: (entry: ReachedEntry) => Promise<Record<string, unknown>>): Promise<EntryView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.editable(actor, id);
      await this.editions.requireOpen(entry.editionId, 'school', entry.fixBy);
      const after = await change(entry);
      await this.database.query('UPDATE entry SET version = version + 1, updated_at = $2 WHERE id = $1', [id, this.clock.now()]);
      await this.audit.record({ action: 'entry.teamChanged', subject: { type: 'entry', id }, after });
      return this.views.view(actor, id);
    });
  }

  /** Nobody joins mid-way (national rule): once a school has vouched for a team, members can only leave. */
  private async refuseLocked(entry: ReachedEntry): Promise<void> {
    const approved = await this.database.first(`SELECT 1 FROM entry_decision WHERE entry_id = $1 AND action = 'approve' LIMIT 1`, [entry.id]);
    if (approved) throw new Refusal('conflict', 'MEMBERS_LOCKED');
  }

  private async insert(table: 'entry_member' | 'entry_coach', entry: ReachedEntry, personId: string, share?: string): Promise<void> {
    const there = await this.database.query<{ personId: string; position: number }>(`SELECT person_id AS "personId", position FROM ${table} WHERE entry_id = $1`, [entry.id]);
    if (there.some((row) => row.personId === personId)) return;
    if (there.length >= MOST) throw new Refusal('unprocessable', 'TEAM_TOO_LARGE', { max: MOST });
    const position = Math.max(0, ...there.map((row) => row.position)) + 1;
    if (table === 'entry_member') {
      await this.database.query('INSERT INTO entry_member (entry_id, edition_id, person_id, position, share, added_at) VALUES ($1, $2, $3, $4, $5, $6)', [
        entry.id, entry.editionId, personId, position, share ?? '', this.clock.now(),
      ]);
    } else {
      await this.database.query('INSERT INTO entry_coach (entry_id, person_id, position, added_at) VALUES ($1, $2, $3, $4)', [entry.id, personId, position, this.clock.now()]);
    }
  }

  private async remove(table: 'entry_member' | 'entry_coach', entryId: string, rowId: string): Promise<void> {
    const removed = await this.database.query(`DELETE FROM ${table} WHERE id = $2 AND entry_id = $1 RETURNING id`, [entryId, rowId]);
    if (removed.length === 0) throw new Refusal('missing', 'NOT_FOUND');
    await this.database.query(
      `UPDATE ${table} t SET position = o.place FROM (SELECT id, row_number() OVER (ORDER BY position) AS place FROM ${table} WHERE entry_id = $1) o WHERE t.id = o.id AND t.position <> o.place`,
      [entryId],
    );
  }

  private async personFor(
    actor: Actor, entry: ReachedEntry, input: Partial<MemberInput & CoachInput> & { phone?: string; title?: string }, kind: 'student' | 'coach',
  ): Promise<PersonBrief> {
    if (input.personId !== undefined) return this.known(actor, entry, input.personId, kind);
    if (input.name === undefined) refuseIfAny([{ code: 'PERSON_NEEDED', path: 'name' }]);
    const name = (input.name ?? '').trim();
    const idKind = (input.idKind ?? 'resident') as IdKind;
    const existing = input.idNumber === undefined ? undefined : await this.people.idOfDocument(idKind, input.idNumber);
    const known = existing === undefined ? undefined : await this.sameHuman(actor, existing, name, kind);
    if (known) return known;
    const school = await this.organisations.activeSchool(input.schoolId ?? entry.schoolId);
    try {
      const added = await this.people.add({
        kind, schoolId: school.id, createdBy: actor.accountId, enteredBy: actor,
        facts: {
          name, sex: input.sex as 'M' | 'F' | undefined, birthDate: input.birthDate, idKind: input.idNumber === undefined ? undefined : idKind, idNumber: input.idNumber,
          stage: input.schoolStage as SchoolStage | undefined, grade: input.grade, phone: input.phone, title: input.title,
        },
      });
      return (await this.peopleQueries.briefs([added]))[0] as PersonBrief;
    } catch (error) {
      if (violatedConstraint(error) === 'person_id_hash') throw new Refusal('conflict', 'CHANGED_MEANWHILE');
      throw error;
    }
  }

  /**
   * A document that is known already: the same human being when the name agrees too, which the caller then knew. Under another name nothing is
   * said: the record is made, contests the document, and an office sees both. Refuses PERSON_OTHER_NAME where the caller may list the person anyway.
   */
  private async sameHuman(actor: Actor, personId: string, name: string, kind: 'student' | 'coach'): Promise<PersonBrief | undefined> {
    const [brief] = await this.peopleQueries.briefs([personId]);
    if (brief?.name === name && brief.kind === kind) {
      await this.matches.note(actor, personId);
      return brief;
    }
    if (await this.matches.mayKnow(actor, personId)) throw new Refusal('conflict', 'PERSON_OTHER_NAME', {}, [{ code: 'PERSON_OTHER_NAME', path: 'idNumber' }]);
    return undefined;
  }

  /** Somebody by id: oneself, a person of the entry's school for those who work there, or whoever the caller may see anyway. */
  private async known(actor: Actor, entry: ReachedEntry, personId: string, kind: 'student' | 'coach'): Promise<PersonBrief> {
    const [brief] = await this.peopleQueries.briefs([personId]);
    const worksThere = entry.levels.includes('school') || actor.grants.some((grant) => grant.role === 'coach' && grant.orgId === entry.schoolId);
    const near = brief !== undefined && (brief.id === actor.personId || (worksThere && brief.schoolId === entry.schoolId) || (kind === 'coach' && brief.schoolId === entry.schoolId));
    if (!brief || (!near && !this.access.can(actor, 'person.view'))) throw new Refusal('missing', 'NOT_FOUND');
    if (!near) await this.people.reachable(actor, personId, 'person.view');
    if (brief.kind !== kind) refuseIfAny([{ code: 'PERSON_KIND', path: 'personId' }]);
    return brief;
  }
}
