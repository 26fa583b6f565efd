import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { SchoolStage } from './org-unit.entity.js';

export const PERSON_KINDS = ['student', 'coach', 'guardian', 'staff'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** Resident identity card (also of the residence permits with 18 digits), or a document that a human checks. */
export const ID_KINDS = ['resident', 'hk_macao', 'taiwan', 'passport'] as const;
export type IdKind = (typeof ID_KINDS)[number];

export type Sex = 'M' | 'F';

/** A human being, with or without an account. The identity number is kept sealed and found by its keyed hash only. */
@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  kind: PersonKind;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  sex: Sex | null;

  @Column({ type: 'date', name: 'birth_date', nullable: true })
  birthDate: string | null;

  @Column({ type: 'text', name: 'id_kind', nullable: true })
  idKind: IdKind | null;

  @Column({ type: 'text', name: 'id_sealed', nullable: true })
  idSealed: string | null;

  @Column({ type: 'text', name: 'id_hash', nullable: true })
  idHash: string | null;

  /** Record that owns this document already, under another name; an office settles which is right. */
  @Column({ type: 'uuid', name: 'id_contested_with', nullable: true })
  idContestedWith: string | null;

  /** Documents of a free format count only once a human has compared them. */
  @Column({ type: 'boolean', name: 'id_checked', default: false })
  idChecked: boolean;

  @Column({ type: 'uuid', name: 'school_id', nullable: true })
  schoolId: string | null;

  @Column({ type: 'text', nullable: true })
  stage: SchoolStage | null;

  /** The class year as the school writes it, e.g. 八年级. */
  @Column({ type: 'text', nullable: true })
  grade: string | null;

  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  /** Professional title of a coach or judge. */
  @Column({ type: 'text', nullable: true })
  title: string | null;

  /** The account that entered this person; a coach may edit the students it entered. */
  @Column({ type: 'uuid', name: 'created_by', nullable: true })
  createdBy: string | null;

  @Column({ type: 'timestamptz', name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column({ type: 'timestamptz', name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
