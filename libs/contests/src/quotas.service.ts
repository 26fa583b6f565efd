import { Injectable } from '@nestjs/common';
import { Clock, Database, Refusal } from '#libs/platform';
import { quotaKinds } from './core/quota-figures.js';
import { quotaKindName } from './quota-kind-name.js';
import type { Level } from './core/rulebook-terms.types.js';
import { Rulebooks } from './rulebooks.service.js';

export interface QuotaState {
  /** `*`, a type, or a type in one group (`project/primary`). */
  entryType: string;
  /** null: counted without a limit. */
  places: number | null;
  used: number;
}

export interface NamedQuota extends QuotaState {
  /** What the places are for, in the reader's language. */
  kind: string;
}

/**
 * Places of a unit, taken and given back inside the transaction that moves the entry. The rows are locked in a fixed order, so parallel
 * recommendations wait for each other; the table's CHECK holds `used <= places` whatever a service does.
 */
@Injectable()
export class Quotas {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly rulebooks: Rulebooks) {}

  /**
   * Takes `count` places of the unit. Answers whether they were counted (the rulebook may leave a level without quota).
   * Refuses QUOTA_EXCEEDED with `kind`, `places`, `used` and `left`; a level that requires a quota has no places until they are set.
   */
  async take(editionId: string, level: Level, unitId: string, entryType: string, count = 1, group?: string | null): Promise<boolean> {
    const { document } = await this.rulebooks.of(editionId);
    const rule = document.chain.find((step) => step.level === level)?.quota ?? 'none';
    if (rule === 'none') return false;
    const kinds = quotaKinds(entryType, group);
    const rows = await this.locked(editionId, level, unitId, kinds);
    const limited = rows.filter((row) => row.places !== null);
    if (rule === 'required' && limited.length === 0) throw quotaExceeded({ entryType, kind: quotaKindName(document, entryType), places: 0, used: 0 });
    const full = limited.find((row) => row.used + count > (row.places ?? 0));
    if (full) throw quotaExceeded({ ...full, kind: quotaKindName(document, full.entryType) });
    await this.add(editionId, level, unitId, kinds, count);
    return true;
  }

  /** Gives `count` places back that were taken before. */
  async giveBack(editionId: string, level: Level, unitId: string, entryType: string, count = 1, group?: string | null): Promise<void> {
    const kinds = quotaKinds(entryType, group);
    await this.locked(editionId, level, unitId, kinds);
    await this.add(editionId, level, unitId, kinds, -count);
  }

  /** How the unit stands, without locking. */
  async state(editionId: string, level: Level, unitId: string, entryType: string, group?: string | null): Promise<NamedQuota[]> {
    const { document } = await this.rulebooks.of(editionId);
    const rows = await this.database.query<QuotaState>(
      `SELECT entry_type AS "entryType", places, used FROM quota
       WHERE edition_id = $1 AND level = $2 AND unit_id = $3 AND entry_type = ANY ($4) ORDER BY entry_type`,
      [editionId, level, unitId, quotaKinds(entryType, group)],
    );
    return rows.map((row) => ({ ...row, kind: quotaKindName(document, row.entryType) }));
  }

  private async locked(editionId: string, level: Level, unitId: string, kinds: string[]): Promise<QuotaState[]> {
    const select = (): Promise<QuotaState[]> =>
      this.database.query<QuotaState>(
        `SELECT entry_type AS "entryType", places, used FROM quota
         WHERE edition_id = $1 AND level = $2 AND unit_id = $3 AND entry_type = ANY ($4) ORDER BY entry_type FOR UPDATE`,
        [editionId, level, unitId, kinds],
      );
    const rows = await select();
    if (rows.length === kinds.length) return rows;
    await this.database.query(
      `INSERT INTO quota (edition_id, level, unit_id, entry_type, places, updated_at)
       SELECT $1, $2, $3, t, NULL, $5 FROM unnest($4::text[]) AS t ORDER BY t ON CONFLICT ON CONSTRAINT quota_key DO NOTHING`,
      [editionId, level, unitId, kinds, this.clock.now()],
    );
    return select();
  }

  private async add(editionId: string, level: Level, unitId: string, kinds: string[], count: number): Promise<void> {
    await this.database.query(
      `UPDATE quota SET used = used + $5, updated_at = $6 WHERE edition_id = $1 AND level = $2 AND unit_id = $3 AND entry_type = ANY ($4)`,
      [editionId, level, unitId, kinds, count, this.clock.now()],
    );
  }
}

/** The refusal of a step for which these places do not suffice. */
export function quotaExceeded(row: NamedQuota): Refusal {
  const places = row.places ?? 0;
  return new Refusal('conflict', 'QUOTA_EXCEEDED', { type: row.entryType, kind: row.kind, places, used: row.used, left: places - row.used });
}
