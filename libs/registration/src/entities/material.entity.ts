import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One version of one file of an entry. A newer file does not remove the older: it ends its turn. */
@Entity({ name: 'material' })
export class Material {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text' }) slot: string;
  @Column({ type: 'uuid', name: 'file_id' }) fileId: string;
  /** Counts the files ever put into the slot. */
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'bigint', name: 'size_bytes' }) sizeBytes: string;
  @Column({ type: 'text' }) sha256: string;
  @Column({ type: 'int', nullable: true }) pages: number | null;
  @Column({ type: 'int', nullable: true }) width: number | null;
  @Column({ type: 'int', nullable: true }) height: number | null;
  @Column({ type: 'int', nullable: true }) dpi: number | null;
  @Column({ type: 'int', nullable: true }) seconds: number | null;
  @Column({ type: 'uuid', name: 'added_by' }) addedBy: string;
  @Column({ type: 'timestamptz', name: 'added_at' }) addedAt: Date;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'uuid', name: 'ended_by', nullable: true }) endedBy: string | null;
}
