import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Editions, entryType, Rulebooks, type EntryTypeRules, type Rulebook } from '#libs/contests';
import { AccessService, checkIdentity, dayInChina, ImportKinds, type Actor, type ImportedRow, type ImportKind, type ImportTarget, type RowProblem, type RowVerdict, type UnitRow } from '#libs/identity';
import { Clock, currentContext, Database, FieldCrypto, Refusal, text, type SheetColumn } from '#libs/platform';
import { checkEntry } from './core/eligibility.js';
import type { MemberFacts } from './core/entry-facts.js';
import { isEditable, type EntryState } from './core/entry-state.js';
import { changesSince, columnOf, entryColumns, entryOf, isSame, namelessPeople, naturalKey, titleKey, type SheetEntry, type SheetMember, type TakenValues } from './core/entry-sheet.js';
import { EntryDrafts } from './entry-drafts.service.js';
import { SheetTeams } from './sheet-teams.service.js';

interface Known {
  id: string;
  key: string | null;
  title: string;
  state: EntryState;
  stored: Record<string, unknown>;
  taken: TakenValues | null;
  members: string[];
}

interface Ground {
  school: UnitRow & { prefectureId: string };
  rules: EntryTypeRules;
  rulebook: Rulebook;
  editionId: string;
}

/** Drafts of a school from a table. Rules that are not met yet are hints: a draft may be unfinished. */
@Injectable()
export class EntryImport implements ImportKind, OnModuleInit {
  readonly key = 'entries';
  readonly mostRows = 1_000;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly crypto: FieldCrypto,
    private readonly access: AccessService,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly drafts: EntryDrafts,
    private readonly teams: SheetTeams,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async columns(actor: Actor, target: ImportTarget): Promise<{ columns: SheetColumn[]; notes: string[]; fileName: string }> {
    const { rules, rulebook, school } = await this.ground(actor, target);
    const { language } = currentContext();
    const named = { type: rules.label[language], school: school.name };
    return {
      columns: entryColumns(rules, rulebook, language, (key, params) => text(`imports.entries.${key}`, params)),
      notes: [text('imports.entries.noteKey'), text('imports.entries.noteFiles')],
      fileName: text('imports.entries.fileName', named),
    };
  }

  async check(actor: Actor, target: ImportTarget, rows: ImportedRow[]): Promise<RowVerdict[]> {
    const ground = await this.ground(actor, target);
    await this.editions.requireOpen(ground.editionId, 'school');
    const known = await this.known(ground);
    const entered = await this.teams.enteredAlready(ground.editionId, rows.flatMap((row) => entryOf(row).members));
    const seen = new Map<string, number>();
    return rows.map((row): RowVerdict => {
      const sheet = entryOf(row);
      const key = naturalKey(row);
      const problems: RowProblem[] = [...row.problems, ...namelessPeople(row).map((column) => ({ column, code: 'IMPORT_NAME_MISSING' })), ...this.identityProblems(sheet)];
      if (key !== undefined && seen.has(key)) problems.push({ code: 'IMPORT_TWICE', params: { number: seen.get(key) ?? 0 } });
      else if (key !== undefined) seen.set(key, row.number);
      const existing = known.find((one) => one.key !== null && one.key === key);
      const values = this.taken(sheet);
      const title = typeof row.values.title === 'string' ? row.values.title : '';
      if (existing?.taken && isSame(existing.taken, values) && problems.length === 0) return { title, outcome: 'same', problems: [], hints: [], existingId: existing.id };
      if (existing?.taken) problems.push(...changeProblems(existing, existing.taken, values));
      else if (key?.startsWith('title:') && known.some((one) => one.key === null && one.state !== 'withdrawn' && titleKey(one.title) === titleKey(title))) problems.push({ column: 'title', code: 'IMPORT_TITLE_THERE' });
      const found = existing === undefined ? {} : { existingId: existing.id };
      if (problems.length > 0) return { title, outcome: 'problem', problems, hints: [], ...found };
      return { title, outcome: existing ? 'change' : 'add', problems, hints: this.hints(ground, sheet, entered), ...found };
    });
  }

  /** Makes or changes one draft the way its page does: the same rules, the same record, the same audit. */
  async take(actor: Actor, target: ImportTarget, row: ImportedRow, verdict: RowVerdict): Promise<string> {
    const { editionId, rules, school } = await this.ground(actor, target);
    const sheet = entryOf(row);
    const values = this.taken(sheet);
    if (verdict.existingId === undefined) {
      const draft = await this.drafts.begin(actor, { editionId, type: rules.key, schoolId: school.id });
      await this.drafts.save(actor, draft.id, { version: draft.version, parts: partsInput(sheet.parts) });
      await this.teams.put(actor, draft.id, { members: sheet.members, coaches: sheet.coaches });
      await this.database.query('INSERT INTO imported_entry (entry_id, edition_id, school_id, type, key, taken_values, taken_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
        draft.id, editionId, school.id, rules.key, naturalKey(row), JSON.stringify(values), this.clock.now(),
      ]);
      return draft.id;
    }
    const id = verdict.existingId;
    const entry = await this.database.first<{ version: number; taken: TakenValues }>(
      'SELECT e.version, i.taken_values AS taken FROM entry e JOIN imported_entry i ON i.entry_id = e.id WHERE e.id = $1 FOR UPDATE OF e', [id],
    );
    if (!entry) throw new Refusal('conflict', 'CHANGED_MEANWHILE');
    const changes = changesSince(entry.taken, values);
    if (Object.keys(changes.parts).length > 0) await this.drafts.save(actor, id, { version: entry.version, parts: partsInput(changes.parts) });
    if (changes.team || changes.coaches) await this.teams.put(actor, id, { ...(changes.team ? { members: sheet.members } : {}), ...(changes.coaches ? { coaches: sheet.coaches } : {}) });
    await this.database.query('UPDATE imported_entry SET taken_values = $2, taken_at = $3 WHERE entry_id = $1', [id, JSON.stringify(values), this.clock.now()]);
    return id;
  }

  private async ground(actor: Actor, target: ImportTarget): Promise<Ground> {
    if (!this.access.can(actor, 'entry.import')) throw new Refusal('forbidden', 'FORBIDDEN');
    const { editionId, type, schoolId } = target;
    if (editionId === undefined || type === undefined) throw new Refusal('invalid', 'IMPORT_TARGET');
    const { document } = await this.rulebooks.of(editionId);
    if (!document.types.some((one) => one.key === type)) throw new Refusal('unprocessable', 'IMPORT_TARGET');
    const school = await this.drafts.schoolFor(actor, schoolId);
    const county = await this.database.first<{ prefectureId: string }>('SELECT parent_id AS "prefectureId" FROM org_unit WHERE id = $1', [school.parentId]);
    return { editionId, rulebook: document, rules: entryType(document, type), school: { ...school, prefectureId: county?.prefectureId ?? '' } };
  }

  /** Every entry of the school and type, with what the last table said. */
  private known({ editionId, school, rules }: Ground): Promise<Known[]> {
    return this.database.query<Known>(
      `SELECT e.id, i.key, e.title, e.state, i.taken_values AS taken,
              jsonb_build_object('title', e.title, 'groupKey', e.group_key, 'discipline', e.discipline, 'classKey', e.class_key)
                || COALESCE((SELECT jsonb_object_agg('form.' || f.key, f.value) FROM jsonb_each(e.form) f), '{}') AS stored,
              ARRAY(SELECT p.name FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = e.id ORDER BY m.position) AS members
       FROM entry e LEFT JOIN imported_entry i ON i.entry_id = e.id WHERE e.edition_id = $1 AND e.school_id = $2 AND e.type = $3`,
      [editionId, school.id, rules.key],
    );
  }

  private identityProblems(sheet: SheetEntry): RowProblem[] {
    const today = dayInChina(this.clock.now());
    return sheet.members.flatMap((member, index) =>
      checkIdentity(declared(member), today).problems.map(({ code, path, params }) => ({ column: `m${index + 1}.${path}`, code, ...(params ? { params } : {}) })),
    );
  }

  /** What the rules would still say; what a table cannot hold (files, signatures, consents) is left to the page. */
  private hints({ rules, rulebook, school }: Ground, sheet: SheetEntry, entered: (member: SheetMember) => boolean): RowProblem[] {
    const form = Object.fromEntries(Object.entries(sheet.parts).flatMap(([path, value]) => (path.startsWith('form.') && value !== null ? [[path.slice(5), value]] : [])));
    const head = (key: string): string | null => (typeof sheet.parts[key] === 'string' ? sheet.parts[key] : null);
    const today = dayInChina(this.clock.now());
    const members = sheet.members.map((member): MemberFacts => ({
      name: member.name, stage: member.schoolStage as MemberFacts['stage'], birthDate: member.birthDate ?? checkIdentity(declared(member), today).identity?.birthDate ?? null,
      hasIdentity: member.idNumber !== null, countyId: school.parentId ?? '', prefectureId: school.prefectureId, schoolName: school.name, enteredElsewhere: entered(member),
      share: member.share ?? '', consent: 'notNeeded', signed: true, inService: true, pastPrizes: [], lookalikes: [], contested: [],
    }));
    return checkEntry({
      rules, rulebook, title: head('title') ?? '', groupKey: head('groupKey'), discipline: head('discipline'), classKey: head('classKey'), form, members,
      coaches: sheet.coaches.map((coach) => ({ name: coach.name, schoolName: school.name, post: coach.post ?? '', inService: true, signed: true })), materials: [], earlierWorks: [], stampedPrints: [], today,
    })
      .filter((problem) => !problem.path.startsWith('materials'))
      .map(({ code, path, params, words }) => ({ code, params, ...(columnOf(path) === undefined ? {} : { column: columnOf(path) }), ...(words ? { words } : {}) }));
  }

  private taken(sheet: SheetEntry): TakenValues {
    return {
      parts: sheet.parts,
      members: sheet.members.map(({ idNumber, ...member }) => ({ ...member, document: idNumber === null ? null : this.crypto.lookupHash(`${member.idKind ?? 'resident'} ${idNumber}`) })),
      coaches: sheet.coaches,
    };
  }
}

/** Whether this upload may change what is there: only drafts, and never over what somebody wrote on the page meanwhile. */
function changeProblems(existing: Known, last: TakenValues, now: TakenValues): RowProblem[] {
  if (!isEditable(existing.state)) return [{ code: 'IMPORT_HANDED_IN', params: { state: text(`entryStates.${existing.state}`) } }];
  const changes = changesSince(last, now);
  const problems = Object.entries(changes.parts).flatMap(([path, value]): RowProblem[] => {
    const current = existing.stored[path];
    return isSame(current, last.parts[path]) || isSame(current, value) ? [] : [{ column: path, code: 'IMPORT_EDITED', params: { current: shown(current) } }];
  });
  const names = (values: TakenValues): string[] => values.members.map((member) => member.name);
  if (changes.team && !isSame(existing.members, names(last)) && !isSame(existing.members, names(now))) problems.push({ column: 'm1.name', code: 'IMPORT_EDITED', params: { current: existing.members.join(', ') } });
  return problems;
}

const shown = (value: unknown): string => [...(typeof value === 'string' ? value : JSON.stringify(value ?? ''))].slice(0, 60).join('');

const declared = (member: SheetMember): Parameters<typeof checkIdentity>[0] => ({
  ...(member.idKind === null ? {} : { idKind: member.idKind as 'resident' }), ...(member.idNumber === null ? {} : { idNumber: member.idNumber }),
  ...(member.sex === null ? {} : { sex: member.sex as 'M' }), ...(member.birthDate === null ? {} : { birthDate: member.birthDate }),
});

/** Parts as the page saves them. */
function partsInput(parts: Record<string, unknown>): { title?: string; groupKey?: string | null; discipline?: string | null; classKey?: string | null; form: Record<string, unknown> } {
  const form: Record<string, unknown> = {};
  const heads: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(parts)) {
    if (path.startsWith('form.')) form[path.slice(5)] = value;
    else heads[path] = value;
  }
  return { ...heads, form };
}
