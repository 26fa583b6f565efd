import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A list ordered as a file. Its content is kept for a day, for the one who ordered it. */
@Entity({ name: 'list_export' })
export class ListExport {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  /** Filters, order, columns and format as they were asked for. */
  @Column({ type: 'jsonb' }) query: Record<string, unknown>;
  @Column({ type: 'text' }) language: string;
  @Column({ type: 'uuid', name: 'job_id', nullable: true }) jobId: string | null;
  @Column({ type: 'bytea', nullable: true }) content: Buffer | null;
  @Column({ type: 'int', nullable: true }) rows: number | null;
  @Column({ type: 'text', name: 'refused_code', nullable: true }) refusedCode: string | null;
  @Column({ type: 'uuid', name: 'requested_by' }) requestedBy: string;
  @Column({ type: 'timestamptz', name: 'requested_at' }) requestedAt: Date;
  @Column({ type: 'timestamptz', name: 'expires_at' }) expiresAt: Date;
}
