import { decimal, formatExact } from '../exact/decimal.js';
import { ZERO, absolute, add, divide, isZero, mean, median, multiply, subtract, type Rational } from '../exact/rational.js';
import { squareRoot } from '../exact/square-root.js';
import { populationVariance } from '../exact/variance.js';
import type { CorrectionRules } from '../rules/stage-rules.types.js';
import type { JudgeSample, Observation } from './judge-sample.js';

/** Makes the median of absolute deviations comparable with a standard deviation of normal scores. */
const MAD_FACTOR = decimal('1.4826');

/** Every judge's scores moved by the judge's distance from the mean of the judges' means. Judges in `left` stay as they are and do not count. */
export function shift(observations: readonly Observation[], samples: readonly JudgeSample[], left: ReadonlySet<string>) {
  const means = new Map(samples.filter((sample) => !left.has(sample.judge)).map((sample) => [sample.judge, mean(scoresOf(observations, sample))]));
  const common = means.size === 0 ? ZERO : mean([...means.values()]);
  const scores = observations.map((one) => {
    const own = means.get(one.judge);
    return own ? subtract(one.score, subtract(own, common)) : one.score;
  });
  const effects = new Map([...means].map(([judge, own]) => [judge, formatExact(subtract(own, common))]));
  return { scores, effects, common };
}

const scoresOf = (observations: readonly Observation[], sample: JudgeSample): Rational[] => sample.positions.map((at) => (observations[at] as Observation).score);

/**
 * Every judge's scores on one scale: M + S (x - centre) / spread, with mean and population SD, or median and 1.4826 MAD. A judge with spread 0 gives M for
 * every entry and is flagged. Exact up to the square root, which is cut off after 30 decimals.
 */
export function rescale(
  observations: readonly Observation[],
  samples: readonly JudgeSample[],
  left: ReadonlySet<string>,
  rule: Extract<CorrectionRules, { method: 'zscore' | 'robust' }>,
): { scores: Rational[]; flags: Map<string, string[]>; mean: Rational; sd: Rational } {
  const measure = rule.method === 'zscore' ? moments : robustMoments;
  const pool = rule.to === 'pool' ? measure(observations.map((one) => one.score)) : null;
  const target = { centre: pool?.centre ?? decimal(rule.mean ?? 75), spread: pool?.spread ?? decimal(rule.sd ?? 10) };
  const scores = observations.map((one) => one.score);
  const flags = new Map<string, string[]>();
  for (const sample of samples) {
    if (left.has(sample.judge)) continue;
    const own = measure(scoresOf(observations, sample));
    const constant = isZero(own.spread);
    if (constant) flags.set(sample.judge, ['constant']);
    for (const at of sample.positions) {
      const distance = subtract((observations[at] as Observation).score, own.centre);
      scores[at] = constant ? target.centre : add(target.centre, divide(multiply(target.spread, distance), own.spread));
    }
  }
  return { scores, flags, mean: target.centre, sd: target.spread };
}

interface Moments {
  centre: Rational;
  spread: Rational;
}

const moments = (scores: readonly Rational[]): Moments => ({ centre: mean(scores), spread: squareRoot(populationVariance(scores)) });

function robustMoments(scores: readonly Rational[]): Moments {
  const centre = median(scores);
  return { centre, spread: multiply(MAD_FACTOR, median(scores.map((score) => absolute(subtract(score, centre))))) };
}
