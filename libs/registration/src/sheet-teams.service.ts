import { Injectable } from '@nestjs/common';
import { People, type Actor, type IdKind } from '#libs/identity';
import { Database, Refusal } from '#libs/platform';
import { isSame, type SheetCoach, type SheetMember } from './core/entry-sheet.js';
import type { EntryView } from './dto/entry.dto.js';
import { EntryViews } from './entry-views.queries.js';
import { Teams } from './teams.service.js';

interface SheetTeam {
  members?: SheetMember[];
  coaches?: SheetCoach[];
}

interface Someone {
  name: string;
  birthDate: string | null;
  idNumber: string | null;
}

/** The people of an entry as a table names them, brought in through the same door as on the page. */
@Injectable()
export class SheetTeams {
  constructor(
    private readonly database: Database,
    private readonly people: People,
    private readonly teams: Teams,
    private readonly views: EntryViews,
  ) {}

  /** Makes the entry's people those of the row, in its order. A person of the school with that name is taken, not made anew. */
  async put(actor: Actor, entryId: string, team: SheetTeam): Promise<void> {
    let view = await this.views.view(actor, entryId);
    if (team.members) view = await this.putMembers(actor, view, team.members);
    if (team.coaches) await this.putCoaches(actor, view, team.coaches);
  }

  /** Whether a pupil with that document, and of that name, is bound by another entry of the edition already. With the document alone nothing is told. One statement for all. */
  async enteredAlready(editionId: string, members: SheetMember[]): Promise<(member: SheetMember) => boolean> {
    const documents = members.flatMap((member) => (member.idNumber === null ? [] : [{ kind: kindOf(member), number: member.idNumber }]));
    const persons = await this.people.idsOfDocuments(documents);
    const bound = new Set(
      (await this.database.query<{ id: string; name: string }>('SELECT m.person_id AS id, p.name FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.edition_id = $1 AND m.bound AND m.person_id = ANY ($2::uuid[])', [editionId, [...persons.values()]])).map((row) => `${row.id} ${row.name}`),
    );
    return (member) => member.idNumber !== null && bound.has(`${persons.get(`${kindOf(member)} ${member.idNumber}`) ?? ''} ${member.name}`);
  }

  private async putMembers(actor: Actor, before: EntryView, wanted: SheetMember[]): Promise<EntryView> {
    let view = before;
    const names = wanted.map((member) => member.name);
    for (const gone of before.members.filter((member) => !names.includes(member.name))) view = await this.teams.removeMember(actor, view.id, gone.id);
    for (const member of wanted) {
      const there = view.members.find((one) => one.name === member.name);
      if (there) {
        await this.correct(actor, there.personId, member);
        if (there.share !== (member.share ?? '')) view = await this.teams.changeMember(actor, view.id, there.id, { share: member.share ?? '' });
        continue;
      }
      const personId = await this.known(view.schoolId, member, 'student');
      const facts = personId === undefined ? {
        name: member.name, ...optional('sex', member.sex), ...optional('birthDate', member.birthDate), ...(member.idNumber === null ? {} : { idKind: kindOf(member), idNumber: member.idNumber }),
        ...optional('schoolStage', member.schoolStage), ...optional('grade', member.grade),
      } : { personId };
      view = await this.teams.addMember(actor, view.id, { ...facts, share: member.share ?? '' });
      if (personId !== undefined) await this.correct(actor, personId, member);
    }
    const order = names.flatMap((name) => view.members.find((member) => member.name === name)?.id ?? []);
    return isSame(order, view.members.map((member) => member.id)) ? view : this.teams.orderMembers(actor, view.id, order);
  }

  private async putCoaches(actor: Actor, before: EntryView, wanted: SheetCoach[]): Promise<void> {
    const names = wanted.map((coach) => coach.name);
    let view = before;
    for (const gone of before.coaches.filter((coach) => !names.includes(coach.name))) view = await this.teams.removeCoach(actor, view.id, gone.id);
    for (const coach of wanted) {
      if (view.coaches.some((one) => one.name === coach.name)) continue;
      const personId = await this.known(view.schoolId, { name: coach.name, birthDate: null, idNumber: null }, 'coach');
      view = await this.teams.addCoach(actor, view.id, personId === undefined ? { name: coach.name, ...optional('post', coach.post), ...optional('phone', coach.phone) } : { personId });
    }
  }

  /** The school's only person of that name (and birth date, where said). With a document the record decides, not the name. */
  private async known(schoolId: string, someone: Someone, kind: 'student' | 'coach'): Promise<string | undefined> {
    if (someone.idNumber !== null) return undefined;
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM person WHERE school_id = $1 AND kind = $2 AND name = $3 AND ($4::date IS NULL OR birth_date IS NULL OR birth_date = $4) ORDER BY id LIMIT 2', [schoolId, kind, someone.name, someone.birthDate],
    );
    if (rows.length > 1) throw new Refusal('conflict', 'IMPORT_NAMESAKES', { name: someone.name });
    return rows[0]?.id;
  }

  /** Facts the table knows and the record lacks or has otherwise; those that are not said stay. */
  private async correct(actor: Actor, personId: string, member: SheetMember): Promise<void> {
    const stored = await this.database.first<{ sex: string | null; birthDate: string | null; stage: string | null; grade: string | null; documented: boolean }>(
      'SELECT sex, birth_date::text AS "birthDate", stage, grade, id_hash IS NOT NULL AS documented FROM person WHERE id = $1', [personId],
    );
    const known = member.idNumber === null ? undefined : await this.people.idOfDocument(kindOf(member), member.idNumber);
    const change = {
      ...(member.sex !== null && member.sex !== stored?.sex ? { sex: member.sex as 'M' | 'F' } : {}),
      ...(member.birthDate !== null && member.birthDate !== stored?.birthDate ? { birthDate: member.birthDate } : {}),
      ...(member.schoolStage !== null && member.schoolStage !== stored?.stage ? { stage: member.schoolStage as 'primary' } : {}),
      ...(member.grade !== null && member.grade !== stored?.grade ? { grade: member.grade } : {}),
      ...(member.idNumber !== null && known !== personId && !(await this.people.contests(personId, kindOf(member), member.idNumber)) ? { idKind: kindOf(member), idNumber: member.idNumber } : {}),
    };
    if (Object.keys(change).length > 0) await this.people.edit(actor, personId, change);
  }
}

const kindOf = (member: Pick<SheetMember, 'idKind'>): IdKind => (member.idKind ?? 'resident') as IdKind;

const optional = <K extends string>(key: K, value: string | null): Partial<Record<K, string>> => (value === null ? {} : ({ [key]: value } as Partial<Record<K, string>>));
