import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { Audit } from '#libs/audit';
import { Clock, Database, FieldCrypto, Random, Refusal, text } from '#libs/platform';
import { Passwords } from './passwords.service.js';

const PERIOD = 30;
const RECOVERY_CODES = 10;
/** Without letters and digits that look alike; 32 of them, so that 10 carry 50 bits. */
const RECOVERY_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

interface FactorRow {
  passwordHash: string | null;
  login: string;
  sealed: string | null;
  confirmedAt: Date | null;
  lastStep: number | null;
  recoveryHashes: string[];
  recoverySealed: string[];
}

/** The second factor: six-digit codes by time (TOTP, RFC 6238), and recovery codes for a lost device. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly crypto: FieldCrypto,
    private readonly passwords: Passwords,
    private readonly audit: Audit,
  ) {}

  /** Begins (or begins again) the enrolment. It counts only once a code has been given. */
  async begin(accountId: string): Promise<{ secret: string; uri: string }> {
    const row = await this.row(accountId);
    if (row.confirmedAt) throw new Refusal('conflict', 'SECOND_FACTOR_ALREADY_ON');
    const secret = new Secret({ buffer: new Uint8Array(this.random.bytes(20)).buffer });
    await this.database.query(`UPDATE account SET totp_sealed = $2, totp_last_step = NULL WHERE id = $1`, [accountId, this.crypto.seal(secret.base32)]);
    return { secret: secret.base32, uri: this.totp(secret.base32, row.login).toString() };
  }

  /** Ends the enrolment with a first code. Answers with the recovery codes, which are shown this once. */
  async confirm(accountId: string, code: string): Promise<string[]> {
    return this.database.transaction(async () => {
      const row = await this.row(accountId);
      if (row.confirmedAt) throw new Refusal('conflict', 'SECOND_FACTOR_ALREADY_ON');
      if (!row.sealed) throw new Refusal('conflict', 'SECOND_FACTOR_NOT_BEGUN');
      const step = this.stepOf(row, code);
      if (step === undefined) throw new Refusal('unprocessable', 'SECOND_FACTOR_WRONG', {}, [{ code: 'SECOND_FACTOR_WRONG', path: 'code' }]);
      await this.database.query(`UPDATE account SET totp_confirmed_at = $2, totp_last_step = $3 WHERE id = $1`, [accountId, this.clock.now(), step]);
      const codes = await this.newRecoveryCodes(accountId);
      await this.audit.record({ action: 'account.second_factor_on', subject: { type: 'account', id: accountId } });
      return codes;
    });
  }

  /** New recovery codes instead of the old ones, against the password. */
  async renewRecoveryCodes(accountId: string, password: string): Promise<string[]> {
    const row = await this.row(accountId);
    await this.passwords.confirm(accountId, row.passwordHash, password);
    if (!row.confirmedAt) throw new Refusal('conflict', 'SECOND_FACTOR_NOT_BEGUN');
    return this.database.transaction(async () => {
      await this.audit.record({ action: 'account.recovery_codes_renewed', subject: { type: 'account', id: accountId } });
      return this.newRecoveryCodes(accountId);
    });
  }

  /** Switches it off, against the password. */
  async switchOff(accountId: string, password: string): Promise<void> {
    await this.passwords.confirm(accountId, (await this.row(accountId)).passwordHash, password);
    await this.reset(accountId);
  }

  /** Takes the second factor away (lost device); whoever must have one enrols again at the next login. */
  async reset(accountId: string): Promise<void> {
    await this.database.transaction(async () => {
      await this.database.query(`UPDATE account SET totp_sealed = NULL, totp_confirmed_at = NULL, totp_last_step = NULL, recovery_hashes = '{}', recovery_sealed = '{}' WHERE id = $1`, [accountId]);
      await this.audit.record({ action: 'account.second_factor_off', subject: { type: 'account', id: accountId } });
    });
  }

  /** Whether a code (or recovery code) is right. Each counts once: of two equal ones at the same time one wins. */
  async accepts(accountId: string, code: string): Promise<boolean> {
    const row = await this.row(accountId);
    const step = this.stepOf(row, code);
    if (step !== undefined) {
      const taken = await this.database.query(
        `UPDATE account SET totp_last_step = $2 WHERE id = $1 AND (totp_last_step IS NULL OR totp_last_step < $2) RETURNING id`, [accountId, step],
      );
      return taken.length > 0;
    }
    const digest = this.recoveryDigest(accountId, code);
    const found = row.recoverySealed.find((sealed) => this.crypto.unseal(sealed) === digest);
    if (found !== undefined) {
      const used = await this.database.query(
        `UPDATE account SET recovery_sealed = array_remove(recovery_sealed, $2) WHERE id = $1 AND $2 = ANY (recovery_sealed) RETURNING id`, [accountId, found],
      );
      return used.length > 0;
    }
    // Codes from before they were sealed.
    const hashes = this.crypto.lookupHashes(this.recoveryText(accountId, code));
    const spent = row.recoveryHashes.find((hash) => hashes.includes(hash));
    if (spent === undefined) return false;
    const taken = await this.database.query(
      `UPDATE account SET recovery_hashes = array_remove(recovery_hashes, $2) WHERE id = $1 AND $2 = ANY (recovery_hashes) RETURNING id`, [accountId, spent],
    );
    return taken.length > 0;
  }

  private async row(accountId: string): Promise<FactorRow> {
    const row = await this.database.first<FactorRow>(
      `SELECT password_hash AS "passwordHash", coalesce(login_name, email, phone) AS login, totp_sealed AS sealed, totp_confirmed_at AS "confirmedAt",
              totp_last_step AS "lastStep", recovery_hashes AS "recoveryHashes", recovery_sealed AS "recoverySealed" FROM account WHERE id = $1`,
      [accountId],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  private totp(secret: string, label: string): TOTP {
    return new TOTP({ issuer: text('identity.issuer', {}, 'zh'), label, secret, period: PERIOD, digits: 6, algorithm: 'SHA1' });
  }

  /** The time step a code belongs to: this one or its neighbours (clocks differ), later than the last one used. */
  private stepOf(row: FactorRow, code: string): number | undefined {
    if (!row.sealed || !/^\d{6}$/.test(code.trim())) return undefined;
    const now = this.clock.millis();
    const delta = this.totp(this.crypto.unseal(row.sealed), row.login).validate({ token: code.trim(), timestamp: now, window: 1 });
    if (delta === null) return undefined;
    const step = Math.floor(now / 1000 / PERIOD) + delta;
    return row.lastStep !== null && step <= row.lastStep ? undefined : step;
  }

  private async newRecoveryCodes(accountId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, () => {
      const letters = [...this.random.bytes(10)].map((byte) => RECOVERY_LETTERS[byte % 32]).join('');
      return `${letters.slice(0, 5)}-${letters.slice(5)}`;
    });
    await this.database.query(`UPDATE account SET recovery_hashes = '{}', recovery_sealed = $2 WHERE id = $1`, [accountId, codes.map((code) => this.crypto.seal(this.recoveryDigest(accountId, code)))]);
    return codes;
  }

  /** Sealed, not keyed: so a change of keys can carry it. */
  private recoveryDigest(accountId: string, code: string): string {
    return createHash('sha256').update(this.recoveryText(accountId, code)).digest('hex');
  }

  private recoveryText(accountId: string, code: string): string {
    return `recovery ${accountId} ${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`;
  }
}
