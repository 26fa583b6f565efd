import { inversesOf } from './cholesky.js';
import { solveMixed, sumsOf, type MixedDesign, type Solution, type Sums } from './mixed-equations.js';
import { minimise } from './nelder-mead.js';
import { designOf, linkedParts, type Design, type RawObservation } from './observations.js';
import { exp, ln } from './portable-math.js';

export interface MixedOptions {
  /** Restricted maximum likelihood (default) or maximum likelihood. */
  method?: 'REML' | 'ML';
  /** Group of entries with a mean of its own, by entry. */
  track?: (entry: string) => string;
}

/** A fitted model y = mean of the track + entry + judge + residual. Entries and judges are in code-unit order. */
export interface MixedFit {
  tracks: { track: string; mean: number }[];
  varEntry: number;
  varJudge: number;
  varResidual: number;
  /** -2 log (restricted) likelihood. */
  deviance: number;
  entries: { entry: string; reviews: number; effect: number; score: number; standardError: number; conditionalSd: number }[];
  judges: { judge: string; entries: number; effect: number; standardError: number; conditionalSd: number }[];
  parts: number;
  /** A variance was estimated as 0. */
  singular: boolean;
  /** What the data could not carry; then the model without it was fitted. */
  notes: ('oneJudge' | 'judgesConfounded' | 'singleReviews' | 'noVariation')[];
  /** Mean reliability of the scores, 1 - mean(PEV) / varEntry; null when it has no meaning. */
  reliability: number | null;
  /** For joint draws from the posterior. */
  posterior: Posterior | null;
}

/** What is needed to draw scores jointly. */
export interface Posterior {
  mixed: MixedDesign;
  sums: Sums;
  solution: Solution;
  varResidual: number;
}

const BOX = 12;
/** At this ratio a variance is taken as 0. */
const BOUNDARY = exp(-BOX + 0.5);

/** Score of an entry with n reviews when the variances and the mean are known: how far the mean of its reviews is drawn towards the common mean. */
export function shrunkenMean(known: { varEntry: number; varResidual: number; mean: number }, reviews: number, rawMean: number): { score: number; standardError: number } {
  const reliability = (reviews * known.varEntry) / (reviews * known.varEntry + known.varResidual);
  return { score: known.mean + reliability * (rawMean - known.mean), standardError: Math.sqrt(known.varEntry * (1 - reliability)) };
}

/** Fits the crossed random-intercept model (judging mathematics 2.4, 2.5). @throws ScoringRefusal for impossible observations */
export function fitMixed(observations: readonly RawObservation[], options: MixedOptions = {}): MixedFit {
  const design = designOf(observations);
  const mixed = withTracks(design, options);
  const parts = linkedParts(design).length;
  const names = trackNames(design, options);
  if (design.y.length === 0) return flat(mixed, names, parts, []);
  const sums = sumsOf(mixed);
  const notes = limits(design);
  const free = design.y.length - mixed.tracks;
  const ml = options.method === 'ML';
  if (notes.includes('singleReviews') || free < 1) return flat(mixed, names, parts, notes.length > 0 ? notes : ['singleReviews']);
  const judged = notes.length === 0;
  const count = ml ? design.y.length : free;
  const lnWeights = weightTerm(design);
  const evaluate = (gq: number, gb: number): number => {
    const solution = solveMixed(mixed, sums, gq, gb);
    if (!solution || !(solution.q > 0)) return solution && solution.q <= 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const lnDet = ml ? solution.lnDetJudges : solution.lnDetAll;
    const prior = design.entries.length * ln(gq) + (gb > 0 ? design.judges.length * ln(gb) : 0);
    return solution.sumLnD + lnDet + prior + count * (1 + ln((2 * Math.PI * solution.q) / count)) - lnWeights;
  };
  if (hasNoVariation(mixed, sums)) return flat(mixed, names, parts, ['noVariation']);
  const found = onBoundary(minimise((a, b) => evaluate(exp(a), judged ? exp(b) : 0), [0, -0.36], BOX), (a, b) => evaluate(exp(a), judged ? exp(b) : 0));
  const [gq, gb] = [exp(found.at[0]), judged ? exp(found.at[1]) : 0];
  const solution = solveMixed(mixed, sums, gq, gb);
  if (!solution || !(solution.q > 0)) return flat(mixed, names, parts, ['noVariation']);
  return report({ mixed, sums, solution, varResidual: solution.q / count }, { gq, gb, names, parts, notes, deviance: found.value });
}

/** Moves to the lower end of a ratio where that is no worse: the surface is flat there, and the search stops short of the end. */
function onBoundary(found: { at: [number, number]; value: number }, f: (a: number, b: number) => number): { at: [number, number]; value: number } {
  let best = found;
  for (const at of [[-BOX, best.at[1]], [best.at[0], -BOX], [-BOX, -BOX]] as [number, number][]) {
    const value = f(...at);
    if (value <= best.value + 1e-7) best = { at, value };
  }
  return best;
}

function withTracks(design: Design, options: MixedOptions): MixedDesign {
  const names = trackNames(design, options);
  const at = new Map(names.map((name, index) => [name, index]));
  const track = Int32Array.from(design.entries, (entry) => at.get(options.track?.(entry) ?? '') ?? 0);
  return { design, track, tracks: names.length };
}

const trackNames = (design: Design, options: MixedOptions): string[] => [...new Set(design.entries.map((entry) => options.track?.(entry) ?? ''))].sort();

/** What the data cannot tell apart: one judge, each judge with one review, each entry with one review. */
function limits(design: Design): MixedFit['notes'] {
  const loads = new Int32Array(design.judges.length);
  for (const judge of design.judgeOf) loads[judge]!++;
  const single = design.entries.every((_, entry) => (design.start[entry + 1] as number) - (design.start[entry] as number) === 1);
  const notes: MixedFit['notes'] = [];
  if (design.judges.length === 1) notes.push('oneJudge');
  else if (loads.every((load) => load === 1)) notes.push('judgesConfounded');
  if (single) notes.push('singleReviews');
  return notes;
}

function hasNoVariation({ design }: MixedDesign, sums: Sums): boolean {
  const first = design.y[0] as number;
  return design.y.every((y) => y === first) || sums.squares === 0;
}

const weightTerm = (design: Design): number => {
  let sum = 0;
  for (const weight of design.weight) if (weight !== 1) sum += ln(weight);
  return sum;
};

/** No model: raw weighted means, no reliability. */
function flat({ design, track }: MixedDesign, names: readonly string[], parts: number, notes: MixedFit['notes']): MixedFit {
  const means = design.entries.map((_, entry) => {
    let [sum, weight] = [0, 0];
    for (let at = design.start[entry] as number; at < (design.start[entry + 1] as number); at++) {
      sum += (design.weight[at] as number) * (design.y[at] as number);
      weight += design.weight[at] as number;
    }
    return sum / weight;
  });
  const tracks = names.map((name, index) => {
    const own = means.filter((_, entry) => track[entry] === index);
    return { track: name, mean: own.length === 0 ? 0 : own.reduce((a, b) => a + b, 0) / own.length };
  });
  return {
    tracks,
    varEntry: 0,
    varJudge: 0,
    varResidual: 0,
    deviance: 0,
    entries: design.entries.map((entry, index) => ({
      entry,
      reviews: (design.start[index + 1] as number) - (design.start[index] as number),
      effect: (means[index] as number) - (tracks[track[index] as number]?.mean ?? 0),
      score: means[index] as number,
      standardError: 0,
      conditionalSd: 0,
    })),
    judges: design.judges.map((judge, index) => ({ judge, entries: design.judgeOf.filter((one) => one === index).length, effect: 0, standardError: 0, conditionalSd: 0 })),
    parts,
    singular: true,
    notes,
    reliability: null,
    posterior: null,
  };
}

interface Found {
  gq: number;
  gb: number;
  names: readonly string[];
  parts: number;
  notes: MixedFit['notes'];
  deviance: number;
}

/** Score of entry i at given judges' and tracks' effects: (S_i - W_i mean - sum w b) / d_i. */
export function entryEffect({ mixed, sums, solution }: Posterior, x: Float64Array, entry: number): number {
  const { design, tracks } = mixed;
  const judges = solution.size - tracks;
  let rest = (sums.entrySum[entry] as number) - (sums.entryWeight[entry] as number) * (x[judges + (mixed.track[entry] as number)] as number);
  if (judges > 0) {
    for (let at = design.start[entry] as number; at < (design.start[entry + 1] as number); at++) rest -= (design.weight[at] as number) * (x[design.judgeOf[at] as number] as number);
  }
  return rest / (solution.d[entry] as number);
}

function report(posterior: Posterior, found: Found): MixedFit {
  const { mixed, sums, solution, varResidual } = posterior;
  const { design, track, tracks } = mixed;
  const judges = solution.size - tracks;
  const { whole: inverse, leading: conditional } = inversesOf(solution.factor, solution.size, judges);
  /** u' M u for the entry's column u of judges' weights, and of its track where that counts. */
  const spread = (matrix: Float64Array, size: number, entry: number, withTrack: boolean): number => {
    const [from, to] = judges > 0 ? [design.start[entry] as number, design.start[entry + 1] as number] : [0, 0];
    const column = judges + (track[entry] as number);
    const weight = withTrack ? (sums.entryWeight[entry] as number) : 0;
    let total = withTrack ? weight * weight * (matrix[column * size + column] as number) : 0;
    for (let a = from; a < to; a++) {
      const row = (design.judgeOf[a] as number) * size;
      let own = withTrack ? 2 * weight * (matrix[row + column] as number) : 0;
      for (let b = from; b < to; b++) own += (design.weight[b] as number) * (matrix[row + (design.judgeOf[b] as number)] as number);
      total += (design.weight[a] as number) * own;
    }
    return total / (solution.d[entry] as number) ** 2;
  };
  const loads = new Int32Array(design.judges.length);
  for (const judge of design.judgeOf) loads[judge]!++;
  const singularEntry = found.gq < BOUNDARY;
  const singularJudge = judges > 0 && found.gb < BOUNDARY;
  const varEntry = singularEntry ? 0 : found.gq * varResidual;
  let sumPev = 0;
  const entries = design.entries.map((entry, index) => {
    const effect = entryEffect(posterior, solution.x, index);
    const pev = varResidual * (1 / (solution.d[index] as number) + spread(inverse, solution.size, index, true));
    sumPev += pev;
    return {
      entry,
      reviews: (design.start[index + 1] as number) - (design.start[index] as number),
      effect,
      score: (solution.x[judges + (track[index] as number)] as number) + effect,
      standardError: Math.sqrt(pev),
      conditionalSd: Math.sqrt(varResidual * (1 / (solution.d[index] as number) + spread(conditional, judges, index, false))),
    };
  });
  return {
    tracks: found.names.map((name, index) => ({ track: name, mean: solution.x[judges + index] as number })),
    varEntry,
    varJudge: singularJudge ? 0 : found.gb * varResidual,
    varResidual,
    deviance: found.deviance,
    entries,
    judges: design.judges.map((judge, index) => ({
      judge,
      entries: loads[index] as number,
      effect: judges > 0 ? (solution.x[index] as number) : 0,
      standardError: judges > 0 ? Math.sqrt(varResidual * (inverse[index * solution.size + index] as number)) : 0,
      conditionalSd: judges > 0 ? Math.sqrt(varResidual * (conditional[index * judges + index] as number)) : 0,
    })),
    parts: found.parts,
    singular: singularEntry || singularJudge,
    notes: found.notes,
    reliability: varEntry > 0 ? Math.max(0, 1 - sumPev / entries.length / varEntry) : null,
    posterior,
  };
}
