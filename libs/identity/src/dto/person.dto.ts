import { Day, Email, Flag, Id, Instant, OneOf, PageQuery, Text } from '#libs/platform';
import { SCHOOL_STAGES, type SchoolStage } from '../entities/org-unit.entity.js';
import { ID_KINDS, PERSON_KINDS, type IdKind, type PersonKind, type Sex } from '../entities/person.entity.js';

export const SEXES = ['M', 'F'] as const;
const PHONE = /^[+\d][\d\s()-]{4,24}$/;

/** What is known of a human being apart from the school. */
export class PersonFacts {
  @Text({ min: 1, max: 50 }) name: string;
  @OneOf(SEXES, { optional: true, name: 'Sex' }) sex?: Sex;
  @Day({ optional: true }) birthDate?: string;
  @OneOf(ID_KINDS, { optional: true, name: 'IdKind', description: 'resident when not said' }) idKind?: IdKind;
  @Text({ optional: true, min: 5, max: 30, description: 'Kept sealed; never answered, only its mask' }) idNumber?: string;
  @OneOf(SCHOOL_STAGES, { optional: true, name: 'SchoolStage' }) stage?: SchoolStage;
  @Text({ optional: true, max: 30 }) grade?: string;
  @Text({ optional: true, pattern: PHONE }) phone?: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, max: 50, description: 'Professional title of a coach' }) title?: string;
}

export class AddPerson extends PersonFacts {
  @OneOf(['student', 'coach'], { name: 'EnteredKind' }) kind: 'student' | 'coach';
  @Id() schoolId: string;
}

export class EditPerson {
  @Text({ optional: true, min: 1, max: 50 }) name?: string;
  @OneOf(SEXES, { optional: true, name: 'Sex' }) sex?: Sex;
  @Day({ optional: true }) birthDate?: string;
  @OneOf(ID_KINDS, { optional: true, name: 'IdKind' }) idKind?: IdKind;
  @Text({ optional: true, min: 5, max: 30 }) idNumber?: string;
  @OneOf(SCHOOL_STAGES, { optional: true, name: 'SchoolStage' }) stage?: SchoolStage;
  @Text({ optional: true, max: 30 }) grade?: string;
  @Text({ optional: true, pattern: PHONE }) phone?: string;
  @Email({ optional: true }) email?: string;
  @Text({ optional: true, max: 50 }) title?: string;
}

export class PeopleQuery extends PageQuery {
  @OneOf(PERSON_KINDS, { optional: true, name: 'PersonKind' }) kind?: PersonKind;
  @Id({ optional: true, description: 'A school, county, prefecture or province' }) unitId?: string;
  @OneOf(SCHOOL_STAGES, { optional: true, name: 'SchoolStage' }) stage?: SchoolStage;
}

export class LookUpPerson {
  @OneOf(ID_KINDS, { optional: true, name: 'IdKind' }) idKind?: IdKind;
  @Text({ min: 5, max: 30 }) idNumber: string;
}

/** A line of a list: enough to tell people apart, no documents, no contact. */
export class PersonRow {
  @Id() id: string;
  @OneOf(PERSON_KINDS, { name: 'PersonKind' }) kind: PersonKind;
  @Text() name: string;
  @OneOf(SEXES, { nullable: true, name: 'Sex' }) sex: Sex | null;
  @Id({ nullable: true }) schoolId: string | null;
  @Text({ nullable: true }) school: string | null;
  @OneOf(SCHOOL_STAGES, { nullable: true, name: 'SchoolStage' }) stage: SchoolStage | null;
  @Text({ nullable: true }) grade: string | null;
  @Flag() hasIdNumber: boolean;
  @Flag() hasAccount: boolean;
  @Instant() createdAt: Date;
}

export class PersonView extends PersonRow {
  @Day({ nullable: true }) birthDate: string | null;
  @OneOf(ID_KINDS, { nullable: true, name: 'IdKind' }) idKind: IdKind | null;
  @Text({ nullable: true, description: 'First 4 and last 2 characters' }) idMasked: string | null;
  @Flag() idChecked: boolean;
  @Text({ nullable: true }) phone: string | null;
  @Text({ nullable: true }) email: string | null;
  @Text({ nullable: true }) title: string | null;
}

export class MovePerson {
  @Id() schoolId: string;
  @Text({ min: 2, max: 500 }) reason: string;
}
