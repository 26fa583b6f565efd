import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Database, Random, Refusal, violatedConstraint } from '#libs/platform';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { orgLabel } from './core/org-path.js';
import { divisionsOf } from './core/province-divisions.js';
import { schoolNameKey } from './core/school-name.js';
import type { EditSchool, ProposeSchool } from './dto/organisation.dto.js';
import { SCHOOL_STAGES, type OrgKind, type OrgStatus, type SchoolStage, type SchoolType } from './entities/org-unit.entity.js';
import { OrganisationQueries } from './organisations.queries.js';

export interface UnitRow {
  id: string;
  kind: OrgKind;
  name: string;
  code: string | null;
  path: string;
  parentId: string | null;
  schoolType: SchoolType | null;
  stages: SchoolStage[];
  status: OrgStatus;
}

const UNIT = `id, kind, name, code, path::text AS path, parent_id AS "parentId", school_type AS "schoolType", stages, status`;

function orderedStages(stages: readonly string[]): SchoolStage[] {
  const unknown = stages.findIndex((stage) => !(SCHOOL_STAGES as readonly string[]).includes(stage));
  if (unknown >= 0) throw new Refusal('invalid', 'INVALID_INPUT', { count: 1 }, [{ code: 'NOT_ONE_OF', path: `stages[${unknown}]` }]);
  return SCHOOL_STAGES.filter((stage) => stages.includes(stage));
}

/** The tree of organisations and the register of schools. */
@Injectable()
export class Organisations {
  constructor(
    private readonly database: Database,
    private readonly random: Random,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly queries: OrganisationQueries,
  ) {}

  /** Puts a province, its prefectures and counties into the tree, or brings their names up to date. Safe to run again. Answers how many changed. */
  async seedProvince(provinceCode: string): Promise<number> {
    const units = divisionsOf(provinceCode);
    if (units.length === 0) throw new Error(`There is no province with code ${provinceCode}`);
    return this.database.transaction(async () => {
      let changed = 0;
      for (const kind of ['province', 'prefecture', 'county'] as const) {
        const level = units.filter((unit) => unit.kind === kind).map((unit) => ({ ...unit, nameKey: schoolNameKey(unit.name) }));
        const rows = await this.database.query(
          `INSERT INTO org_unit (kind, code, name, name_key, path, parent_id)
           SELECT u.kind, u.code, u.name, u."nameKey", u.path::ltree, (SELECT id FROM org_unit WHERE path = u."parentPath"::ltree)
           FROM jsonb_to_recordset($1::jsonb) AS u (kind text, code text, name text, "nameKey" text, path text, "parentPath" text)
           ON CONFLICT (path) DO UPDATE SET name = excluded.name, name_key = excluded.name_key WHERE org_unit.name <> excluded.name
           RETURNING id`,
          [JSON.stringify(level)],
        );
        changed += rows.length;
      }
      return changed;
    });
  }

  /** A unit of the tree, or undefined. */
  find(id: string): Promise<UnitRow | undefined> {
    return this.database.first<UnitRow>(`SELECT ${UNIT} FROM org_unit WHERE id = $1`, [id]);
  }

  /** A unit by its division or school code, or undefined. */
  findByCode(code: string): Promise<UnitRow | undefined> {
    return this.database.first<UnitRow>(`SELECT ${UNIT} FROM org_unit WHERE code = $1 AND status <> 'merged'`, [code]);
  }

  /** A school that people can belong to. SCHOOL_NOT_FOUND otherwise. */
  async activeSchool(id: string): Promise<UnitRow> {
    const unit = await this.find(id);
    if (unit?.kind !== 'school' || unit.status !== 'active') throw new Refusal('unprocessable', 'SCHOOL_NOT_FOUND');
    return unit;
  }

  /**
   * Adds a school to a county: at once when the actor may approve there, else as a proposal. LIKELY_DUPLICATE (with the schools in
   * question as problems) unless the caller says it is another one.
   */
  async propose(actor: Actor, input: ProposeSchool): Promise<{ id: string; status: OrgStatus }> {
    const county = await this.find(input.countyId);
    if (county?.kind !== 'county') throw new Refusal('unprocessable', 'COUNTY_NOT_FOUND');
    const status = this.access.covers(actor, 'school.approve', { orgPath: county.path }) ? 'active' : 'proposed';
    return this.add(input, county, status, actor.accountId);
  }

  /** A school proposed by somebody who is about to register at it. */
  async proposeByNewcomer(input: ProposeSchool): Promise<{ id: string; status: OrgStatus }> {
    const county = await this.find(input.countyId);
    if (county?.kind !== 'county') throw new Refusal('unprocessable', 'COUNTY_NOT_FOUND');
    return this.add(input, county, 'proposed', null);
  }

  private add(input: ProposeSchool, county: UnitRow, status: OrgStatus, accountId: string | null): Promise<{ id: string; status: OrgStatus }> {
    const name = input.name.trim();
    const stages = orderedStages(input.stages);
    return this.translatingConflicts(() =>
      this.database.transaction(async () => {
        if (!input.notADuplicate) await this.refuseDuplicates(county.id, name);
        const id = this.random.uuid();
        await this.database.query(
          `INSERT INTO org_unit (id, kind, code, name, name_key, path, parent_id, school_type, stages, status, proposed_by)
           VALUES ($1, 'school', $2, $3, $4, $5::ltree, $6, $7, $8, $9, $10)`,
          [id, input.code ?? null, name, schoolNameKey(name), `${county.path}.${orgLabel('school', id)}`, county.id, input.schoolType, stages, status, accountId],
        );
        await this.audit.record({
          action: status === 'active' ? 'school.added' : 'school.proposed',
          subject: { type: 'org_unit', id },
          after: { name, code: input.code ?? null, schoolType: input.schoolType, stages, countyId: county.id },
        });
        return { id, status };
      }),
    );
  }

  private async refuseDuplicates(countyId: string, name: string): Promise<void> {
    const likely = await this.queries.likelyDuplicates(countyId, name);
    if (likely.length === 0) return;
    throw new Refusal('conflict', 'LIKELY_DUPLICATE', { count: likely.length }, likely.map((school) => ({
      code: 'LIKELY_DUPLICATE_OF', path: 'name', params: { id: school.id, name: school.name, county: school.county, similarity: school.similarity },
    })));
  }

  /** Makes a proposed school an active one. */
  async approve(actor: Actor, id: string): Promise<void> {
    await this.decide(actor, id, 'active', undefined);
  }

  /** Refuses a proposal; the reason is shown to whoever proposed it. */
  async reject(actor: Actor, id: string, reason: string): Promise<void> {
    await this.decide(actor, id, 'rejected', reason);
  }

  private async decide(actor: Actor, id: string, status: 'active' | 'rejected', reason: string | undefined): Promise<void> {
    await this.database.transaction(async () => {
      const school = await this.locked(actor, id, 'school.approve');
      if (school.status !== 'proposed') throw new Refusal('conflict', 'SCHOOL_ALREADY_DECIDED');
      await this.database.query(`UPDATE org_unit SET status = $2, decision_reason = $3 WHERE id = $1`, [id, status, reason ?? null]);
      await this.audit.record({
        action: status === 'active' ? 'school.approved' : 'school.rejected',
        subject: { type: 'org_unit', id }, before: { status: school.status }, after: { status }, reason,
      });
    });
  }

  /** Changes official name, code, type or stages of a school. */
  async edit(actor: Actor, id: string, input: EditSchool): Promise<void> {
    await this.translatingConflicts(() =>
      this.database.transaction(async () => {
        const school = await this.locked(actor, id, 'school.edit');
        if (school.status === 'merged') throw new Refusal('conflict', 'SCHOOL_MERGED');
        const before = { name: school.name, code: school.code, schoolType: school.schoolType, stages: school.stages };
        const after = {
          name: input.name?.trim() ?? school.name, code: input.code ?? school.code, schoolType: input.schoolType ?? school.schoolType,
          stages: input.stages ? orderedStages(input.stages) : school.stages,
        };
        await this.database.query(`UPDATE org_unit SET name = $2, name_key = $3, code = $4, school_type = $5, stages = $6 WHERE id = $1`, [
          id, after.name, schoolNameKey(after.name), after.code, after.schoolType, after.stages,
        ]);
        await this.audit.record({ action: 'school.edited', subject: { type: 'org_unit', id }, before, after });
      }),
    );
  }

  /** The school, locked until the transaction ends. NOT_FOUND when it is none or outside the actor's scope. */
  async locked(actor: Actor, id: string, permission: 'school.approve' | 'school.edit' | 'school.merge'): Promise<UnitRow> {
    const school = await this.database.first<UnitRow>(`SELECT ${UNIT} FROM org_unit WHERE id = $1 AND kind = 'school' FOR UPDATE`, [id]);
    if (!school) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, permission, { orgPath: school.path });
    return school;
  }

  private async translatingConflicts<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'org_unit_school_name') throw new Refusal('conflict', 'SCHOOL_NAME_TAKEN', {}, [{ code: 'SCHOOL_NAME_TAKEN', path: 'name' }]);
      if (constraint === 'org_unit_code') throw new Refusal('conflict', 'SCHOOL_CODE_TAKEN', {}, [{ code: 'SCHOOL_CODE_TAKEN', path: 'code' }]);
      throw error;
    }
  }
}
