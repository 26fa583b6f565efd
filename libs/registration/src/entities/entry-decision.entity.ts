import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Each step of an entry's way: who moved it from where to where, when and why. Only added to. */
@Entity({ name: 'entry_decision' })
export class EntryDecision {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text' }) action: string;
  @Column({ type: 'text', name: 'from_state' }) fromState: string;
  @Column({ type: 'text', name: 'to_state' }) toState: string;
  @Column({ type: 'text', nullable: true }) level: string | null;
  @Column({ type: 'uuid', name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column({ type: 'text', default: '' }) reason: string;
  @Column({ type: 'timestamptz', name: 'fix_by', nullable: true }) fixBy: Date | null;
  /** Keys of the check list that were ticked. */
  @Column({ type: 'text', array: true, default: () => "'{}'" }) checked: string[];
  @Column({ type: 'int', name: 'entry_version' }) entryVersion: number;
  @Column({ type: 'bigint', name: 'sequence', generated: 'increment' }) sequence: string;
  @Column({ type: 'timestamptz', name: 'decided_at' }) decidedAt: Date;
}
