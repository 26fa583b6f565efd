import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What one content was found to say; two files with the same bytes share it. */
@Entity({ name: 'file_inspection' })
export class FileInspection {
  @PrimaryColumn({ type: 'text' }) sha256: string;
  @Column({ type: 'uuid', name: 'file_id' }) fileId: string;
  /** Text by page; empty for what has none. */
  @Column({ type: 'jsonb', default: () => "'[]'" }) pages: string[];
  /** What the file tells about itself: `[name, text]`. */
  @Column({ type: 'jsonb', default: () => "'[]'" }) facts: [string, string][];
  /** 64 bits in hexadecimal that stay alike when a picture is scaled or saved again. */
  @Column({ type: 'text', name: 'image_hash', nullable: true }) imageHash: string | null;
  @Column({ type: 'uuid', name: 'thumbnail_id', nullable: true }) thumbnailId: string | null;
  @Column({ type: 'uuid', name: 'preview_id', nullable: true }) previewId: string | null;
  /** Why it could not be read. */
  @Column({ type: 'text', nullable: true }) problem: string | null;
  @Column({ type: 'timestamptz', name: 'inspected_at' }) inspectedAt: Date;
}
