import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where two works resemble each other, and what a human decided about it. */
@Entity({ name: 'similarity_finding' })
export class SimilarityFinding {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'other_id' }) otherId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'int' }) score: number;
  @Column({ type: 'text' }) relation: string;
  @Column({ type: 'jsonb' }) details: unknown;
  @Column({ type: 'text', default: 'open' }) state: string;
  @Column({ type: 'text', default: '' }) note: string;
  @Column({ type: 'uuid', name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'found_at' }) foundAt: Date;
}
