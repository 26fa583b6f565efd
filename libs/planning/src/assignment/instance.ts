import { PlanningInputError, requireInteger } from '../planning-errors.js';
import { seededRandom } from '../seeded-random.js';
import { compilePanelRules, type PanelRules } from './panel-rules.js';
import type { AssignmentEntry, AssignmentJudge, AssignmentOptions, AssignmentProblem, CompositionRule, EntryJudgePair } from './problem.js';

/** A problem as dense arrays in an order drawn from the seed; cell `entry * judges + judge`. */
export interface AssignmentInstance {
  readonly entries: readonly AssignmentEntry[];
  readonly judges: readonly AssignmentJudge[];
  /** Stated expertise after the regional penalty. */
  readonly expertise: Int32Array;
  /** What the search maximises: expertise, plus the weight of keeping for pairs that should stay. */
  readonly score: Float64Array;
  /** 1 where the pair is not in conflict. */
  readonly allowed: Uint8Array;
  /** Most units one pair may carry: 1, more only for fractional plans. */
  readonly pairCapacity: number;
  readonly need: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  readonly fixed: readonly { readonly entry: number; readonly judge: number }[];
  readonly rules: PanelRules;
  /** The rules as stated, for explanations. */
  readonly composition: readonly CompositionRule[];
  readonly weights: ObjectiveWeights;
}

/** Weights that make the sum of expertise, load and minima one integer objective (lexicographic unless the caller weighs). */
export interface ObjectiveWeights {
  readonly load: number;
  readonly minimum: number;
  /** Value of keeping a pair of an earlier plan; 0 where nothing is kept. */
  readonly keep: number;
  /** True when the evenness of loads comes before all expertise. */
  readonly evenFirst: boolean;
}

/** Changes to the problem that a fairness level or a repair asks for. */
export interface Shaping {
  /** Pairs that score less are not allowed (fixed pairs stay). */
  readonly scoreFloor?: number;
  /** Pairs of an earlier plan that should stay. */
  readonly keep?: readonly EntryJudgePair[];
}

const MOST_SCORE = 1_000_000;

function indexById(items: readonly { readonly id: string }[], path: string): Map<string, number> {
  const index = new Map<string, number>();
  items.forEach((item, position) => {
    if (index.has(item.id)) throw new PlanningInputError('DUPLICATE_ID', `${path}[${position}].id`, `"${item.id}" appears twice`);
    index.set(item.id, position);
  });
  return index;
}

/** Items in an order that depends on the seed and the ids only, not on the order in which the caller listed them. */
function drawOrder<T extends { readonly id: string }>(items: readonly T[], seed: string): T[] {
  const sorted = [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
  return seededRandom(seed).shuffle(sorted);
}

export interface PairLookup {
  /** Cell of a pair; throws `PlanningInputError` when an id is unknown. */
  cell(pair: EntryJudgePair, path: string): number;
}

function pairLookup(entryIndex: Map<string, number>, judgeIndex: Map<string, number>): PairLookup {
  return {
    cell: (pair, path) => {
      const entry = entryIndex.get(pair.entry);
      if (entry === undefined) throw new PlanningInputError('UNKNOWN_ENTRY', `${path}.entry`, `no entry "${pair.entry}"`);
      const judge = judgeIndex.get(pair.judge);
      if (judge === undefined) throw new PlanningInputError('UNKNOWN_JUDGE', `${path}.judge`, `no judge "${pair.judge}"`);
      return entry * judgeIndex.size + judge;
    },
  };
}

function checkNumbers(problem: AssignmentProblem): void {
  problem.entries.forEach((entry, i) => requireInteger(entry.need, `entries[${i}].need`));
  problem.judges.forEach((judge, i) => {
    requireInteger(judge.max, `judges[${i}].max`);
    requireInteger(judge.min ?? 0, `judges[${i}].min`);
    if ((judge.min ?? 0) > judge.max) throw new PlanningInputError('MIN_OVER_MAX', `judges[${i}]`, `minimum ${judge.min} exceeds maximum ${judge.max}`);
  });
  const checkScore = (score: number, path: string): void => {
    if (!Number.isInteger(score) || Math.abs(score) > MOST_SCORE) throw new PlanningInputError('BAD_SCORE', path, `expected an integer within ±${MOST_SCORE}, got ${score}`);
  };
  checkScore(problem.defaultScore ?? 0, 'defaultScore');
  checkScore(problem.sameRegionPenalty ?? 0, 'sameRegionPenalty');
  problem.scores?.forEach((pair, i) => checkScore(pair.score, `scores[${i}].score`));
}

/** Expertise of every cell after the regional penalty, before any fairness or keeping bonus. */
function fillScores(problem: AssignmentProblem, entries: readonly AssignmentEntry[], judges: readonly AssignmentJudge[], lookup: PairLookup): Int32Array {
  const score = new Int32Array(entries.length * judges.length).fill(problem.defaultScore ?? 0);
  const seen = new Uint8Array(score.length);
  problem.scores?.forEach((pair, i) => {
    const cell = lookup.cell(pair, `scores[${i}]`);
    if (seen[cell]) throw new PlanningInputError('DUPLICATE_PAIR', `scores[${i}]`, `${pair.entry} / ${pair.judge} is scored twice`);
    seen[cell] = 1;
    score[cell] = pair.score;
  });
  const penalty = problem.sameRegionPenalty ?? 0;
  if (penalty !== 0) {
    entries.forEach((entry, e) => {
      if (entry.region === undefined) return;
      judges.forEach((judge, j) => {
        if (judge.region === entry.region) score[e * judges.length + j]! -= penalty;
      });
    });
  }
  return score;
}

/** Smallest and largest score of an allowed pair. */
export function scoreRange(score: ArrayLike<number>, allowed: Uint8Array): { least: number; most: number } {
  let least = Infinity;
  let most = -Infinity;
  for (let cell = 0; cell < score.length; cell++) {
    if (!allowed[cell]) continue;
    if (score[cell]! < least) least = score[cell]!;
    if (score[cell]! > most) most = score[cell]!;
  }
  return least > most ? { least: 0, most: 0 } : { least, most };
}

/**
 * Weights under which a better load always beats any expertise: an exchange cycle visits a judge at most once, so it changes
 * expertise by at most (judges + 2) x range; one step of squared load must outweigh that, one kept pair any load, and one unit of
 * a minimum everything.
 */
export function objectiveWeights(range: number, judges: number, mostLoad: number, balance: AssignmentOptions['balance'], keeps: boolean): ObjectiveWeights {
  const cycle = (judges + 2) * Math.max(1, range) + 1;
  const load = balance === undefined || balance === 'even' ? cycle : balance === 'none' ? 0 : balance.weight;
  const anyLoad = load * (4 * mostLoad + 4);
  const keep = keeps ? cycle + anyLoad : 0;
  return { load, keep, evenFirst: balance === undefined || balance === 'even', minimum: cycle + anyLoad + (judges + 2) * keep };
}

/** Checks a problem and lays it out; throws `PlanningInputError` on input that contradicts itself. */
export function compileInstance(problem: AssignmentProblem, balance: AssignmentOptions['balance'], shaping: Shaping = {}): AssignmentInstance {
  checkNumbers(problem);
  indexById(problem.entries, 'entries');
  indexById(problem.judges, 'judges');
  if (typeof balance === 'object') requireInteger(balance.weight, 'options.balance.weight');
  const entries = drawOrder(problem.entries, `${problem.seed}/entries`);
  const judges = drawOrder(problem.judges, `${problem.seed}/judges`);
  const lookup = pairLookup(indexById(entries, 'entries'), indexById(judges, 'judges'));
  const expertise = fillScores(problem, entries, judges, lookup);
  const allowed = new Uint8Array(expertise.length).fill(1);
  problem.conflicts?.forEach((pair, i) => (allowed[lookup.cell(pair, `conflicts[${i}]`)] = 0));
  const seenFixed = new Set<number>();
  const fixed = (problem.fixed ?? []).map((pair, i) => {
    const cell = lookup.cell(pair, `fixed[${i}]`);
    if (seenFixed.has(cell)) throw new PlanningInputError('DUPLICATE_PAIR', `fixed[${i}]`, `${pair.entry} / ${pair.judge} is fixed twice`);
    seenFixed.add(cell);
    return { entry: Math.floor(cell / judges.length), judge: cell % judges.length };
  });
  const { scoreFloor } = shaping;
  if (scoreFloor !== undefined) {
    expertise.forEach((score, cell) => {
      if (score < scoreFloor && !seenFixed.has(cell)) allowed[cell] = 0;
    });
  }
  const range = scoreRange(expertise, allowed);
  const mostLoad = judges.reduce((most, judge) => Math.max(most, Math.min(judge.max, entries.length)), 0);
  const weights = objectiveWeights(range.most - range.least, judges.length, mostLoad, balance, shaping.keep !== undefined);
  const score = Float64Array.from(expertise);
  shaping.keep?.forEach((pair, i) => (score[lookup.cell(pair, `existing[${i}]`)]! += weights.keep));
  return {
    entries,
    judges,
    expertise,
    score,
    allowed,
    pairCapacity: 1,
    need: Int32Array.from(entries, (entry) => entry.need),
    least: Int32Array.from(judges, (judge) => judge.min ?? 0),
    most: Int32Array.from(judges, (judge) => Math.min(judge.max, Math.max(entries.length, judge.min ?? 0))),
    fixed,
    rules: compilePanelRules(problem.composition ?? [], entries, judges),
    composition: problem.composition ?? [],
    weights,
  };
}
