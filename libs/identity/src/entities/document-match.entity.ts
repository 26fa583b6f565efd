import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an account has named a person of another school by document and name. */
@Entity({ name: 'document_match' })
export class DocumentMatch {
  @PrimaryColumn({ type: 'uuid', name: 'account_id' }) accountId: string;
  @PrimaryColumn({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'timestamptz' }) at: Date;
}
