import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The printable form (PDF) of a posted list. */
@Entity('publication_print')
export class PublicationPrint {
  @PrimaryColumn({ type: 'uuid', name: 'publication_id' }) publicationId: string;
  @Column({ type: 'uuid', name: 'file_id' }) fileId: string;
  @Column({ type: 'timestamptz', name: 'made_at' }) madeAt: Date;
}
