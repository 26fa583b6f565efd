import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One row of an uploaded table. Its cells are sealed, for they may hold identity numbers, and go when they are no longer needed. */
@Entity({ name: 'import_row' })
export class ImportRow {
  @PrimaryColumn({ type: 'uuid', name: 'run_id' }) runId: string;
  /** As the spreadsheet counts it. */
  @PrimaryColumn({ type: 'int' }) number: number;
  @Column({ type: 'text', nullable: true }) sealed: string | null;
  /** What the row is about, for people. */
  @Column({ type: 'text', default: '' }) title: string;
  /** Before: add · change · same · problem. After: added · changed · kept · failed. */
  @Column({ type: 'text', default: 'problem' }) outcome: string;
  @Column({ type: 'jsonb', default: () => "'[]'" }) problems: unknown[];
  /** What is still missing by the rules but does not keep the row out. */
  @Column({ type: 'jsonb', default: () => "'[]'" }) hints: unknown[];
  @Column({ type: 'uuid', name: 'result_id', nullable: true }) resultId: string | null;
}
