import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Database, likePattern, FieldCrypto, Refusal, type Page } from '#libs/platform';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { maskIdNumber } from './core/masks.js';
import type { LookUpPerson, PeopleQuery, PersonRow, PersonView } from './dto/person.dto.js';
import type { SchoolStage } from './entities/org-unit.entity.js';
import type { PersonKind, Sex } from './entities/person.entity.js';
import { People } from './people.service.js';

/** What other rooms may know of a person without opening the record. */
export interface PersonBrief {
  id: string;
  kind: PersonKind;
  name: string;
  sex: Sex | null;
  birthDate: string | null;
  stage: SchoolStage | null;
  grade: string | null;
  schoolId: string | null;
  accountId: string | null;
  hasIdNumber: boolean;
}

const ROW = `p.id, p.kind, p.name, p.sex, p.school_id AS "schoolId", o.name AS school, p.stage, p.grade, p.id_hash IS NOT NULL AS "hasIdNumber",
  EXISTS (SELECT 1 FROM account a WHERE a.person_id = p.id) AS "hasAccount", p.created_at AS "createdAt"`;

const ORDERS = new Map([['name', 'p.name'], ['createdAt', 'p.created_at'], ['grade', 'p.grade'], ['school', 'o.name']]);

/** People as lists and views. Every look of somebody else at a record is written down. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly crypto: FieldCrypto,
    private readonly people: People,
    private readonly audit: Audit,
  ) {}

  /** The people in the caller's scope; for a coach the students of the own school. */
  async list(actor: Actor, query: PeopleQuery): Promise<Page<PersonRow>> {
    const paths = this.access.orgPaths(actor, 'person.list');
    const wholeProvince = paths.some((path) => !path.includes('.'));
    const ownSchools = this.access.ownSchoolIds(actor, 'person.list');
    const from = `FROM person p LEFT JOIN org_unit o ON o.id = p.school_id
      WHERE (o.path <@ ANY ($1::ltree[]) OR (p.school_id IS NULL AND $2) OR (p.school_id = ANY ($3::uuid[]) AND p.kind = 'student'))
        AND ($4::text IS NULL OR p.kind = $4) AND ($5::uuid IS NULL OR o.path <@ (SELECT path FROM org_unit WHERE id = $5))
        AND ($6::text IS NULL OR p.stage = $6) AND ($7::text IS NULL OR p.name ILIKE $7)`;
    const given = [paths, wholeProvince, ownSchools, query.kind ?? null, query.unitId ?? null, query.stage ?? null, likePattern(query.q)];
    const order = ORDERS.get(query.sort?.replace(/^-/, '') ?? '') ?? 'p.created_at DESC, p.name';
    const direction = query.sort?.startsWith('-') ? ' DESC' : '';
    const rows = await this.database.query<PersonRow>(`SELECT ${ROW} ${from} ORDER BY ${order}${direction}, p.id LIMIT $8 OFFSET $9`, [...given, query.size, (query.page - 1) * query.size]);
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${from}`, given);
    if (rows.length > 0) {
      await this.audit.record({ action: 'person.listed', subject: { type: 'person_list', id: query.unitId ?? 'scope' }, after: { rows: rows.length, page: query.page } });
    }
    return { rows, total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  /** One record in full but for the document, of which the mask is shown. Audited, also when one looks at oneself through this door. */
  async view(actor: Actor, id: string): Promise<PersonView> {
    await this.people.reachable(actor, id, 'person.view');
    await this.audit.record({ action: 'person.viewed', subject: { type: 'person', id } });
    return this.full(id);
  }

  /** One's own record. */
  async own(actor: Actor): Promise<PersonView> {
    if (actor.personId === undefined) throw new Refusal('missing', 'NOT_FOUND');
    return this.full(actor.personId);
  }

  /** The record with that document, if it lies in the caller's scope. The number comes in the body, never in an address. */
  async lookUp(actor: Actor, wanted: LookUpPerson): Promise<PersonView> {
    const id = await this.people.idOfDocument(wanted.idKind ?? 'resident', wanted.idNumber);
    if (id === undefined) throw new Refusal('missing', 'NOT_FOUND');
    return this.view(actor, id);
  }

  /** Briefs of the named people, in no particular order; unknown ids are left out. */
  briefs(ids: readonly string[]): Promise<PersonBrief[]> {
    return this.database.query<PersonBrief>(
      `SELECT p.id, p.kind, p.name, p.sex, p.birth_date::text AS "birthDate", p.stage, p.grade, p.school_id AS "schoolId", p.id_hash IS NOT NULL AS "hasIdNumber",
              (SELECT a.id FROM account a WHERE a.person_id = p.id) AS "accountId"
       FROM person p WHERE p.id = ANY ($1::uuid[])`,
      [ids],
    );
  }

  private async full(id: string): Promise<PersonView> {
    const row = await this.database.first<Omit<PersonView, 'idMasked'> & { idSealed: string | null }>(
      `SELECT ${ROW}, p.birth_date::text AS "birthDate", p.id_kind AS "idKind", p.id_sealed AS "idSealed", p.id_checked AS "idChecked", p.phone, p.email, p.title
       FROM person p LEFT JOIN org_unit o ON o.id = p.school_id WHERE p.id = $1`,
      [id],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    const { idSealed, ...view } = row;
    return { ...view, idMasked: idSealed === null ? null : maskIdNumber(this.crypto.unseal(idSealed)) };
  }
}
