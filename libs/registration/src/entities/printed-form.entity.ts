import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One print of an application form: what it said then, and the SHA-256 that stands on the paper. Only added to. */
@Entity({ name: 'printed_form' })
export class PrintedForm {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'text', name: 'content_sha256' }) contentSha256: string;
  @Column({ type: 'jsonb' }) content: Record<string, unknown>;
  @Column({ type: 'uuid', name: 'rulebook_version_id' }) rulebookVersionId: string;
  @Column({ type: 'uuid', name: 'printed_by' }) printedBy: string;
  @Column({ type: 'timestamptz', name: 'printed_at' }) printedAt: Date;
}
