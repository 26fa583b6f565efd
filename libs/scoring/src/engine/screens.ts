import { decimal, formatExact, roundHalfUp } from '../exact/decimal.js';
import { compare, greater, lesser, multiply, subtract, type Rational } from '../exact/rational.js';
import { squareRoot } from '../exact/square-root.js';
import { populationVariance } from '../exact/variance.js';
import type { StageRules } from '../rules/stage-rules.types.js';
import type { StageResults } from './stage-results.types.js';
import type { ScreenNote } from './score-output.types.js';

/** Entries whose judges are too far apart (domain 4.5 R8). They open a question for a person and change nothing. */
export function divergenceScreens(stages: readonly StageRules[], results: StageResults, members: readonly number[], idOf: (entry: number) => string): ScreenNote[] {
  const notes: ScreenNote[] = [];
  for (const stage of stages) {
    if (stage.kind !== 'sheets' || !stage.screens) continue;
    const counted = results.counted.get(stage.key);
    for (const entry of members) {
      const scores = counted?.get(entry) ?? [];
      if (scores.length > 1) notes.push(...screen(stage.key, idOf(entry), scores, stage.screens));
    }
  }
  return notes;
}

function screen(stage: string, entry: string, scores: readonly Rational[], rules: { range?: number | string; sd?: number | string }): ScreenNote[] {
  const notes: ScreenNote[] = [];
  if (rules.range !== undefined) {
    const range = subtract(scores.reduce(greater), scores.reduce(lesser));
    if (compare(range, decimal(rules.range)) > 0) notes.push({ stage, entry, kind: 'range', value: formatExact(range), limit: formatExact(decimal(rules.range)) });
  }
  if (rules.sd !== undefined) {
    const limit = decimal(rules.sd);
    const variance = populationVariance(scores);
    if (compare(variance, multiply(limit, limit)) > 0) {
      notes.push({ stage, entry, kind: 'sd', value: formatExact(roundHalfUp(squareRoot(variance), 2)), limit: formatExact(limit) });
    }
  }
  return notes;
}
