import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A public message of the office; without an edition it concerns every contest. */
@Entity({ name: 'announcement' })
export class Announcement {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'edition_id', nullable: true }) editionId: string | null;
  @Column({ type: 'text' }) title: string;
  @Column({ type: 'text' }) body: string;
  @Column({ type: 'boolean', default: false }) pinned: boolean;
  /** draft · published · withdrawn */
  @Column({ type: 'text', default: 'draft' }) state: string;
  @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'uuid', name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
  @Column({ type: 'timestamptz', name: 'published_at', nullable: true }) publishedAt: Date | null;
}
