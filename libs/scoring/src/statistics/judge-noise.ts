import { problem, ScoringRefusal, type Problem } from '../engine/problem.js';
import { chiSquareTail } from './distributions.js';
import { fitMixed, type MixedFit } from './mixed-model.js';
import { designOf, linkedParts, type Design, type RawObservation } from './observations.js';

export interface JudgeNoiseOptions {
  /** Group of entries with a mean of its own, by entry. */
  track?: (entry: string) => string;
  /** Fewest reviews of a judge, default 8: from fewer, nobody's precision can be told. */
  minimumReviews?: number;
}

/** A fitted model y = mean of the track + judge's shift + judge's scale x entry + noise of the judge's own size. Entries and judges are in code-unit order. */
export interface JudgeNoiseFit {
  entries: { entry: string; reviews: number; score: number; standardError: number }[];
  /** `noiseSd`: standard deviation of the judge's noise, drawn towards the common one; `effect`: shift; `scale`: 1 for a judge who spreads entries as all do. */
  judges: { judge: string; reviews: number; effect: number; scale: number; noiseSd: number }[];
  /** How much the judges' own precision lowers the deviance (-2 log restricted likelihood) of the mixed model. */
  gain: number;
  /** How likely such a gain is where all judges are equally precise, at most: chi-square with one degree less than there are judges. */
  p: number;
  /** p is below 5 %: the data speak for unequal precision; else the mixed model without it is to be preferred. */
  advised: boolean;
  /** The mixed model with one noise for all. */
  common: MixedFit;
}

const LEVEL = 0.05;
const ROUNDS = 60;
const MINIMUM_REVIEWS = 8;
/** The common noise counts as so many reviews of every judge. */
const PRIOR_REVIEWS = 10;
const SCALE_VARIANCE = { least: 0.001, most: 0.25 };

/**
 * Fits judges who differ in precision and scale, by mean-field variational Bayes from the mixed model (judging mathematics 2.6). Advisory: nothing uses it by itself.
 * @throws ScoringRefusal for impossible observations, a judge with too few reviews, or data that cannot tell entries, judges and noise apart
 */
export function fitJudgeNoise(observations: readonly RawObservation[], options: JudgeNoiseOptions = {}): JudgeNoiseFit {
  const design = designOf(observations);
  refuseThin(design, options.minimumReviews ?? MINIMUM_REVIEWS);
  const common = fitMixed(observations, options);
  if (common.notes.length > 0 || common.varEntry === 0 || !(common.varResidual > 0)) {
    throw new ScoringRefusal([problem('NOISE_NOT_SEPARABLE', 'observations', { why: common.notes.join(' ') || 'varEntry' })]);
  }
  const state = new VariationalFit(design, common, options.track ?? (() => ''));
  for (let round = 0; round < ROUNDS; round++) state.improve();
  const weighted = fitMixed(state.weighted(), options);
  const gain = common.deviance - weighted.deviance;
  // The estimates are drawn together, so the gain stays below that of a full likelihood test: the true level is well under 5 %.
  const p = chiSquareTail(Math.max(0, gain), design.judges.length - 1);
  return { entries: state.entries(), judges: state.judges(), gain, p, advised: p < LEVEL, common };
}

function refuseThin(design: Design, minimum: number): void {
  const loads = new Int32Array(design.judges.length);
  for (const judge of design.judgeOf) loads[judge]!++;
  const problems: Problem[] = [];
  for (const [index, judge] of design.judges.entries()) {
    const entries = loads[index] as number;
    if (entries < minimum) problems.push(problem('TOO_FEW_ENTRIES_FOR_JUDGE', 'observations', { judge, entries, minimum }));
  }
  const parts = linkedParts(design);
  if (parts.length > 1) problems.push(problem('DESIGN_UNLINKED', 'observations', { parts: parts.length, judges: parts.map((part) => part.judges.join(' ')).join(' | ') }));
  if (problems.length > 0) throw new ScoringRefusal(problems);
}

/** Means and variances of entries (q), judges' shifts (b) and scales (s), and each judge's noise. */
class VariationalFit {
  private readonly mean: Float64Array;
  private readonly q: Float64Array;
  private readonly varQ: Float64Array;
  private readonly b: Float64Array;
  private readonly varB: Float64Array;
  private readonly s: Float64Array;
  private readonly varS: Float64Array;
  private readonly covBS: Float64Array;
  private readonly noise: Float64Array;
  private readonly loads: Float64Array;
  private readonly reviewsOf: number[][];
  private pool: number;
  private scaleVariance = 0.04;

  constructor(
    private readonly design: Design,
    private readonly common: MixedFit,
    track: (entry: string) => string,
  ) {
    const judges = design.judges.length;
    const means = new Map(common.tracks.map((one) => [one.track, one.mean]));
    this.mean = Float64Array.from(design.entries, (entry) => means.get(track(entry)) ?? 0);
    this.q = Float64Array.from(common.entries, (entry) => entry.effect);
    this.varQ = Float64Array.from(common.entries, (entry) => entry.conditionalSd ** 2);
    this.b = Float64Array.from(common.judges, (judge) => judge.effect);
    this.varB = Float64Array.from(common.judges, (judge) => judge.conditionalSd ** 2);
    this.s = new Float64Array(judges).fill(1);
    this.varS = new Float64Array(judges);
    this.covBS = new Float64Array(judges);
    this.noise = new Float64Array(judges).fill(common.varResidual);
    this.loads = new Float64Array(judges);
    this.reviewsOf = design.judges.map(() => []);
    for (const [at, judge] of design.judgeOf.entries()) {
      this.loads[judge]!++;
      this.reviewsOf[judge]?.push(at);
    }
    this.pool = common.varResidual;
  }

  improve(): void {
    for (let judge = 0; judge < this.loads.length; judge++) this.improveJudge(judge);
    this.improveNoise();
    for (let entry = 0; entry < this.q.length; entry++) this.improveEntry(entry);
  }

  private improveEntry(entry: number): void {
    const { design } = this;
    let precision = 1 / this.common.varEntry;
    let pull = 0;
    for (let at = design.start[entry] as number; at < (design.start[entry + 1] as number); at++) {
      const judge = design.judgeOf[at] as number;
      const weight = (design.weight[at] as number) / (this.noise[judge] as number);
      const s = this.s[judge] as number;
      precision += weight * (s * s + (this.varS[judge] as number));
      pull += weight * (s * ((design.y[at] as number) - (this.mean[entry] as number) - (this.b[judge] as number)) - (this.covBS[judge] as number));
    }
    this.q[entry] = pull / precision;
    this.varQ[entry] = 1 / precision;
  }

  /** Shift and scale together: a normal of two dimensions. Without a judge variance the shift stays 0. */
  private improveJudge(judge: number): void {
    const { design } = this;
    let [n, sumQ, sumQQ, sumY, sumYQ] = [0, 0, 0, 0, 0];
    for (const at of this.reviewsOf[judge] as number[]) {
      const entry = design.entryOf[at] as number;
      const weight = (design.weight[at] as number) / (this.noise[judge] as number);
      const q = this.q[entry] as number;
      const rest = (design.y[at] as number) - (this.mean[entry] as number);
      n += weight;
      sumQ += weight * q;
      sumQQ += weight * (q * q + (this.varQ[entry] as number));
      sumY += weight * rest;
      sumYQ += weight * q * rest;
    }
    const scalePrior = 1 / this.scaleVariance;
    const scalePrecision = scalePrior + sumQQ;
    if (this.common.varJudge === 0) {
      this.varS[judge] = 1 / scalePrecision;
      this.s[judge] = (scalePrior + sumYQ) / scalePrecision;
      return;
    }
    const shiftPrecision = 1 / this.common.varJudge + n;
    const determinant = shiftPrecision * scalePrecision - sumQ * sumQ;
    this.varB[judge] = scalePrecision / determinant;
    this.varS[judge] = shiftPrecision / determinant;
    this.covBS[judge] = -sumQ / determinant;
    this.b[judge] = (scalePrecision * sumY - sumQ * (scalePrior + sumYQ)) / determinant;
    this.s[judge] = (shiftPrecision * (scalePrior + sumYQ) - sumQ * sumY) / determinant;
  }

  private improveNoise(): void {
    let [all, spread] = [0, 0];
    for (let judge = 0; judge < this.loads.length; judge++) {
      let own = 0;
      for (const at of this.reviewsOf[judge] as number[]) own += (this.design.weight[at] as number) * this.squaredError(at);
      all += own;
      const load = this.loads[judge] as number;
      this.noise[judge] = (own + PRIOR_REVIEWS * this.pool) / (load + PRIOR_REVIEWS);
      spread += ((this.s[judge] as number) - 1) ** 2 + (this.varS[judge] as number);
    }
    this.pool = all / this.design.y.length;
    this.scaleVariance = Math.min(SCALE_VARIANCE.most, Math.max(SCALE_VARIANCE.least, spread / this.loads.length));
  }

  /** The expected square of a review's noise. */
  private squaredError(at: number): number {
    const entry = this.design.entryOf[at] as number;
    const judge = this.design.judgeOf[at] as number;
    const [q, s, varQ, varS] = [this.q[entry] as number, this.s[judge] as number, this.varQ[entry] as number, this.varS[judge] as number];
    const error = (this.design.y[at] as number) - (this.mean[entry] as number) - (this.b[judge] as number) - s * q;
    const product = s * s * varQ + q * q * varS + varS * varQ;
    return error * error + (this.varB[judge] as number) + product + 2 * q * (this.covBS[judge] as number);
  }

  /** The observations with each judge's precision as their weight: for the likelihood of unequal noise. */
  weighted(): RawObservation[] {
    const { design, common } = this;
    return Array.from(design.y, (y, at) => {
      const judge = design.judgeOf[at] as number;
      const weight = ((design.weight[at] as number) * common.varResidual) / (this.noise[judge] as number);
      return { entry: design.entries[design.entryOf[at] as number] as string, judge: design.judges[judge] as string, y, weight };
    });
  }

  entries(): JudgeNoiseFit['entries'] {
    return this.design.entries.map((entry, index) => ({
      entry,
      reviews: (this.design.start[index + 1] as number) - (this.design.start[index] as number),
      score: (this.mean[index] as number) + (this.q[index] as number),
      standardError: Math.sqrt(this.varQ[index] as number),
    }));
  }

  judges(): JudgeNoiseFit['judges'] {
    return this.design.judges.map((judge, index) => ({
      judge,
      reviews: this.loads[index] as number,
      effect: this.b[index] as number,
      scale: this.s[index] as number,
      noiseSd: Math.sqrt(this.noise[index] as number),
    }));
  }
}
