import type { RoundResult } from '../combine/rounds.js';
import { formatExact } from '../exact/decimal.js';
import type { Rational } from '../exact/rational.js';
import type { RoundTrace, SheetTrace } from '../trace/trace.types.js';

/** What became of one sheet; its derivation is written from this when it is asked for. */
export interface SheetNote {
  readonly judge: string | null;
  readonly round: number;
  /** Null unless the sheet is final and not void. */
  total: Rational | null;
  corrected: Rational | null;
  use: SheetTrace['use'];
  reason: SheetTrace['reason'];
}

export function sheetTrace({ judge, round, total, corrected, use, reason }: SheetNote): SheetTrace {
  const trace: SheetTrace = { judge, round, total: total && formatExact(total), corrected: corrected && formatExact(corrected), use };
  if (reason !== undefined) trace.reason = reason;
  return trace;
}

export function roundTraces(results: readonly RoundResult[], counted: readonly number[]): RoundTrace[] {
  const made = new Set(counted);
  return results.map((result, index) => ({
    round: result.round,
    score: result.score && formatExact(result.score),
    use: result.score === null ? 'noResult' : made.has(index) ? 'counted' : 'dropped',
  }));
}
