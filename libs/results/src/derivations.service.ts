import { Injectable } from '@nestjs/common';
import { currentContext, Database, text } from '#libs/platform';
import type { ScoringRules } from '#libs/scoring';
import { explainRow } from './core/row-explanation.js';
import { resultRowOf, type StoredRow } from './stored-rows.js';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** How each row's result came about, in the language of the request. */
@Injectable()
export class Derivations {
  constructor(private readonly database: Database) {}

  /** For the office: other entries that a derivation names are called by their numbers, unless the reader sees a part only. */
  async forOffice(rows: readonly StoredRow[], rules: ScoringRules, whole = true): Promise<string[]> {
    if (!whole) return rows.map((row) => this.forOwners(row, rules));
    const told = rows.map((row) => explainRow(resultRowOf(row), row.selections, rules, currentContext().language));
    const ids = [...new Set(told.flatMap((one) => one.match(ID) ?? []))];
    if (ids.length === 0) return told;
    const numbers = await this.database.query<{ id: string; no: string | null }>('SELECT id, entry_no AS no FROM entry WHERE id = ANY($1::uuid[])', [ids]);
    const called = new Map(numbers.map(({ id, no }) => [id, no]));
    return told.map((one) => one.replace(ID, (id) => called.get(id) ?? text('results.anotherEntry')));
  }

  /** For the entry's own people: nobody else's entry is named. */
  forOwners(row: StoredRow, rules: ScoringRules): string {
    return explainRow(resultRowOf(row), row.selections, rules, currentContext().language).replace(ID, text('results.anotherEntry'));
  }
}
