import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The file that judges get in the place of one that tells too much. Only added to; the newest counts, the original stays. */
@Entity({ name: 'blind_replacement' })
export class BlindReplacement {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'material_id' }) materialId: string;
  @Column({ type: 'uuid', name: 'file_id' }) fileId: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'uuid', name: 'replaced_by' }) replacedBy: string;
  @Column({ type: 'timestamptz', name: 'replaced_at' }) replacedAt: Date;
  @Column({ type: 'bigint', generated: 'increment' }) sequence: string;
}
