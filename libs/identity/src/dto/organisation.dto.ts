import { Flag, Id, ListOf, Numeric, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
import { ORG_KINDS, ORG_STATUSES, SCHOOL_STAGES, SCHOOL_TYPES, type OrgKind, type OrgStatus, type SchoolStage, type SchoolType } from '../entities/org-unit.entity.js';

const CODE = /^[A-Za-z0-9-]{1,30}$/;

export class DivisionView {
  @Id() id: string;
  @OneOf(ORG_KINDS, { name: 'OrgKind' }) kind: OrgKind;
  @Text() code: string;
  @Text() name: string;
  @Id({ nullable: true }) parentId: string | null;
}

export class SchoolChoicesQuery {
  @Id() countyId: string;
  @Text({ max: 100, optional: true }) q?: string;
}

export class SchoolChoice {
  @Id() id: string;
  @Text() name: string;
  @Texts({ description: 'primary, junior, senior' }) stages: SchoolStage[];
}

export class SchoolsQuery extends PageQuery {
  @Id({ optional: true, description: 'A province, prefecture or county: schools below it' }) unitId?: string;
  @OneOf(ORG_STATUSES, { optional: true, name: 'OrgStatus' }) status?: OrgStatus;
  @OneOf(SCHOOL_TYPES, { optional: true, name: 'SchoolType' }) schoolType?: SchoolType;
  @OneOf(SCHOOL_STAGES, { optional: true, name: 'SchoolStage' }) stage?: SchoolStage;
}

export class SchoolView {
  @Id() id: string;
  @Text({ nullable: true }) code: string | null;
  @Text() name: string;
  @OneOf(SCHOOL_TYPES, { name: 'SchoolType' }) schoolType: SchoolType;
  @Texts() stages: SchoolStage[];
  @OneOf(ORG_STATUSES, { name: 'OrgStatus' }) status: OrgStatus;
  @Id() countyId: string;
  @Text() county: string;
  @Id() prefectureId: string;
  @Text() prefecture: string;
  @Id({ nullable: true }) mergedIntoId: string | null;
  @Text({ nullable: true }) decisionReason: string | null;
  @Whole() people: number;
}

export class ProposeSchool {
  @Id() countyId: string;
  @Text({ min: 2, max: 60 }) name: string;
  @Text({ optional: true, pattern: CODE }) code?: string;
  @OneOf(SCHOOL_TYPES, { name: 'SchoolType' }) schoolType: SchoolType;
  @Texts({ min: 1, max: 3, description: 'primary, junior, senior' }) stages: SchoolStage[];
  @Flag({ optional: true, description: 'Somebody has looked at the likely duplicates and it is another school' }) notADuplicate?: boolean;
}

export class EditSchool {
  @Text({ optional: true, min: 2, max: 60 }) name?: string;
  @Text({ optional: true, pattern: CODE }) code?: string;
  @OneOf(SCHOOL_TYPES, { optional: true, name: 'SchoolType' }) schoolType?: SchoolType;
  @Texts({ optional: true, min: 1, max: 3 }) stages?: SchoolStage[];
}

export class Reason {
  @Text({ min: 2, max: 500 }) reason: string;
}

export class DuplicatesQuery {
  @Id() countyId: string;
  @Text({ min: 2, max: 60 }) name: string;
}

export class LikelyDuplicate {
  @Id() id: string;
  @Text() name: string;
  @Text() county: string;
  @OneOf(ORG_STATUSES, { name: 'OrgStatus' }) status: OrgStatus;
  @Numeric({ description: '0 to 1' }) similarity: number;
}

export class MergeSchool {
  @Id() intoId: string;
  @Text({ min: 2, max: 500 }) reason: string;
}

export class MovedRows {
  @Text() table: string;
  @Whole() rows: number;
}

export class MergeOutcome {
  @Id() intoId: string;
  @ListOf(() => MovedRows) moved: MovedRows[];
}
