import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What judging knows of a judge beside the account: fields, employer, schools of the past. */
@Entity('judge')
export class Judge {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'account_id' }) accountId: string;
  @Column({ type: 'uuid', name: 'person_id', nullable: true }) personId: string | null;
  /** School or administrative unit the judge works for, where it is in the register. */
  @Column({ type: 'uuid', name: 'employer_org_id', nullable: true }) employerOrgId: string | null;
  @Column({ type: 'text' }) employer: string;
  @Column({ type: 'text' }) post: string;
  /** Prefecture the judge lives or works in, for rulebooks that keep judges from their own prefecture's entries. */
  @Column({ type: 'uuid', name: 'prefecture_id', nullable: true }) prefectureId: string | null;
  /** Disciplines the judge can read, as keys of the rulebook. */
  @Column({ type: 'text', array: true }) fields: string[];
  /** Entries the judge is willing to read in one stage; null: no wish. */
  @Column({ type: 'int', name: 'load_wish', nullable: true }) loadWish: number | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'updated_at' }) updatedAt: Date;
}
