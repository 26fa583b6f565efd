import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, entryType, Rulebooks } from '#libs/contests';
import { AccessService, Organisations, PeopleQueries, type Actor, type UnitRow } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny, violatedConstraint } from '#libs/platform';
import { partProblems, partsOf, resolveSave, type Parts } from './core/entry-parts.js';
import type { EntryView, NewEntry, SaveEntry } from './dto/entry.dto.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { EntryViews } from './entry-views.queries.js';

const COLUMN: Record<string, string> = { title: 'title', groupKey: 'group_key', discipline: 'discipline', classKey: 'class_key' };

/** Drafts: begun once, saved in parts, never overwriting what another tab or person wrote. */
@Injectable()
export class EntryDrafts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly organisations: Organisations,
    private readonly people: PeopleQueries,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly views: EntryViews,
  ) {}

  /** Begins a draft. A student becomes its first member, a coach its first coach. The same `requestKey` twice is the same draft. */
  async begin(actor: Actor, input: NewEntry): Promise<EntryView> {
    try {
      return await this.database.transaction(() => this.create(actor, input));
    } catch (error) {
      const known = violatedConstraint(error) === 'entry_request_key' && !this.database.inTransaction ? await this.byRequestKey(actor, input) : undefined;
      if (!known) throw error;
      return this.views.view(actor, known);
    }
  }

  /**
   * Saves parts of a draft. Refuses ENTRY_CHANGED with both values of every part that somebody else changed since `version`; then nothing
   * is saved. Sent twice it changes nothing the second time.
   */
  save(actor: Actor, id: string, input: SaveEntry): Promise<EntryView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.editable(actor, id);
      await this.editions.requireOpen(entry.editionId, 'school', entry.fixBy);
      const { document } = await this.rulebooks.of(entry.editionId);
      const parts = partsOf(input.parts);
      refuseIfAny(partProblems(parts, entryType(document, entry.type)));
      const { changes, clashes } = resolveSave(parts, storedParts(entry), entry.partVersions, input.version);
      if (clashes.length > 0) {
        throw new Refusal('conflict', 'ENTRY_CHANGED', { current: entry.version }, clashes.map((clash) => ({
          code: 'PART_CHANGED', path: clash.path, params: { yours: shown(clash.yours), current: shown(clash.current) },
        })));
      }
      if (Object.keys(changes).length > 0) await this.write(entry, changes);
      return this.views.view(actor, id);
    });
  }

  private async create(actor: Actor, input: NewEntry): Promise<EntryView> {
    const known = await this.byRequestKey(actor, input);
    if (known) return this.views.view(actor, known);
    await this.editions.requireOpen(input.editionId, 'school');
    const { document } = await this.rulebooks.of(input.editionId);
    const rules = entryType(document, input.type);
    const school = await this.schoolFor(actor, input.schoolId);
    const now = this.clock.now();
    const row = await this.database.first<{ id: string }>(
      `INSERT INTO entry (edition_id, type, school_id, county_id, prefecture_id, created_by, request_key, created_at, updated_at, state_since, group_key)
       SELECT $1, $2, s.id, s.parent_id, county.parent_id, $4, $5, $6, $6, $6, $7 FROM org_unit s JOIN org_unit county ON county.id = s.parent_id WHERE s.id = $3 RETURNING id`,
      [input.editionId, input.type, school.id, actor.accountId, input.requestKey ?? null, now, rules.groups.length === 1 ? rules.groups[0] : null],
    );
    const id = row?.id as string;
    const self = actor.personId ? (await this.people.briefs([actor.personId]))[0] : undefined;
    const entersSelf = rules.entrant === 'students' ? self?.kind === 'student' : self?.kind === 'coach';
    if (self && entersSelf) {
      await this.database.query('INSERT INTO entry_member (entry_id, edition_id, person_id, position, added_at) VALUES ($1, $2, $3, 1, $4)', [id, input.editionId, self.id, now]);
    } else if (self?.kind === 'coach') {
      await this.database.query('INSERT INTO entry_coach (entry_id, person_id, position, added_at) VALUES ($1, $2, 1, $3)', [id, self.id, now]);
    }
    await this.audit.record({ action: 'entry.begun', subject: { type: 'entry', id }, after: { editionId: input.editionId, type: input.type, schoolId: school.id } });
    return this.views.view(actor, id);
  }

  private async write(entry: ReachedEntry, changes: Parts): Promise<void> {
    const version = entry.version + 1;
    const heads = Object.keys(changes).filter((path) => path in COLUMN);
    const form = { ...entry.form };
    for (const [path, value] of Object.entries(changes)) {
      if (!path.startsWith('form.')) continue;
      if (value === null) delete form[path.slice(5)];
      else form[path.slice(5)] = value;
    }
    const partVersions = { ...entry.partVersions, ...Object.fromEntries(Object.keys(changes).map((path) => [path, version])) };
    const sets = heads.map((path, index) => `${COLUMN[path]} = $${index + 6}`);
    await this.database.query(
      `UPDATE entry SET form = $2, part_versions = $3, version = $4, updated_at = $5${sets.map((set) => `, ${set}`).join('')} WHERE id = $1`,
      [entry.id, JSON.stringify(form), JSON.stringify(partVersions), version, this.clock.now(), ...heads.map((path) => changes[path])],
    );
    await this.audit.record({ action: 'entry.saved', subject: { type: 'entry', id: entry.id }, after: { version, changed: Object.keys(changes) } });
  }

  private async byRequestKey(actor: Actor, input: NewEntry): Promise<string | undefined> {
    if (input.requestKey === undefined) return undefined;
    const row = await this.database.first<{ id: string }>('SELECT id FROM entry WHERE created_by = $1 AND request_key = $2', [actor.accountId, input.requestKey]);
    return row?.id;
  }

  /** The school an entry is made for: the caller's own, or the one named among several. */
  async schoolFor(actor: Actor, schoolId: string | undefined): Promise<UnitRow> {
    const own = this.access.ownSchoolIds(actor, 'entry.create');
    const administered = actor.grants.filter((grant) => grant.role === 'school_admin').flatMap((grant) => grant.orgId ?? []);
    const schools = [...new Set([...own, ...administered])];
    const chosen = schoolId ?? (schools.length === 1 ? schools[0] : undefined);
    if (chosen === undefined) throw new Refusal('unprocessable', 'SCHOOL_TO_CHOOSE');
    if (!schools.includes(chosen)) throw new Refusal('missing', 'NOT_FOUND');
    return this.organisations.activeSchool(chosen);
  }
}

const storedParts = (entry: ReachedEntry): Parts => ({
  title: entry.title,
  groupKey: entry.groupKey,
  discipline: entry.discipline,
  classKey: entry.classKey,
  ...Object.fromEntries(Object.entries(entry.form).map(([key, value]) => [`form.${key}`, value])),
});

/** A value as a refusal can carry it. */
const shown = (value: unknown): string => (typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value));
