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

export interface TotalReader {
  /** The total before rounding; null when a part is missing. For rank sums `score` gives the rank inside the stage. */
  exact(score: ScoreOf, lookup: Lookup): Rational | null;
  /** What was added up; nothing for a formula. */
  parts(score: ScoreOf): TotalPart[];
}

type ScoreOf = (stage: string) => Rational | null;

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

/** Makes the function that adds stage scores up to the total. */
export function totalReader(rule: TotalRules): TotalReader {
  switch (rule.method) {
    case 'stage':
      return linear([{ stage: rule.stage, weight: null }]);
    case 'sum':
    case 'rankSum':
      return linear(rule.stages.map((stage) => ({ stage, weight: null })));
    case 'weighted':
      return linear(Object.entries(rule.weights).map(([stage, weight]) => ({ stage, weight: decimal(weight) })));
    case 'scaled': {
      const largest = rule.stages.map((part) => decimal(part.maximum)).reduce(greater);
      return linear(rule.stages.map((part) => ({ stage: part.stage, weight: multiply(divide(largest, decimal(part.maximum)), decimal(part.weight)) })));
    }
    case 'formula': {
      const calculate = compile(rule.value);
      return {
        exact: (_score, lookup) => {
          const value = calculate(lookup);
          return typeof value === 'string' ? null : value;
        },
        parts: () => [],
      };
    }
  }
}

function linear(terms: readonly { stage: string; weight: Rational | null }[]): TotalReader {
  return {
    exact: (scoreOf) => {
      let total: Rational | null = null;
      for (const { stage, weight } of terms) {
        const score = scoreOf(stage);
        if (!score) return null;
        const own = weight ? multiply(score, weight) : score;
        total = total ? add(total, own) : own;
      }
      return total ?? ZERO;
    },
    parts: (scoreOf) => terms.map(({ stage, weight }) => ({ stage, score: scoreOf(stage), weight })),
  };
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
