import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A text of a work as it is compared with others: title, abstract or report. */
@Entity({ name: 'work_text' })
export class WorkText {
  @PrimaryColumn({ type: 'int', generated: 'increment' }) id: number;
  @Column({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text' }) part: string;
  @Column({ type: 'text' }) source: string;
}

/** One mark of a text: the hash of a few characters in a row. */
@Entity({ name: 'work_shingle' })
export class WorkShingle {
  @PrimaryColumn({ type: 'int' }) hash: number;
  @PrimaryColumn({ type: 'int', name: 'text_id' }) textId: number;
}

/** A picture of a work by its perceptual hash. */
@Entity({ name: 'work_image' })
export class WorkImage {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @PrimaryColumn({ type: 'uuid', name: 'material_id' }) materialId: string;
  @Column({ type: 'bigint' }) hash: string;
}
