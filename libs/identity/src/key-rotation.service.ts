import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
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
  ) {}

  /** Identity numbers with their look-up hashes, and TOTP secrets. Works in small transactions and may be run again. Answers how many moved. */
  async reseal(): Promise<{ people: number; accounts: number }> {
    const moved = { people: await this.resealPeople(), accounts: await this.resealAccounts() };
    await keepOnlyKey((sql, parameters) => this.database.query(sql, parameters), this.crypto.currentKeyId);
    if (moved.people + moved.accounts > 0) await this.audit.record({ action: 'keys.resealed', subject: { type: 'installation', id: 'keys' }, after: moved });
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
      const rows = await this.database.query<{ id: string; sealed: string }>(`SELECT id, totp_sealed AS sealed FROM account WHERE totp_sealed IS NOT NULL FOR UPDATE`);
      const fresh = rows.filter((row) => !this.crypto.isCurrent(row.sealed)).map((row) => ({ id: row.id, sealed: this.crypto.reseal(row.sealed) }));
      await this.database.query(`UPDATE account a SET totp_sealed = f.sealed FROM jsonb_to_recordset($1::jsonb) AS f (id uuid, sealed text) WHERE a.id = f.id`, [JSON.stringify(fresh)]);
      return fresh.length;
    });
  }
}
