import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Of which print a scan is, where somebody has read it off the paper; otherwise it is the print before the upload. */
@Entity({ name: 'scanned_print' })
export class ScannedPrint {
  @PrimaryColumn({ type: 'uuid', name: 'material_id' }) materialId: string;
  @Column({ type: 'uuid', name: 'printed_form_id' }) printedFormId: string;
  @Column({ type: 'uuid', name: 'named_by' }) namedBy: string;
  @Column({ type: 'timestamptz', name: 'named_at' }) namedAt: Date;
}
