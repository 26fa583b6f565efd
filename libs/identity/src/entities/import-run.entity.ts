import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One table that somebody uploaded: read, checked, and (once the uploader says so) taken over. */
@Entity({ name: 'import_run' })
export class ImportRun {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'text' }) kind: string;
  /** What the rows are for, e.g. `{ editionId, type, schoolId }`. */
  @Column({ type: 'jsonb', default: () => "'{}'" }) target: Record<string, string>;
  /** Of the template's heads. */
  @Column({ type: 'text', default: 'zh' }) language: string;
  @Column({ type: 'text', name: 'file_name' }) fileName: string;
  @Column({ type: 'text', name: 'file_sha256' }) fileSha256: string;
  /** The upload, until it has been read. */
  @Column({ type: 'uuid', name: 'file_id', nullable: true }) fileId: string | null;
  /** checking · checked · unreadable · committing · committed · discarded */
  @Column({ type: 'text', default: 'checking' }) state: string;
  @Column({ type: 'uuid', name: 'job_id', nullable: true }) jobId: string | null;
  @Column({ type: 'jsonb', default: () => "'[]'" }) heads: string[];
  @Column({ type: 'jsonb', default: () => "'[]'" }) notes: { code: string; where: string }[];
  /** Why the file could not be read at all. */
  @Column({ type: 'jsonb', nullable: true }) failure: { code: string; params: Record<string, string | number> } | null;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'checked_at', nullable: true }) checkedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'committed_at', nullable: true }) committedAt: Date | null;
}
