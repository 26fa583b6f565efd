import type { CorrectionReport } from '#libs/scoring';
import type { CountedSheet, GroupReliability } from './reliability.js';

/** A judge's scale beside the others': how severe, and how wide. */
export interface JudgeScale {
  judge: string;
  entries: number;
  mean: number;
  /** Points above the others with its 95 % interval. */
  effect: number;
  low: number;
  high: number;
  /** Standard deviation of the scores with its 95 % interval; null with fewer than two sheets. */
  spread: number | null;
  spreadLow: number | null;
  spreadHigh: number | null;
  /** `tooFew`: too few sheets to be corrected; `constant`: the same score every time. */
  flags: string[];
}

/** What stands in the way of a correction, or limits it. */
export type CorrectionLimit = 'oneJudge' | 'judgesConfounded' | 'singleReviews' | 'noVariation' | 'singular' | 'apart' | 'tooFew' | 'constant';

export interface CorrectionDiagnostics {
  /** Of the correction that was worked out with the result; null: the rulebook names none. */
  method: string | null;
  judges: JudgeScale[];
  limits: CorrectionLimit[];
}

const Z95 = 1.959963984540054;

/** Quantile of chi-square by Wilson and Hilferty; good to a percent from a few degrees of freedom on. */
const chiSquare = (freedom: number, z: number): number => freedom * (1 - 2 / (9 * freedom) + z * Math.sqrt(2 / (9 * freedom))) ** 3;

function spreadOf(scores: readonly number[]): Pick<JudgeScale, 'spread' | 'spreadLow' | 'spreadHigh'> {
  const freedom = scores.length - 1;
  if (freedom < 1) return { spread: null, spreadLow: null, spreadHigh: null };
  const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
  const spread = Math.sqrt(scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / freedom);
  const bound = (z: number): number => spread * Math.sqrt(freedom / Math.max(chiSquare(freedom, z), 1e-9));
  return { spread, spreadLow: bound(Z95), spreadHigh: freedom < 2 ? null : bound(-Z95) };
}

/** The model's diagnostics of one group, from figures that the report works out anyhow and the correction stored with the result. */
export function correctionDiagnostics({ severity, model }: GroupReliability, report: CorrectionReport | undefined, sheets: readonly CountedSheet[]): CorrectionDiagnostics {
  const scores = new Map<string, number[]>();
  for (const { judge, y } of sheets) scores.set(judge, [...(scores.get(judge) ?? []), y]);
  const flags = new Map(report?.judges.map((judge) => [judge.judge, judge.flags]));
  const judges = severity.map(({ judge, entries, effect, low, high }): JudgeScale => {
    const own = scores.get(judge) ?? [];
    return { judge, entries, mean: own.length === 0 ? 0 : own.reduce((a, b) => a + b, 0) / own.length, effect, low, high, ...spreadOf(own), flags: flags.get(judge) ?? [] };
  });
  const flagged = (flag: 'tooFew' | 'constant'): CorrectionLimit[] => (judges.some((judge) => judge.flags.includes(flag)) ? [flag] : []);
  const known = model.notes.filter((note): note is CorrectionLimit => ['oneJudge', 'judgesConfounded', 'singleReviews', 'noVariation'].includes(note));
  return {
    method: report && report.method !== 'none' ? report.method : null,
    judges,
    limits: [...known, ...(model.singular && known.length === 0 ? ['singular' as const] : []), ...(model.parts > 1 ? ['apart' as const] : []), ...flagged('tooFew'), ...flagged('constant')],
  };
}

/** Places by a figure, the best first; equal figures share the better place. */
export function placesBy(values: readonly { code: string; value: number | null }[]): Map<string, number> {
  const order = values.flatMap(({ code, value }) => (value === null ? [] : [{ code, value }])).sort((a, b) => b.value - a.value);
  return new Map(order.map(({ code, value }) => [code, 1 + order.findIndex((other) => other.value === value)]));
}
