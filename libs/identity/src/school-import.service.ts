import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, Refusal, text, type SheetColumn } from '#libs/platform';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';
import { LIKELY, nameLikeness } from './core/name-likeness.js';
import { isWithin } from './core/org-path.js';
import { schoolNameKey } from './core/school-name.js';
import { SCHOOL_STAGES, SCHOOL_TYPES, type SchoolStage, type SchoolType } from './entities/org-unit.entity.js';
import { ImportKinds, type ImportedRow, type ImportKind, type ImportTarget, type RowProblem, type RowVerdict } from './import-kinds.js';
import { Organisations } from './organisations.service.js';

interface County {
  id: string;
  code: string;
  name: string;
  path: string;
}

interface KnownSchool {
  id: string;
  code: string | null;
  name: string;
  countyId: string;
  status: string;
  schoolType: string;
  stages: string[];
}

interface Likely {
  number: number;
  id: string;
  name: string;
  similarity: number;
}

interface SchoolFacts {
  name: string;
  code: string | undefined;
  schoolType: SchoolType;
  stages: SchoolStage[];
}

const CODE = /^[A-Za-z0-9-]{1,30}$/;
const word = (key: string): string => text(`imports.schools.${key}`);

/** Schools of the register from a table. Known by their code, else by county and name. */
@Injectable()
export class SchoolImport implements ImportKind, OnModuleInit {
  readonly key = 'schools';
  readonly mostRows = 5_000;

  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly organisations: Organisations,
    private readonly kinds: ImportKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  async columns(actor: Actor): Promise<{ columns: SheetColumn[]; notes: string[]; fileName: string }> {
    if (!this.access.can(actor, 'school.import')) throw new Refusal('forbidden', 'FORBIDDEN');
    const columns: SheetColumn[] = [
      { key: 'county', title: word('county'), kind: 'text', required: true, max: 12, hint: word('countyHint') },
      { key: 'countyName', title: word('countyName'), kind: 'text', max: 60, hint: word('countyNameHint') },
      { key: 'code', title: word('code'), kind: 'text', max: 30 },
      { key: 'name', title: word('name'), kind: 'text', required: true, max: 60 },
      { key: 'type', title: word('type'), kind: 'choice', required: true, options: SCHOOL_TYPES.map((value) => ({ value, label: word(`types.${value}`) })) },
      { key: 'stages', title: word('stages'), kind: 'choices', required: true, options: SCHOOL_STAGES.map((value) => ({ value, label: word(`stage.${value}`) })) },
      { key: 'other', title: word('other'), kind: 'flag', hint: word('otherHint') },
    ];
    return { columns, notes: [word('note')], fileName: word('fileName') };
  }

  async check(actor: Actor, _target: ImportTarget, rows: ImportedRow[]): Promise<RowVerdict[]> {
    const paths = this.access.orgPaths(actor, 'school.import');
    const counties = new Map((await this.counties(rows)).map((county) => [county.code, county]));
    const known = await this.known(rows, [...counties.values()]);
    const likely = await this.likely(rows, counties);
    const seen = new Map<string, number>();
    return rows.map((row): RowVerdict => {
      const problems: RowProblem[] = [...row.problems];
      const county = counties.get(said(row, 'county'));
      const code = said(row, 'code');
      const name = said(row, 'name');
      if (said(row, 'county') !== '') problems.push(...placeProblems(row, county, paths));
      if (code !== '' && !CODE.test(code)) problems.push({ column: 'code', code: 'SCHOOL_CODE_FORMAT' });
      for (const key of [code === '' ? '' : `code ${code}`, county && name !== '' ? `name ${county.id} ${name}` : '']) {
        const twice = key === '' ? undefined : seen.get(key);
        if (twice !== undefined) problems.push({ code: 'IMPORT_TWICE', params: { number: twice } });
        else if (key !== '') seen.set(key, row.number);
      }
      const existing = (code === '' ? undefined : known.find((school) => school.code === code)) ?? known.find((school) => school.countyId === county?.id && school.name === name);
      if (existing && existing.status !== 'active' && existing.status !== 'proposed') problems.push({ column: 'code', code: 'IMPORT_SCHOOL_MERGED', params: { code } });
      if (existing && county && existing.countyId !== county.id) problems.push({ column: 'code', code: 'SCHOOL_CODE_TAKEN' });
      if (!existing && row.values.other !== true) {
        const near = likely.find((one) => one.number === row.number);
        if (near) problems.push({ column: 'name', code: 'IMPORT_LIKELY', params: { name: near.name, similarity: Math.round(near.similarity * 100), confirm: word('other') } });
      }
      const title = name || code;
      if (problems.length > 0) return { title, outcome: 'problem', problems, hints: [] };
      if (!existing) return { title, outcome: 'add', problems, hints: [] };
      return { title, outcome: same(existing, factsOf(row)) ? 'same' : 'change', problems, hints: [], existingId: existing.id };
    });
  }

  async take(actor: Actor, _target: ImportTarget, row: ImportedRow, verdict: RowVerdict): Promise<string> {
    const facts = factsOf(row);
    if (verdict.existingId !== undefined) {
      await this.organisations.edit(actor, verdict.existingId, facts);
      return verdict.existingId;
    }
    const county = await this.organisations.findByCode(said(row, 'county'));
    if (!county) throw new Refusal('unprocessable', 'COUNTY_NOT_FOUND');
    this.access.within(actor, 'school.import', { orgPath: county.path });
    return (await this.organisations.propose(actor, { ...facts, countyId: county.id, notADuplicate: true })).id;
  }

  private counties(rows: ImportedRow[]): Promise<County[]> {
    return this.database.query<County>(`SELECT id, code, name, path::text AS path FROM org_unit WHERE kind = 'county' AND code = ANY ($1::text[])`, [rows.map((row) => said(row, 'county'))]);
  }

  private known(rows: ImportedRow[], counties: County[]): Promise<KnownSchool[]> {
    return this.database.query<KnownSchool>(
      `SELECT id, code, name, parent_id AS "countyId", status, school_type AS "schoolType", stages FROM org_unit
       WHERE kind = 'school' AND ((code = ANY ($1::text[]) AND status <> 'merged') OR (parent_id = ANY ($2::uuid[]) AND name = ANY ($3::text[]) AND status IN ('active', 'proposed')))`,
      [rows.map((row) => said(row, 'code')).filter((code) => code !== ''), counties.map((county) => county.id), rows.map((row) => said(row, 'name'))],
    );
  }

  /** The closest other school of the same county for each row, where it is close enough. */
  private async likely(rows: ImportedRow[], counties: Map<string, County>): Promise<Likely[]> {
    const there = await this.database.query<{ id: string; name: string; key: string; countyId: string }>(
      `SELECT id, name, name_key AS key, parent_id AS "countyId" FROM org_unit WHERE kind = 'school' AND status IN ('active', 'proposed') AND parent_id = ANY ($1::uuid[]) ORDER BY id`,
      [[...counties.values()].map((county) => county.id)],
    );
    return rows.flatMap((row) => {
      const [name, county] = [said(row, 'name'), counties.get(said(row, 'county'))];
      if (name === '' || !county) return [];
      const key = schoolNameKey(name);
      const near = there
        .filter((school) => school.countyId === county.id && school.name !== name)
        .map((school) => ({ number: row.number, id: school.id, name: school.name, similarity: nameLikeness(key, school.key) }))
        .sort((one, other) => other.similarity - one.similarity)[0];
      return near && near.similarity >= LIKELY ? [near] : [];
    });
  }
}

const said = (row: ImportedRow, key: string): string => (typeof row.values[key] === 'string' ? row.values[key] : '');

const factsOf = (row: ImportedRow): SchoolFacts => ({
  name: said(row, 'name'), code: said(row, 'code') || undefined, schoolType: row.values.type as SchoolType, stages: SCHOOL_STAGES.filter((stage) => (row.values.stages as string[]).includes(stage)),
});

const same = (school: KnownSchool, facts: SchoolFacts): boolean =>
  school.name === facts.name && (facts.code === undefined || school.code === facts.code) && school.schoolType === facts.schoolType && school.stages.join() === facts.stages.join();

function placeProblems(row: ImportedRow, county: County | undefined, paths: string[]): RowProblem[] {
  const code = said(row, 'county');
  if (!county) return [{ column: 'county', code: 'IMPORT_COUNTY', params: { code } }];
  if (!paths.some((path) => isWithin(county.path, path))) return [{ column: 'county', code: 'IMPORT_NOT_YOURS', params: { name: county.name } }];
  const name = said(row, 'countyName');
  return name !== '' && name !== county.name ? [{ column: 'countyName', code: 'IMPORT_COUNTY_NAME', params: { code, name: county.name } }] : [];
}
