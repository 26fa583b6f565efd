import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a proposal gives one entry. `computed` is the rule's answer, `award` the one that will stand. */
@Entity('award_proposal_row')
export class AwardProposalRow {
  @PrimaryColumn({ type: 'uuid', name: 'proposal_id' }) proposalId: string;
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text', name: 'group_key' }) groupKey: string;
  @Column({ type: 'int' }) position: number;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'int', nullable: true }) rank: number | null;
  @Column({ type: 'text', nullable: true }) total: string | null;
  /** Key of the prize, `finalist` in a shortlist, null for none. */
  @Column({ type: 'text', nullable: true }) award: string | null;
  @Column({ type: 'text', nullable: true }) computed: string | null;
  /** The rule left this entry to the jury. */
  @Column({ type: 'boolean', name: 'left_to_jury' }) leftToJury: boolean;
  /** In the correction of a shortlist: came in by decision, against the rule. */
  @Column({ type: 'boolean', default: false }) exception: boolean;
}
