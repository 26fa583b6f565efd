import { byCodeUnits, problem, ScoringRefusal } from '../engine/problem.js';
import { backward, factorise, forward } from './cholesky.js';
import { exp, ln } from './portable-math.js';

export interface RaschFit {
  entries: { entry: string; measure: number; infit: number; outfit: number }[];
  judges: { judge: string; severity: number; infit: number; outfit: number }[];
  /** Thresholds between neighbouring categories; they sum to 0. */
  thresholds: number[];
  logLikelihood: number;
  converged: boolean;
}

interface Rating {
  entry: number;
  judge: number;
  y: number;
}

interface Layout {
  entries: string[];
  judges: string[];
  /** Highest category. */
  top: number;
  size: number;
}

/**
 * Many-facet Rasch model: log P(k)/P(k-1) = measure - severity - threshold_k, categories 0..top, joint maximum likelihood by Newton's method; severities and thresholds
 * sum to 0. A small `ridge` keeps entries with only lowest or highest ratings finite (judging mathematics 2.7). @throws ScoringRefusal for a rating outside the categories
 */
export function fitRasch(observations: readonly { entry: string; judge: string; y: number }[], categories: number, ridge = 0): RaschFit {
  for (const { entry, judge, y } of observations) {
    if (!(Number.isSafeInteger(y) && y >= 0 && y < categories)) {
      throw new ScoringRefusal([problem('ITEM_OUT_OF_RANGE', `observations/${entry}/${judge}`, { value: String(y), min: '0', max: String(categories - 1) })]);
    }
  }
  const entries = [...new Set(observations.map((one) => one.entry))].sort(byCodeUnits);
  const judges = [...new Set(observations.map((one) => one.judge))].sort(byCodeUnits);
  const layout: Layout = { entries, judges, top: categories - 1, size: entries.length + judges.length - 1 + categories - 2 };
  const entryAt = new Map(entries.map((entry, index) => [entry, index]));
  const judgeAt = new Map(judges.map((judge, index) => [judge, index]));
  const ratings = observations.map((one): Rating => ({ entry: entryAt.get(one.entry) as number, judge: judgeAt.get(one.judge) as number, y: one.y }));
  const x = new Float64Array(layout.size);
  let converged = false;
  for (let step = 0; step < 200 && !converged; step++) {
    const change = newtonStep(ratings, layout, x, ridge);
    if (!change) break;
    const largest = change.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    const damping = largest > 1 ? 1 / largest : 1;
    for (let at = 0; at < x.length; at++) x[at]! += damping * (change[at] as number);
    converged = largest < 1e-11;
  }
  return report(ratings, layout, x, converged);
}

/** Severities and thresholds are coded so that they sum to 0: the last is minus the sum of the others. */
function severity(layout: Layout, x: Float64Array, judge: number): number {
  const from = layout.entries.length;
  if (judge < layout.judges.length - 1) return x[from + judge] as number;
  return -x.subarray(from, from + layout.judges.length - 1).reduce((a, b) => a + b, 0);
}

function thresholds(layout: Layout, x: Float64Array): number[] {
  const own = [...x.subarray(layout.entries.length + layout.judges.length - 1)];
  return [...own, -own.reduce((a, b) => a + b, 0)];
}

/** Probabilities of the categories, and the gradient of the log odds sums with respect to the thresholds. */
function probabilities(eta: number, taus: readonly number[]): number[] {
  const sums = [0];
  for (const tau of taus) sums.push((sums.at(-1) as number) + eta - tau);
  const highest = Math.max(...sums);
  const weights = sums.map((sum) => exp(sum - highest));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / total);
}

function newtonStep(ratings: readonly Rating[], layout: Layout, x: Float64Array, ridge: number): Float64Array | null {
  const { size, top } = layout;
  const taus = thresholds(layout, x);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  for (let entry = 0; entry < layout.entries.length; entry++) {
    gradient[entry]! -= ridge * (x[entry] as number);
    information[entry * size + entry]! += ridge;
  }
  const rows = ratings.map((rating) => ({ rating, p: probabilities((x[rating.entry] as number) - severity(layout, x, rating.judge), taus) }));
  for (const { rating, p } of rows) {
    // The log likelihood of category k is linear in the parameters; its gradient is c_k, the information the covariance of c over the categories.
    const features = Array.from({ length: top + 1 }, (_, category) => featureOf(layout, rating, category));
    const active = [...new Set(features.flatMap((feature) => [...feature.keys()]))];
    const mean = new Map(active.map((at) => [at, features.reduce((sum, feature, category) => sum + (p[category] as number) * (feature.get(at) ?? 0), 0)]));
    for (const at of active) gradient[at]! += ((features[rating.y] as Map<number, number>).get(at) ?? 0) - (mean.get(at) as number);
    for (const a of active) {
      for (const b of active) {
        const cross = features.reduce((sum, feature, category) => sum + (p[category] as number) * (feature.get(a) ?? 0) * (feature.get(b) ?? 0), 0);
        information[a * size + b]! += cross - (mean.get(a) as number) * (mean.get(b) as number);
      }
    }
  }
  if (!factorise(information, size)) return null;
  forward(information, size, gradient);
  backward(information, size, gradient);
  return gradient;
}

/** How often each parameter enters the log odds of a category: k (measure - severity) - sum of the first k thresholds. */
function featureOf(layout: Layout, rating: Rating, category: number): Map<number, number> {
  const feature = new Map<number, number>([[rating.entry, category]]);
  const judgeFrom = layout.entries.length;
  const free = layout.judges.length - 1;
  if (rating.judge < free) feature.set(judgeFrom + rating.judge, -category);
  else for (let judge = 0; judge < free; judge++) feature.set(judgeFrom + judge, category);
  const tauFrom = judgeFrom + free;
  for (let tau = 0; tau < layout.top - 1; tau++) feature.set(tauFrom + tau, (tau < category ? -1 : 0) + (category === layout.top ? 1 : 0));
  return feature;
}

function report(ratings: readonly Rating[], layout: Layout, x: Float64Array, converged: boolean): RaschFit {
  const taus = thresholds(layout, x);
  const fits = ratings.map((rating) => {
    const p = probabilities((x[rating.entry] as number) - severity(layout, x, rating.judge), taus);
    const mean = p.reduce((sum, one, category) => sum + one * category, 0);
    const variance = p.reduce((sum, one, category) => sum + one * (category - mean) ** 2, 0);
    return { rating, square: (rating.y - mean) ** 2, variance, ln: ln(p[rating.y] as number) };
  });
  const fitOf = (own: typeof fits): { infit: number; outfit: number } => ({
    infit: own.reduce((sum, one) => sum + one.square, 0) / own.reduce((sum, one) => sum + one.variance, 0),
    outfit: own.reduce((sum, one) => sum + one.square / one.variance, 0) / own.length,
  });
  return {
    entries: layout.entries.map((entry, index) => ({ entry, measure: x[index] as number, ...fitOf(fits.filter((one) => one.rating.entry === index)) })),
    judges: layout.judges.map((judge, index) => ({ judge, severity: severity(layout, x, index), ...fitOf(fits.filter((one) => one.rating.judge === index)) })),
    thresholds: taus,
    logLikelihood: fits.reduce((sum, one) => sum + one.ln, 0),
    converged,
  };
}
