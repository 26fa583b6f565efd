import { affinityOf, type Affinity } from './affinity.js';
import { correlation } from './agreement.js';
import { chiSquareTail, normalTail } from './distributions.js';
import { alikePairs, driftOf, type AlikePair, type EntryDistance } from './judge-patterns.js';
import { lowTails, medianOf, type Figure } from './low-tails.js';
import { fitMixed, type MixedFit, type MixedOptions } from './mixed-model.js';
import type { RawObservation } from './observations.js';
import { exp, ln } from './portable-math.js';

/** One review with what the screens look at. */
export interface Review extends RawObservation {
  /** Scores of the criteria, in a fixed order. */
  criteria?: readonly number[];
  /** The sheet that has these criteria; criteria are only compared inside one sheet. */
  sheet?: string;
  /** Time from opening the entry to handing in the sheet. */
  seconds?: number;
  /** When it was handed in: the judge's reviews in this order. */
  order?: number;
  /** The entry comes from the judge's own region; absent where that is not known. */
  own?: boolean;
}

export type ScreenName = 'randomScores' | 'narrowScale' | 'erratic' | 'severity' | 'outlyingScore' | 'halo' | 'tooFast' | 'sameAgain' | 'drift' | 'copying';

export interface JudgeScreens {
  judge: string;
  entries: number;
  /** Severity in points with its 95 % interval; below 0 is severe. */
  severity: number;
  low: number;
  high: number;
  /** Standard deviation of the judge's scores. */
  spread: number;
  /** Correlation with what the other judges' scores predict; null for fewer than three entries. */
  agreement: number | null;
  /** Mean square of the standardised leave-one-out residuals; about 1 when the model fits. */
  outfit: number;
  /** Change per ten sheets, in standard deviations of a score; null for fewer than eight sheets in order. */
  drift: number | null;
  /** Spread between the criteria of one review, in standard deviations; low: one verdict for all. Null where it cannot be told. */
  halo: number | null;
  /** Geometric mean of the seconds a review took; null when they are not known. */
  seconds: number | null;
  /** Screens that remain after the false alarms are controlled; each opens a question for a person and excludes nobody. */
  flags: ScreenName[];
}

export interface OutlyingScore {
  judge: string;
  entry: string;
  /** Standardised distance from what the others' scores predict. */
  z: number;
}

export interface ScreenReport {
  judges: JudgeScreens[];
  /** |z| of at least 3, farthest first. */
  outlying: OutlyingScore[];
  /** Pairs that agree too well where both differ from the rest. */
  alike: AlikePair[];
  /** Judges who are kinder to entries of their own region than chance explains. */
  favouring: (Affinity & { judge: string })[];
  fit: MixedFit;
}

const FAR = 3;

interface Residual extends EntryDistance {
  y: number;
  /** What the other judges' scores of the entry predict for it. */
  predicted: number;
  own: boolean | undefined;
}

/** Looks at every judge against the others (judging mathematics 5). The false discovery rate of each screen is held at `rate` (Benjamini and Hochberg). */
export function screenJudges(reviews: readonly Review[], options: MixedOptions & { rate?: number } = {}): ScreenReport {
  const fit = fitMixed(reviews, options);
  const residuals = leaveOneOut(reviews, fit, options);
  const own = new Map<string, Review[]>();
  for (const review of reviews) {
    const list = own.get(review.judge);
    if (list) list.push(review);
    else own.set(review.judge, [review]);
  }
  const judges = fit.judges.map((judge): JudgeScreens => {
    const list = residuals.get(judge.judge) ?? [];
    const scores = list.map((one) => one.y);
    return {
      judge: judge.judge,
      entries: judge.entries,
      severity: judge.effect,
      low: judge.effect - 1.959963984540054 * judge.standardError,
      high: judge.effect + 1.959963984540054 * judge.standardError,
      spread: standardDeviation(scores),
      agreement: list.length < 3 ? null : (correlation(scores, list.map((one) => one.predicted)) ?? 0),
      outfit: list.length === 0 ? 1 : list.reduce((sum, one) => sum + one.z * one.z, 0) / list.length,
      drift: driftOf(list)?.perTen ?? null,
      halo: null,
      seconds: null,
      flags: [],
    };
  });
  const rate = options.rate ?? 0.05;
  flagJudges({ judges, residuals, own, fit, rate });
  const pairs = alikePairs(residuals);
  const alike = discoveries(pairs.map((pair) => pair.p), rate).map((at) => pairs[at] as AlikePair);
  for (const judge of judges) if (alike.some((pair) => pair.judges.includes(judge.judge))) judge.flags.push('copying');
  const affinities = judges.map(({ judge }) => affinityOf(judge, residuals.get(judge) ?? []));
  const favouring = discoveries(affinities.map((one) => one?.p ?? null), rate).map((at) => ({ judge: (judges[at] as JudgeScreens).judge, ...(affinities[at] as Affinity) }));
  const outlying = [...residuals].flatMap(([judge, list]) => list.filter((one) => Math.abs(one.z) >= FAR).map((one) => ({ judge, entry: one.entry, z: one.z })));
  return { judges, outlying: outlying.sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.entry < b.entry ? -1 : 1)), alike, favouring, fit };
}

function leaveOneOut(reviews: readonly Review[], fit: MixedFit, options: MixedOptions): Map<string, Residual[]> {
  const means = new Map(fit.tracks.map((track) => [track.track, track.mean]));
  const effects = new Map(fit.judges.map((judge) => [judge.judge, judge.effect]));
  const centred = (review: Review): number => review.y - (means.get(options.track?.(review.entry) ?? '') ?? 0) - (effects.get(review.judge) ?? 0);
  const sums = new Map<string, { sum: number; count: number }>();
  for (const review of reviews) {
    const one = sums.get(review.entry) ?? { sum: 0, count: 0 };
    sums.set(review.entry, { sum: one.sum + centred(review), count: one.count + 1 });
  }
  const inverse = fit.varEntry > 0 ? fit.varResidual / fit.varEntry : Number.POSITIVE_INFINITY;
  const residuals = new Map<string, Residual[]>();
  for (const review of reviews) {
    const { sum, count } = sums.get(review.entry) as { sum: number; count: number };
    const weight = count - 1 + inverse;
    const loo = Number.isFinite(weight) && weight > 0 ? (sum - centred(review)) / weight : 0;
    const sd = Math.sqrt(fit.varResidual * (1 + (Number.isFinite(weight) && weight > 0 ? 1 / weight : 0)));
    const list = residuals.get(review.judge) ?? [];
    list.push({ entry: review.entry, y: review.y, own: review.own, predicted: loo, z: sd > 0 ? (centred(review) - loo) / sd : 0, ...(review.order === undefined ? {} : { order: review.order }), ...(review.criteria ? { criteria: review.criteria } : {}) });
    residuals.set(review.judge, list);
  }
  return residuals;
}

function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

interface Flagging {
  judges: JudgeScreens[];
  residuals: ReadonlyMap<string, readonly Residual[]>;
  own: ReadonlyMap<string, readonly Review[]>;
  fit: MixedFit;
  rate: number;
}

function flagJudges({ judges, residuals, own, fit, rate }: Flagging): void {
  const raise = (screen: ScreenName, probability: readonly (number | null)[]): void => {
    for (const index of discoveries(probability, rate)) (judges[index] as JudgeScreens).flags.push(screen);
  };
  raise('randomScores', lowTails(judges.map(agreementFigure)));
  raise('narrowScale', lowTails(spreadFigures(judges)));
  raise('erratic', judges.map((judge) => chiSquareTail(judge.entries * judge.outfit, judge.entries)));
  const sd = Math.sqrt(fit.varJudge);
  raise('severity', judges.map((judge) => (sd > 0 ? 2 * normalTail(Math.abs(judge.severity) / sd) : null)));
  raise('outlyingScore', judges.map((judge) => outlierProbability(residuals.get(judge.judge) ?? [])));
  const halos = haloOf(judges.map((judge) => own.get(judge.judge) ?? []));
  const logs = meansOf(judges.map((judge) => logSeconds(own.get(judge.judge) ?? [])));
  for (const [at, judge] of judges.entries()) {
    judge.halo = halos[at]?.value ?? null;
    const log = logs[at];
    judge.seconds = log ? exp(log.value) : null;
  }
  raise('halo', lowTails(halos));
  raise('tooFast', lowTails(logs));
  raise('drift', judges.map((judge) => driftOf(residuals.get(judge.judge) ?? [])?.p ?? null));
  for (const judge of judges) if (repeatsItself(own.get(judge.judge) ?? [])) judge.flags.push('sameAgain');
}

/** Chance of a residual as far out as the farthest of m. */
function outlierProbability(list: readonly Residual[]): number | null {
  const farthest = list.reduce((most, one) => Math.max(most, Math.abs(one.z)), 0);
  return list.length === 0 ? null : Math.min(1, list.length * 2 * normalTail(farthest));
}

/** Fisher's transformation makes a correlation nearly normal, with an error that depends on the number of sheets alone. */
function agreementFigure({ agreement, entries }: JudgeScreens): Figure | null {
  if (agreement === null || entries < 4) return null;
  const bounded = Math.max(-0.999, Math.min(0.999, agreement));
  return { value: 0.5 * ln((1 + bounded) / (1 - bounded)), error: 1 / Math.sqrt(entries - 3) };
}

/** The cube root of a variance is nearly normal (Wilson and Hilferty), with an error relative to what is usual. */
function spreadFigures(judges: readonly JudgeScreens[]): (Figure | null)[] {
  const roots = judges.map(({ spread, entries }) => (entries < 3 ? null : spread > 0 ? exp((2 / 3) * ln(spread)) : 0));
  const present = roots.filter((root): root is number => root !== null);
  const usual = present.length === 0 ? 0 : medianOf(present);
  return judges.map(({ entries }, at) => {
    const root = roots[at] ?? null;
    return root === null ? null : { value: root, error: usual * Math.sqrt(2 / (9 * (entries - 1))) };
  });
}

/** Each judge's mean with its error by the spread inside judges; null for fewer than three values. */
function meansOf(byJudge: readonly (readonly number[])[]): (Figure | null)[] {
  let [squares, free] = [0, 0];
  for (const values of byJudge) {
    if (values.length < 3) continue;
    squares += (values.length - 1) * standardDeviation(values) ** 2;
    free += values.length - 1;
  }
  const inside = free > 0 ? Math.sqrt(squares / free) : 0;
  return byJudge.map((values) => (values.length < 3 ? null : { value: meanOf(values), error: inside / Math.sqrt(values.length) }));
}

/** Benjamini and Hochberg: positions that stay significant when the false discovery rate is held. */
export function discoveries(probability: readonly (number | null)[], rate: number): number[] {
  const ordered = probability.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p);
  let last = -1;
  for (const [rank, { p }] of ordered.entries()) if (p <= (rate * (rank + 1)) / ordered.length) last = rank;
  return ordered.slice(0, last + 1).map((one) => one.index);
}

/**
 * Mean spread of standardised criterion scores inside a review: low when a judge gives every criterion the same verdict. Criteria are standardised inside
 * their sheet; where there are several sheets, each one's spreads are brought to the common mean, as few criteria spread less than many.
 */
function haloOf(byJudge: readonly (readonly Review[])[]): (Figure | null)[] {
  const bySheet = new Map<string, (readonly number[])[]>();
  for (const review of byJudge.flat()) {
    if (!review.criteria || review.criteria.length < 2) continue;
    const rows = bySheet.get(sheetOf(review));
    if (rows) rows.push(review.criteria);
    else bySheet.set(sheetOf(review), [review.criteria]);
  }
  if (bySheet.size === 0) return byJudge.map(() => null);
  const spreadOf = new Map([...bySheet].map(([sheet, rows]) => [sheet, spreadIn(rows)]));
  const meanSpreads = new Map([...bySheet].map(([sheet, rows]) => [sheet, meanOf(rows.map(spreadOf.get(sheet) as (row: readonly number[]) => number))]));
  const common = meanOf([...bySheet].flatMap(([sheet, rows]) => rows.map(() => meanSpreads.get(sheet) as number)));
  return meansOf(byJudge.map((reviews) => {
    return reviews.flatMap((review) => {
      const spread = spreadOf.get(sheetOf(review));
      if (!review.criteria || !spread) return [];
      const own = meanSpreads.get(sheetOf(review)) as number;
      return [bySheet.size === 1 || !(own > 0) ? spread(review.criteria) : (spread(review.criteria) * common) / own];
    });
  }));
}

const sheetOf = (review: Review): string => review.sheet ?? '';

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Spread of one review's criteria, each standardised over all reviews on the sheet. */
function spreadIn(rows: readonly (readonly number[])[]): (row: readonly number[]) => number {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, (_, column) => rows.map((row) => row[column] ?? 0));
  const means = columns.map(meanOf);
  const sds = columns.map((column) => standardDeviation(column));
  return (row) => standardDeviation(row.map((score, column) => ((sds[column] as number) > 0 ? (score - (means[column] as number)) / (sds[column] as number) : 0)));
}

const logSeconds = (reviews: readonly Review[]): number[] => reviews.flatMap((review) => (review.seconds !== undefined && review.seconds > 0 ? [ln(review.seconds)] : []));

/** The same criterion scores at least this often in a row. */
const REPEATS = 5;

function repeatsItself(reviews: readonly Review[]): boolean {
  const inOrder = reviews.filter((review) => review.criteria && review.order !== undefined).sort((a, b) => (a.order as number) - (b.order as number));
  let run = 1;
  for (let index = 1; index < inOrder.length; index++) {
    run = inOrder[index]?.criteria?.join() === inOrder[index - 1]?.criteria?.join() ? run + 1 : 1;
    if (run >= REPEATS) return true;
  }
  return false;
}
