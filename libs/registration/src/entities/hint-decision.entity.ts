import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An official's word on one hint of the checks, with the facts it was given on. Only added to; the newest one of a hint counts. */
@Entity({ name: 'hint_decision' })
export class HintDecision {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  /** Of the code and the facts: other facts are another hint. */
  @Column({ type: 'text' }) key: string;
  @Column({ type: 'text' }) code: string;
  @Column({ type: 'text' }) path: string;
  @Column({ type: 'jsonb' }) params: Record<string, string | number>;
  @Column({ type: 'text' }) verdict: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'text' }) level: string;
  @Column({ type: 'uuid', name: 'decided_by' }) decidedBy: string;
  @Column({ type: 'timestamptz', name: 'decided_at' }) decidedAt: Date;
  @Column({ type: 'bigint', name: 'sequence', generated: 'increment' }) sequence: string;
}
