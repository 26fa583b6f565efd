import { decimal, parseDecimal } from '../exact/decimal.js';
import { ONE, ZERO, add, divide, greater, whole, type Rational } from '../exact/rational.js';
import type { Calculation, Lookup, Value } from '../expression/expression.js';
import { problem, type Problem } from '../engine/problem.js';
import type { MatchRecord, MatchSide } from '../engine/score-input.types.js';
import { splitByNumber } from '../rank/rank.js';

/** What one game gave one side. */
export interface SideResult {
  score: Rational | null;
  opponent: Rational | null;
  result: 'won' | 'tied' | 'lost';
  figures: ReadonlyMap<string, Rational>;
  /** Entries disqualified from or absent at this game. */
  out: ReadonlySet<string>;
}

export interface FigureProgram {
  name: string;
  calculate: Calculation;
  evenWhenOut: boolean;
}

/** Works out a game side by side. A side of which nobody is left loses to any other; two such sides tie. */
export function playMatch(match: MatchRecord, figures: readonly FigureProgram[], byPlace: readonly Rational[] | null, path: string, problems: Problem[]): SideResult[] {
  const scores = match.sides.map((side, index) => readScore(side, `${path}/sides/${index}/score`, problems));
  const outs = match.sides.map((side) => new Set([...(side.disqualified ?? []), ...(side.absent ?? [])]));
  const gone = match.sides.map((side, index) => side.entries.every((entry) => outs[index]?.has(entry)));
  const standing = (side: number): Rational | null => (gone[side] ? null : (scores[side] ?? null));
  const classes = splitByNumber(
    match.sides.map((_, index) => index),
    standing,
    'desc',
  );
  return match.sides.map((side, index): SideResult => {
    const place = placeOf(index, classes);
    const others = scores.filter((_, other) => other !== index);
    const opponent = others.reduce((best, one) => (best && one ? greater(best, one) : (best ?? one)), null);
    const result = place.above > 0 ? 'lost' : place.sharing > 1 ? 'tied' : 'won';
    const league = byPlace && !gone[index] ? shared(byPlace, place) : ZERO;
    const given: Record<string, Value> = {
      score: scores[index] ?? null,
      opponent,
      won: result === 'won' ? ONE : ZERO,
      tied: result === 'tied' ? ONE : ZERO,
      lost: result === 'lost' ? ONE : ZERO,
      place: whole(place.above + 1),
      league,
    };
    const lookup: Lookup = (name) => (name.startsWith('side.') ? sideFigure(side, name.slice(5)) : (given[name] ?? null));
    const made = new Map<string, Rational>();
    for (const figure of figures) {
      const value = figure.calculate(lookup);
      if (value !== null && typeof value !== 'string') made.set(figure.name, value);
    }
    return { score: scores[index] ?? null, opponent, result, figures: made, out: outs[index] as Set<string> };
  });
}

function readScore(side: MatchSide, path: string, problems: Problem[]): Rational | null {
  if (side.score === undefined) return null;
  const score = parseDecimal(side.score);
  if (!score) problems.push(problem('ITEM_NOT_A_NUMBER', path, { value: String(side.score) }));
  return score;
}

function sideFigure(side: MatchSide, name: string): Rational | null {
  const raw = side.figures?.[name];
  if (raw === undefined) return ZERO;
  return typeof raw === 'boolean' ? (raw ? ONE : ZERO) : decimal(raw);
}

function placeOf(side: number, classes: readonly number[][]): { above: number; sharing: number } {
  let above = 0;
  for (const tied of classes) {
    if (tied.includes(side)) return { above, sharing: tied.length };
    above += tied.length;
  }
  return { above, sharing: 1 };
}

/** Sides that share places share the points of all those places evenly. */
function shared(byPlace: readonly Rational[], place: { above: number; sharing: number }): Rational {
  let points = ZERO;
  for (let index = 0; index < place.sharing; index++) points = add(points, byPlace[place.above + index] ?? ZERO);
  return divide(points, whole(place.sharing));
}
