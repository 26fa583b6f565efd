import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Notices } from '#libs/notices';
import { Database, FieldCrypto, keepOnlyKey } from '#libs/platform';
import { readForeignDocument } from './core/id-number.js';
import type { IdKind } from './entities/person.entity.js';

const BATCH = 500;

interface SealedPerson {
  id: string;
  idKind: IdKind;
  sealed: string;
}

/** The text whose keyed hash finds a document again. */
export function documentText(kind: IdKind, number: string): string {
  return `${kind} ${kind === 'resident' ? number.trim().toUpperCase() : (readForeignDocument(number) ?? number)}`;
}

/** Moves what was sealed under older keys to the newest one; afterwards the older keys can be thrown away. */
@Injectable()
export class KeyRotation {
  constructor(
    private readonly database: Database,
    private readonly crypto: FieldCrypto,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /**
   * Identity numbers with their look-up hashes, TOTP secrets with recovery codes, letters that wait. Works in small transactions and may be
   * run again. Answers how many moved, and how many accounts must make new recovery codes. The record it leaves has the audit log sealed anew.
   */
  async reseal(): Promise<{ people: number; accounts: number; letters: number; codesToRenew: number }> {
    // Which key made the codes is told by the secret beside them, so they come before it.
    const codesToRenew = await this.retireHashedCodes();
    const moved = { people: await this.resealPeople(), accounts: await this.resealAccounts(), letters: await this.notices.resealLetters(), codesToRenew };
    await keepOnlyKey((sql, parameters) => this.database.query(sql, parameters), this.crypto.currentKeyId);
    await this.audit.record({ action: 'keys.resealed', subject: { type: 'installation', id: 'keys' }, after: moved });
    return moved;
  }

  private async resealPeople(): Promise<number> {
    let moved = 0;
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const last = await this.database.transaction(async () => {
        const rows = await this.database.query<SealedPerson>(
          `SELECT id, id_kind AS "idKind", id_sealed AS sealed FROM person WHERE id_sealed IS NOT NULL AND id > $1 ORDER BY id LIMIT ${BATCH} FOR UPDATE`, [after],
        );
        const old = rows.filter((row) => !this.crypto.isCurrent(row.sealed));
        const fresh = old.map((row) => ({ id: row.id, sealed: this.crypto.reseal(row.sealed), hash: this.crypto.lookupHash(documentText(row.idKind, this.crypto.unseal(row.sealed))) }));
        await this.database.query(
          `UPDATE person p SET id_sealed = f.sealed, id_hash = f.hash FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, sealed text, hash text) WHERE p.id = f.id`, [JSON.stringify(fresh)],
        );
        moved += fresh.length;
        return rows.at(-1)?.id;
      });
      if (last === undefined) return moved;
      after = last;
    }
  }

  private async resealAccounts(): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string; totp: string | null; codes: string[] }>(
        `SELECT id, totp_sealed AS totp, recovery_sealed AS codes FROM account WHERE totp_sealed IS NOT NULL OR cardinality(recovery_sealed) > 0 FOR UPDATE`,
      );
      const fresh = rows
        .filter((row) => [...(row.totp === null ? [] : [row.totp]), ...row.codes].some((sealed) => !this.crypto.isCurrent(sealed)))
        .map((row) => ({ id: row.id, totp: row.totp === null ? null : this.crypto.reseal(row.totp), codes: row.codes.map((code) => this.crypto.reseal(code)) }));
      await this.database.query(
        `UPDATE account a SET totp_sealed = f.totp, recovery_sealed = ARRAY(SELECT jsonb_array_elements_text(f.codes))
         FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, totp text, codes jsonb) WHERE a.id = f.id`,
        [JSON.stringify(fresh)],
      );
      return fresh.length;
    });
  }

  /**
   * Recovery codes made before they were sealed are keyed hashes: no key but the one of their day checks them. Where that may be an older
   * one they are taken away and their owners told to make new ones, rather than failing on the day they are needed.
   */
  private async retireHashedCodes(): Promise<number> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string; totp: string | null }>(`SELECT id, totp_sealed AS totp FROM account WHERE cardinality(recovery_hashes) > 0 FOR UPDATE`);
      const lost = rows.filter((row) => row.totp === null || !this.crypto.isCurrent(row.totp)).map((row) => row.id);
      await this.database.query(`UPDATE account SET recovery_hashes = '{}' WHERE id = ANY ($1::uuid[])`, [lost]);
      await this.notices.send({ to: lost, template: 'account.recovery_codes_gone', link: '/account/security', dedupeKey: `codes.gone:${this.crypto.currentKeyId}` });
      return lost.length;
    });
  }
}
