import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When an entry was looked through, and the digest of all that was looked at: the same again is not looked at twice. */
@Entity({ name: 'entry_scan' })
export class EntryScan {
  @PrimaryColumn({ type: 'uuid', name: 'entry_id' }) entryId: string;
  @Column({ type: 'text', name: 'input_sha256' }) inputSha256: string;
  @Column({ type: 'timestamptz', name: 'scanned_at' }) scannedAt: Date;
}
