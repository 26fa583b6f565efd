import type { EntryResult } from './entry-result.types.js';
import type { ResultRow } from './score-output.types.js';
import type { Trace } from '../trace/trace.types.js';

type Written = Omit<ResultRow, 'trace'>;

/** Writes out the derivation of an entry's result. */
export type Derive = (position: number, result: EntryResult) => Trace;

/**
 * A row whose derivation is written out when it is first read. The derivation stands on what was kept while scoring, not on the input, so that
 * nothing done to the input afterwards can change it. To JSON, copies and comparisons `trace` is a member like any other.
 */
export class DerivedRow implements Written {
  declare readonly trace: Trace;
  readonly entry: string;
  readonly group: string;
  readonly state: ResultRow['state'];
  readonly rank: number | null;
  readonly tied: boolean;
  readonly total: string | null;
  readonly exact: string | null;
  readonly stages: ResultRow['stages'];
  readonly awards: ResultRow['awards'];
  #derive: Derive | null;
  #position: number;
  #result: EntryResult;
  #trace: Trace | null = null;

  constructor(row: Written, derive: Derive, position: number, result: EntryResult) {
    this.entry = row.entry;
    this.group = row.group;
    this.state = row.state;
    this.rank = row.rank;
    this.tied = row.tied;
    this.total = row.total;
    this.exact = row.exact;
    this.stages = row.stages;
    this.awards = row.awards;
    this.#derive = derive;
    this.#position = position;
    this.#result = result;
    Object.defineProperty(this, 'trace', OWN_TRACE);
  }

  static traceOf(row: DerivedRow): Trace {
    if (row.#derive) [row.#trace, row.#derive] = [row.#derive(row.#position, row.#result), null];
    return row.#trace as Trace;
  }
}

/** One getter for all rows keeps them of one shape. */
const OWN_TRACE: PropertyDescriptor = {
  enumerable: true,
  configurable: true,
  get(this: DerivedRow) {
    return DerivedRow.traceOf(this);
  },
};
