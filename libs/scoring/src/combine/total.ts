import { decimal } from '../exact/decimal.js';
import { ZERO, add, divide, greater, multiply, whole, type Rational } from '../exact/rational.js';
import { compile, type Lookup } from '../expression/expression.js';
import type { TotalRules } from '../rules/rules.types.js';

/** One part of a total, for the trace. `weight` is what the stage score was multiplied by. */
export interface TotalPart {
  stage: string;
  score: Rational | null;
  weight: Rational | null;
}

export interface TotalOutcome {
  exact: Rational | null;
  parts: TotalPart[];
}

export type TotalReader = (score: (stage: string) => Rational | null, lookup: Lookup) => TotalOutcome;

/** Stages a total needs before it can be given. */
export function stagesNeeded(rule: TotalRules): string[] {
  if (rule.requires) return rule.requires;
  switch (rule.method) {
    case 'stage':
      return [rule.stage];
    case 'sum':
    case 'rankSum':
      return rule.stages;
    case 'weighted':
      return Object.keys(rule.weights);
    case 'scaled':
      return rule.stages.map((part) => part.stage);
    case 'formula':
      return [];
  }
}

/** Makes the function that adds stage scores up to the total. For rank sums `score` gives the rank inside the stage. */
export function totalReader(rule: TotalRules): TotalReader {
  switch (rule.method) {
    case 'stage':
      return (score) => linear([{ stage: rule.stage, score: score(rule.stage), weight: null }]);
    case 'sum':
    case 'rankSum':
      return (score) => linear(rule.stages.map((stage) => ({ stage, score: score(stage), weight: null })));
    case 'weighted': {
      const weights = Object.entries(rule.weights).map(([stage, weight]) => ({ stage, weight: decimal(weight) }));
      return (score) => linear(weights.map(({ stage, weight }) => ({ stage, score: score(stage), weight })));
    }
    case 'scaled': {
      const largest = rule.stages.map((part) => decimal(part.maximum)).reduce(greater);
      const weights = rule.stages.map((part) => ({ stage: part.stage, weight: multiply(divide(largest, decimal(part.maximum)), decimal(part.weight)) }));
      return (score) => linear(weights.map(({ stage, weight }) => ({ stage, score: score(stage), weight })));
    }
    case 'formula': {
      const calculate = compile(rule.value);
      return (_score, lookup) => {
        const value = calculate(lookup);
        return { exact: typeof value === 'string' ? null : value, parts: [] };
      };
    }
  }
}

function linear(parts: TotalPart[]): TotalOutcome {
  let total: Rational | null = null;
  for (const part of parts) {
    if (!part.score) return { exact: null, parts };
    const own = part.weight ? multiply(part.score, part.weight) : part.score;
    total = total ? add(total, own) : own;
  }
  return { exact: total ?? ZERO, parts };
}

/** Competition ranks (1,2,2,4) of the entries that have a score, by entry position. */
export function stageRanks(scores: readonly { entry: number; score: Rational | null }[], splitBest: (entries: readonly number[]) => number[][]): Map<number, Rational> {
  const present = scores.filter((one) => one.score !== null).map((one) => one.entry);
  const ranks = new Map<number, Rational>();
  let above = 0;
  for (const tied of splitBest(present)) {
    for (const entry of tied) ranks.set(entry, whole(above + 1));
    above += tied.length;
  }
  return ranks;
}
