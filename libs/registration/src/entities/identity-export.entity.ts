import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wish to export entries with identity numbers: granted by a second person, collected once, within a day. */
@Entity({ name: 'identity_export' })
export class IdentityExport {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  /** Filters of the list. */
  @Column({ type: 'jsonb' }) filters: Record<string, string>;
  @Column({ type: 'text' }) reason: string;
  /** requested · approved · refused · collected */
  @Column({ type: 'text', default: 'requested' }) state: string;
  @Column({ type: 'uuid', name: 'requested_by' }) requestedBy: string;
  @Column({ type: 'timestamptz', name: 'requested_at' }) requestedAt: Date;
  @Column({ type: 'uuid', name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column({ type: 'text', name: 'decision_reason', default: '' }) decisionReason: string;
  @Column({ type: 'timestamptz', name: 'collect_by', nullable: true }) collectBy: Date | null;
  @Column({ type: 'timestamptz', name: 'collected_at', nullable: true }) collectedAt: Date | null;
  /** People whose numbers were in the file. */
  @Column({ type: 'int', nullable: true }) people: number | null;
}
