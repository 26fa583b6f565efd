import { Injectable } from '@nestjs/common';
import { Database, likePattern, Refusal, type Page } from '#libs/platform';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { LIKELY, nameLikeness } from './core/name-likeness.js';
import { schoolNameKey } from './core/school-name.js';
import type { DivisionView, LikelyDuplicate, SchoolChoice, SchoolsQuery, SchoolView } from './dto/organisation.dto.js';

/** How much more alike a name must be in another county of the prefecture. */
const ELSEWHERE = 0.2;

const SCHOOL = `s.id, s.code, s.name, s.school_type AS "schoolType", s.stages, s.status, s.merged_into_id AS "mergedIntoId", s.decision_reason AS "decisionReason",
  c.id AS "countyId", c.name AS county, p.id AS "prefectureId", p.name AS prefecture,
  (SELECT count(*)::int FROM person WHERE person.school_id = s.id) AS people`;
const FROM = `FROM org_unit s JOIN org_unit c ON c.id = s.parent_id JOIN org_unit p ON p.id = c.parent_id`;

const ORDERS = new Map([['name', 's.name'], ['code', 's.code'], ['county', 'c.code, s.name'], ['status', 's.status, s.name'], ['createdAt', 's.created_at']]);

/** Lists of divisions and schools, inside the caller's scope. */
@Injectable()
export class OrganisationQueries {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
  ) {}

  /** Province, prefectures and counties, in the order of their codes. Public knowledge. */
  divisions(): Promise<DivisionView[]> {
    return this.database.query<DivisionView>(
      `SELECT id, kind, code, name, parent_id AS "parentId" FROM org_unit WHERE kind <> 'school' ORDER BY nlevel(path), code`,
    );
  }

  /** Active schools of a county to choose from, at most 50. Public knowledge. */
  choices(countyId: string, q?: string): Promise<SchoolChoice[]> {
    return this.database.query<SchoolChoice>(
      `SELECT id, name, stages FROM org_unit
       WHERE kind = 'school' AND status = 'active' AND parent_id = $1 AND ($2::text IS NULL OR name ILIKE $2) ORDER BY name, id LIMIT 50`,
      [countyId, likePattern(q)],
    );
  }

  async list(actor: Actor, query: SchoolsQuery): Promise<Page<SchoolView>> {
    const paths = this.access.orgPaths(actor, 'school.list');
    const where = `WHERE s.kind = 'school' AND s.path <@ ANY ($1::ltree[])
      AND ($2::uuid IS NULL OR s.path <@ (SELECT path FROM org_unit WHERE id = $2))
      AND ($3::text IS NULL OR s.status = $3) AND ($4::text IS NULL OR s.school_type = $4) AND ($5::text IS NULL OR $5 = ANY (s.stages))
      AND ($6::text IS NULL OR s.name ILIKE $6 OR s.code ILIKE $6)`;
    const given = [paths, query.unitId ?? null, query.status ?? null, query.schoolType ?? null, query.stage ?? null, likePattern(query.q)];
    const descending = query.sort?.startsWith('-') ? 'DESC' : 'ASC';
    const order = ORDERS.get(query.sort?.replace(/^-/, '') ?? 'county') ?? 'c.code, s.name';
    const rows = await this.database.query<SchoolView>(
      `SELECT ${SCHOOL} ${FROM} ${where} ORDER BY ${order.replaceAll(',', ` ${descending},`)} ${descending}, s.id LIMIT $7 OFFSET $8`,
      [...given, query.size, (query.page - 1) * query.size],
    );
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${FROM} ${where}`, given);
    return { rows, total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  /** NOT_FOUND outside the caller's scope. */
  async school(actor: Actor, id: string): Promise<SchoolView> {
    const row = await this.database.first<SchoolView>(`SELECT ${SCHOOL} ${FROM} WHERE s.kind = 'school' AND s.id = $1 AND s.path <@ ANY ($2::ltree[])`, [
      id, this.access.orgPaths(actor, 'school.list'),
    ]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  /** Schools of the same prefecture whose name is close to `name`, the closest first; those of the same county count as closer. */
  async likelyDuplicates(countyId: string, name: string, exceptId?: string): Promise<LikelyDuplicate[]> {
    const schools = await this.database.query<Omit<LikelyDuplicate, 'similarity'> & { key: string; sameCounty: boolean }>(
      `SELECT s.id, s.name, s.name_key AS key, c.name AS county, s.status, c.id = $1 AS "sameCounty"
       FROM org_unit s JOIN org_unit c ON c.id = s.parent_id
       WHERE s.kind = 'school' AND s.status IN ('active', 'proposed') AND c.parent_id = (SELECT parent_id FROM org_unit WHERE id = $1) AND ($2::uuid IS NULL OR s.id <> $2)`,
      [countyId, exceptId ?? null],
    );
    const key = schoolNameKey(name);
    return schools
      .map(({ key: other, sameCounty, ...school }) => ({ school, similarity: nameLikeness(key, other), nearer: sameCounty ? 0 : ELSEWHERE }))
      .filter(({ similarity, nearer }) => similarity === 1 || similarity >= LIKELY + nearer)
      .sort((one, other) => other.similarity - other.nearer - (one.similarity - one.nearer) || one.school.id.localeCompare(other.school.id))
      .slice(0, 10)
      .map(({ school, similarity }) => ({ ...school, similarity: Math.round(similarity * 100) / 100 }));
  }
}
