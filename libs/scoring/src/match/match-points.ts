import { decimal, parseDecimal } from '../exact/decimal.js';
import { ONE, ZERO, add, compare, divide, greater, whole, type Rational } from '../exact/rational.js';
import { compile, type Calculation, type Lookup, type Value } from '../expression/expression.js';
import { problem, type Problem } from '../engine/problem.js';
import type { MatchRecord, MatchSide } from '../engine/score-input.types.js';
import type { MatchStage } from '../rules/stage-rules.types.js';

export type MatchResult = 'won' | 'tied' | 'lost';

/** What one game gave one side. */
export interface SideResult {
  score: Rational | null;
  opponent: Rational | null;
  result: MatchResult;
  /** In the order of the rules; 0 where a figure has no number. */
  figures: readonly Rational[];
  /** Entries disqualified from or absent at this game; null: nobody. */
  out: ReadonlySet<string> | null;
  /** Nobody of the side is left. */
  gone: boolean;
}

interface Place {
  above: number;
  sharing: number;
}

/** The figures of a stage, ready to be worked out for many games. The calculations read the side at hand, so that none has to be made for each side. */
export class MatchProgram {
  readonly names: readonly string[];
  /** By figure: whether those who were out of a game have it too. */
  readonly evenWhenOut: readonly boolean[];
  private readonly calculations: readonly Calculation[];
  private readonly byPlace: readonly Rational[] | null;
  private side: MatchSide | null = null;
  private score: Rational | null = null;
  private opponent: Rational | null = null;
  private result: MatchResult = 'lost';
  private place: Place = { above: 0, sharing: 1 };
  private gone = false;
  private readonly sideNames = new Map<string, string>();

  constructor(stage: MatchStage) {
    this.names = Object.keys(stage.figures);
    this.evenWhenOut = this.names.map((name) => stage.figures[name]?.evenWhenOut ?? false);
    this.calculations = this.names.map((name) => compile(stage.figures[name]?.value ?? 0));
    this.byPlace = stage.byPlace?.map(decimal) ?? null;
  }

  /** Works out a game side by side. A side of which nobody is left loses to any other, also to one that has no score because there was no game; two such sides tie. */
  play(match: MatchRecord, path: string, problems: Problem[]): SideResult[] {
    const { sides } = match;
    const results: SideResult[] = [];
    const scores: (Rational | null)[] = [];
    const standing: (Rational | null)[] = [];
    for (let at = 0; at < sides.length; at++) {
      const side = sides[at] as MatchSide;
      const out = side.disqualified || side.absent ? new Set([...(side.disqualified ?? []), ...(side.absent ?? [])]) : null;
      const gone = side.entries.length === 0 || (out !== null && side.entries.every((entry) => out.has(entry)));
      const score = readScore(side, path, at, problems);
      scores.push(score);
      standing.push(gone ? null : score);
      results.push({ score, opponent: null, result: 'lost', figures: [], out, gone });
    }
    const there = results.filter((result) => !result.gone);
    if (there.length === 1) standing[results.indexOf(there[0] as SideResult)] ??= ZERO;
    for (let at = 0; at < sides.length; at++) {
      const own = results[at] as SideResult;
      own.opponent = bestOther(scores, at);
      const place = placeAmong(standing, at);
      own.result = place.above > 0 ? 'lost' : place.sharing > 1 ? 'tied' : 'won';
      own.figures = this.figuresOf(sides[at] as MatchSide, own, place);
    }
    return results;
  }

  private figuresOf(side: MatchSide, { score, opponent, result, gone }: SideResult, place: Place): Rational[] {
    this.side = side;
    this.score = score;
    this.opponent = opponent;
    this.result = result;
    this.place = place;
    this.gone = gone;
    const figures: Rational[] = [];
    for (const calculate of this.calculations) {
      const value = calculate(this.lookup);
      figures.push(value === null || typeof value === 'string' ? ZERO : value);
    }
    return figures;
  }

  private readonly lookup: Lookup = (name) => {
    switch (name) {
      case 'score':
        return this.score;
      case 'opponent':
        return this.opponent;
      case 'won':
      case 'tied':
      case 'lost':
        return this.result === name ? ONE : ZERO;
      case 'place':
        return whole(this.place.above + 1);
      case 'league':
        return this.byPlace && !this.gone ? shared(this.byPlace, this.place) : ZERO;
      default:
        return this.sideFigure(name);
    }
  };

  private sideFigure(name: string): Value {
    let own = this.sideNames.get(name);
    if (own === undefined) this.sideNames.set(name, (own = name.startsWith('side.') ? name.slice(5) : ''));
    if (own === '') return null;
    const raw = this.side?.figures?.[own];
    if (raw === undefined) return ZERO;
    return typeof raw === 'boolean' ? (raw ? ONE : ZERO) : decimal(raw);
  }
}

function readScore(side: MatchSide, path: string, at: number, problems: Problem[]): Rational | null {
  if (side.score === undefined) return null;
  const score = parseDecimal(side.score);
  if (!score) problems.push(problem('ITEM_NOT_A_NUMBER', `${path}/sides/${at}/score`, { value: String(side.score) }));
  return score;
}

function bestOther(scores: readonly (Rational | null)[], side: number): Rational | null {
  let best: Rational | null = null;
  for (let other = 0; other < scores.length; other++) {
    const score = other === side ? null : (scores[other] as Rational | null);
    if (score) best = best ? greater(best, score) : score;
  }
  return best;
}

/** How many sides stand above a side, and how many share its place; sides without a score share the last. */
function placeAmong(standing: readonly (Rational | null)[], side: number): Place {
  const own = standing[side] ?? null;
  let [above, sharing] = [0, 0];
  for (const other of standing) {
    const order = other === null ? (own === null ? 0 : -1) : own === null ? 1 : compare(other, own);
    if (order > 0) above++;
    else if (order === 0) sharing++;
  }
  return { above, sharing };
}

/** Sides that share places share the points of all those places evenly. */
function shared(byPlace: readonly Rational[], place: Place): Rational {
  let points = ZERO;
  for (let index = 0; index < place.sharing; index++) points = add(points, byPlace[place.above + index] ?? ZERO);
  return divide(points, whole(place.sharing));
}
