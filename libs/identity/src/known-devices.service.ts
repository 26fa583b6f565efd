import { Injectable } from '@nestjs/common';
import { Clock, Database, Random } from '#libs/platform';
import { tokenHash } from './token-hash.js';

/** Browsers that have proved themselves: what strangers try at an account does not lock its owner out of them. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** Whether the account was logged in to from the browser with this cookie. */
  async knows(token: string | undefined, accountId: string): Promise<boolean> {
    if (token === undefined) return false;
    return (await this.database.first('SELECT 1 FROM known_device WHERE token_hash = $1 AND account_id = $2', [tokenHash(token), accountId])) !== undefined;
  }

  /** After a login: remembers the browser for the account. The token for its cookie; the one it has is kept. */
  async remember(token: string | undefined, accountId: string): Promise<string> {
    const kept = token ?? this.random.token(32);
    await this.database.query(
      `INSERT INTO known_device (token_hash, account_id, first_used_at, last_used_at) VALUES ($1, $2, $3, $3) ON CONFLICT (token_hash, account_id) DO UPDATE SET last_used_at = $3`,
      [tokenHash(kept), accountId, this.clock.now()],
    );
    return kept;
  }

  /** After a reset: whoever has the old browsers is a stranger again. */
  async forget(accountId: string): Promise<void> {
    await this.database.query('DELETE FROM known_device WHERE account_id = $1', [accountId]);
  }
}
