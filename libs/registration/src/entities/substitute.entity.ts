import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An entry that waits for a place to fall free: of its unit's quota, or of the edition itself (`level` edition). While it is called it holds that place. */
@Entity({ name: 'substitute' })
export class Substitute {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text' }) level: string;
  @Column({ type: 'uuid', name: 'unit_id' }) unitId: string;
  @Column({ type: 'text', name: 'entry_type' }) entryType: string;
  @Column({ type: 'int' }) position: number;
  /** How often it let a call go by; later rounds are called last. */
  @Column({ type: 'int', default: 0 }) round: number;
  /** waiting · called · accepted · declined · expired · removed */
  @Column({ type: 'text', default: 'waiting' }) state: string;
  @Column({ type: 'boolean', name: 'holds_place', default: false }) holdsPlace: boolean;
  @Column({ type: 'timestamptz', name: 'called_at', nullable: true }) calledAt: Date | null;
  @Column({ type: 'timestamptz', name: 'answer_by', nullable: true }) answerBy: Date | null;
  @Column({ type: 'timestamptz', name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column({ type: 'uuid', name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column({ type: 'uuid', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
