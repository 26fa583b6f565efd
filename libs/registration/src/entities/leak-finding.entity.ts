import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something that tells who made a work, in one place of it, and what a human decided about it. */
@Entity({ name: 'leak_finding' })
export class LeakFinding {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'material_id', nullable: true }) materialId: string | null;
  @Column({ type: 'text' }) key: string;
  @Column({ type: 'text' }) source: string;
  @Column({ type: 'text', default: '' }) field: string;
  @Column({ type: 'int', nullable: true }) page: number | null;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) severity: string;
  @Column({ type: 'text' }) word: string;
  @Column({ type: 'int' }) occurrences: number;
  @Column({ type: 'jsonb' }) passages: unknown;
  @Column({ type: 'text', default: 'open' }) state: string;
  @Column({ type: 'text', default: '' }) reason: string;
  @Column({ type: 'uuid', name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'found_at' }) foundAt: Date;
}
