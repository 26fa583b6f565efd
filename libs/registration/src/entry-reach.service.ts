import { Injectable } from '@nestjs/common';
import type { Level } from '#libs/contests';
import { AccessService, isWithin, type Actor, type Permission, type Role } from '#libs/identity';
import { Database, Refusal } from '#libs/platform';
import { isEditable, type EntryState } from './core/entry-state.js';

/** An entry as the services need it. */
export interface EntryRow {
  id: string;
  editionId: string;
  type: string;
  groupKey: string | null;
  discipline: string | null;
  classKey: string | null;
  title: string;
  form: Record<string, unknown>;
  partVersions: Record<string, number>;
  state: EntryState;
  schoolId: string;
  countyId: string;
  prefectureId: string;
  schoolPath: string;
  countyHasOffice: boolean;
  entryNo: string | null;
  authorisationNo: string | null;
  contentSha256: string | null;
  holdsCountyPlace: boolean;
  holdsPrefecturePlace: boolean;
  returnReason: string | null;
  fixBy: Date | null;
  returnedBy: Level | null;
  version: number;
  createdBy: string;
  /** Account of the one who began the entry or took it over. */
  keptBy: string;
  updatedAt: Date;
  submittedAt: Date | null;
}

/** How the caller stands to an entry: one of its makers, and by which levels of the chain. */
export interface Standing {
  maker: boolean;
  levels: Level[];
}

export type ReachedEntry = EntryRow & Standing;

const COLUMNS = `e.id, e.edition_id AS "editionId", e.type, e.group_key AS "groupKey", e.discipline, e.class_key AS "classKey", e.title, e.form,
  e.part_versions AS "partVersions", e.state, e.school_id AS "schoolId", e.county_id AS "countyId", e.prefecture_id AS "prefectureId", school.path::text AS "schoolPath",
  EXISTS (SELECT 1 FROM role_grant g WHERE g.org_unit_id = e.county_id AND g.role = 'county_admin' AND g.state = 'active') AS "countyHasOffice",
  e.entry_no AS "entryNo", e.authorisation_no AS "authorisationNo", e.content_sha256 AS "contentSha256", e.holds_county_place AS "holdsCountyPlace",
  e.holds_prefecture_place AS "holdsPrefecturePlace", e.return_reason AS "returnReason", e.fix_by AS "fixBy", e.returned_by AS "returnedBy", e.version,
  e.created_by AS "createdBy", COALESCE(e.keeper_id, e.created_by) AS "keptBy", e.updated_at AS "updatedAt", e.submitted_at AS "submittedAt"`;

const LEVEL_ROLES: Record<Level, Role> = { school: 'school_admin', county: 'county_admin', prefecture: 'prefecture_admin', province: 'province_admin' };

/** Levels at which the actor decides about an entry of that school. A county without an office is handled by its prefecture. */
export function levelsOf(actor: Actor, entry: Pick<EntryRow, 'schoolPath' | 'countyHasOffice'>): Level[] {
  const holds = (role: Role): boolean => actor.grants.some((grant) => grant.role === role && grant.orgPath !== undefined && isWithin(entry.schoolPath, grant.orgPath));
  return (Object.keys(LEVEL_ROLES) as Level[]).filter((level) => holds(LEVEL_ROLES[level]) || (level === 'county' && !entry.countyHasOffice && holds('prefecture_admin')));
}

/** Finds entries for a caller: outside of what is the caller's, an entry does not exist. */
@Injectable()
export class EntryReach {
  constructor(private readonly database: Database, private readonly access: AccessService) {}

  /** An entry the caller may look at. Before it is handed in only its makers and its school know it. */
  async seen(actor: Actor, id: string): Promise<ReachedEntry> {
    const entry = await this.load(actor, id, false);
    if (entry && (entry.maker || this.isSeenByUnit(actor, entry, 'entry.view'))) return entry;
    throw new Refusal('missing', 'NOT_FOUND');
  }

  /** An entry whose content the caller makes: its keeper, members, coaches and school. Locked until the transaction ends. */
  async made(actor: Actor, id: string): Promise<ReachedEntry> {
    const entry = await this.load(actor, id, true);
    if (entry && (entry.maker || entry.levels.includes('school'))) return entry;
    if (entry && this.isSeenByUnit(actor, entry, 'entry.view')) throw new Refusal('forbidden', 'FORBIDDEN');
    throw new Refusal('missing', 'NOT_FOUND');
  }

  /** As `made`, and still open for changes. */
  async editable(actor: Actor, id: string): Promise<ReachedEntry> {
    const entry = await this.made(actor, id);
    if (!isEditable(entry.state)) throw new Refusal('conflict', 'ENTRY_NOT_EDITABLE', { state: entry.state });
    return entry;
  }

  /** Entries a unit decides about, locked in a fixed order. Those out of reach are missing from the answer. */
  async forDecision(actor: Actor, ids: string[]): Promise<ReachedEntry[]> {
    const rows = await this.database.query<EntryRow>(
      `SELECT ${COLUMNS} FROM entry e JOIN org_unit school ON school.id = e.school_id WHERE e.id = ANY ($1::uuid[]) ORDER BY e.id FOR UPDATE OF e`,
      [ids],
    );
    return rows.map((row) => ({ ...row, maker: false, levels: levelsOf(actor, row) })).filter((entry) => this.isSeenByUnit(actor, entry, 'entry.decide'));
  }

  /** For what happens without a logged-in caller (a guardian's decision). Locked. */
  async unscoped(id: string): Promise<ReachedEntry> {
    const row = await this.database.first<EntryRow>(`SELECT ${COLUMNS} FROM entry e JOIN org_unit school ON school.id = e.school_id WHERE e.id = $1 FOR UPDATE OF e`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return { ...row, maker: false, levels: [] };
  }

  private isSeenByUnit(actor: Actor, entry: ReachedEntry, permission: Permission): boolean {
    if (!this.access.covers(actor, permission, { orgPath: entry.schoolPath, editionId: entry.editionId })) return false;
    return entry.state !== 'draft' || entry.levels.includes('school');
  }

  private async load(actor: Actor, id: string, lock: boolean): Promise<ReachedEntry | undefined> {
    const row = await this.database.oftenFirst<EntryRow & { maker: boolean }>(
      `SELECT ${COLUMNS},
              (COALESCE(e.keeper_id, e.created_by) = $2 OR EXISTS (SELECT 1 FROM entry_member m WHERE m.entry_id = e.id AND m.person_id = $3)
                OR EXISTS (SELECT 1 FROM entry_coach c WHERE c.entry_id = e.id AND c.person_id = $3)) AS maker
       FROM entry e JOIN org_unit school ON school.id = e.school_id WHERE e.id = $1 ${lock ? 'FOR UPDATE OF e' : ''}`,
      [id, actor.accountId, actor.personId ?? null],
    );
    return row ? { ...row, levels: levelsOf(actor, row) } : undefined;
  }
}
