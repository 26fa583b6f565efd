import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One year's season of a contest. */
@Entity({ name: 'edition' })
export class Edition {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'contest_id' }) contestId: string;
  @Column({ type: 'text' }) family: string;
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'int' }) year: number;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', name: 'name_en', default: '' }) nameEn: string;
  /** preparing · open · closed · archived */
  @Column({ type: 'text', default: 'preparing' }) state: string;
  @Column({ type: 'uuid', name: 'rulebook_version_id', nullable: true }) rulebookVersionId: string | null;
  @Column({ type: 'uuid', name: 'cloned_from', nullable: true }) clonedFrom: string | null;
  /** Digest of the defaults the office has confirmed, and who did. */
  @Column({ type: 'text', name: 'defaults_sha256', nullable: true }) defaultsSha256: string | null;
  @Column({ type: 'uuid', name: 'defaults_confirmed_by', nullable: true }) defaultsConfirmedBy: string | null;
  @Column({ type: 'timestamptz', name: 'defaults_confirmed_at', nullable: true }) defaultsConfirmedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column({ type: 'timestamptz', name: 'archived_at', nullable: true }) archivedAt: Date | null;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
