import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Filters of a list that somebody keeps, for the account alone or for everybody of a unit. */
@Entity({ name: 'list_view' })
export class ListViewRow {
  @PrimaryColumn({ type: 'uuid', default: () => 'gen_random_uuid()' }) id: string;
  @Column({ type: 'uuid', name: 'account_id' }) accountId: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  @Column({ type: 'text' }) list: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) query: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
