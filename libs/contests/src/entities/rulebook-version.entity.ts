import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Rulebook } from '../core/rulebook.types.js';

/** One version of an edition's rules. Once frozen it never changes; an amendment is the next version. */
@Entity({ name: 'rulebook_version' })
export class RulebookVersion {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'int' }) number: number;
  @Column({ type: 'jsonb' }) document: Rulebook;
  @Column({ type: 'text' }) sha256: string;
  @Column({ type: 'text', default: '' }) reason: string;
  /** Saves of the draft; another browser's older copy is refused by it. */
  @Column({ type: 'int', default: 1 }) revision: number;
  @Column({ type: 'timestamptz', name: 'frozen_at', nullable: true }) frozenAt: Date | null;
  @Column({ type: 'uuid', name: 'created_by', nullable: true }) createdBy: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
