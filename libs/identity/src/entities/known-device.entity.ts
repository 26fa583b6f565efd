import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser from which the account was logged in to with the right password. Only the hash of its cookie is kept. */
@Entity('known_device')
export class KnownDevice {
  @PrimaryColumn({ type: 'text', name: 'token_hash' }) tokenHash: string;
  @PrimaryColumn({ type: 'uuid', name: 'account_id' }) accountId: string;
  @Column({ type: 'timestamptz', name: 'first_used_at' }) firstUsedAt: Date;
  @Column({ type: 'timestamptz', name: 'last_used_at' }) lastUsedAt: Date;
}
