import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export const ORG_KINDS = ['province', 'prefecture', 'county', 'school'] as const;
export type OrgKind = (typeof ORG_KINDS)[number];

/** ordinary, vocational, special-education and international schools; out-of-school places; research offices (domain 4.1: who may enter, who may coach). */
export const SCHOOL_TYPES = ['ordinary', 'vocational', 'special', 'international', 'out_of_school', 'teaching_research'] as const;
export type SchoolType = (typeof SCHOOL_TYPES)[number];

/** 小学, 初中, 高中(中专). */
export const SCHOOL_STAGES = ['primary', 'junior', 'senior'] as const;
export type SchoolStage = (typeof SCHOOL_STAGES)[number];

export const ORG_STATUSES = ['active', 'proposed', 'rejected', 'merged'] as const;
export type OrgStatus = (typeof ORG_STATUSES)[number];

/** A province, prefecture, county or school; `path` is its place in the tree. */
@Entity('org_unit')
export class OrgUnit {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  kind: OrgKind;

  /** Division code (43, 4301, 430102), or a school's official code where it has one. */
  @Column({ type: 'text', nullable: true })
  code: string | null;

  @Column({ type: 'text' })
  name: string;

  /** The name without what spellings differ in; for the duplicate search. */
  @Column({ type: 'text', name: 'name_key' })
  nameKey: string;

  @Column({ type: 'ltree' })
  path: string;

  @Column({ type: 'uuid', name: 'parent_id', nullable: true })
  parentId: string | null;

  @Column({ type: 'text', name: 'school_type', nullable: true })
  schoolType: SchoolType | null;

  @Column({ type: 'text', array: true, default: () => "'{}'" })
  stages: SchoolStage[];

  @Column({ type: 'text', default: 'active' })
  status: OrgStatus;

  @Column({ type: 'uuid', name: 'merged_into_id', nullable: true })
  mergedIntoId: string | null;

  @Column({ type: 'uuid', name: 'proposed_by', nullable: true })
  proposedBy: string | null;

  @Column({ type: 'text', name: 'decision_reason', nullable: true })
  decisionReason: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
