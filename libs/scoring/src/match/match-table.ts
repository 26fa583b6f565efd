import { formatExact } from '../exact/decimal.js';
import { ZERO, type Rational } from '../exact/rational.js';
import type { MatchTrace } from '../trace/trace.types.js';
import type { MatchResult, SideResult } from './match-points.js';

/** The games of a stage in columns, one row per side: what derivations and comparisons read later, and nothing of the input. */
export class MatchTable {
  private readonly matches: string[] = [];
  private readonly scores: (Rational | null)[] = [];
  private readonly opponentScores: (Rational | null)[] = [];
  private readonly results: MatchResult[] = [];
  private readonly figures: (readonly Rational[])[] = [];
  /** By row: the rows of its game. */
  private readonly first: number[] = [];
  private readonly last: number[] = [];
  private readonly members: (readonly number[])[] = [];

  constructor(
    private readonly names: readonly string[],
    private readonly evenWhenOut: readonly boolean[],
  ) {}

  /** Adds a game; the row of its first side. `members`: the entries of each side, by position. */
  add(match: string, sides: readonly SideResult[], members: readonly (readonly number[])[]): number {
    const first = this.matches.length;
    for (let at = 0; at < sides.length; at++) {
      const side = sides[at] as SideResult;
      this.matches.push(match);
      this.scores.push(side.score);
      this.opponentScores.push(side.opponent);
      this.results.push(side.result);
      this.figures.push(side.figures);
      this.first.push(first);
      this.last.push(first + sides.length - 1);
      this.members.push(members[at] ?? []);
    }
    return first;
  }

  /** A figure for a member of the side, 0 for one that was out of the game unless the rule says otherwise. */
  figure(row: number, figure: number, out: boolean): Rational {
    return out && !this.evenWhenOut[figure] ? ZERO : (this.figures[row]?.[figure] ?? ZERO);
  }

  figuresByName(row: number, out: boolean): Map<string, Rational> {
    return new Map(this.names.map((name, index) => [name, this.figure(row, index, out)]));
  }

  /** Calls for every entry on the other sides of the game. */
  eachOpponent(row: number, call: (entry: number) => void): void {
    for (let other = this.first[row] as number; other <= (this.last[row] as number); other++) {
      if (other !== row) for (const entry of this.members[other] as readonly number[]) call(entry);
    }
  }

  trace(row: number, out: boolean): MatchTrace {
    const figures: Record<string, string> = {};
    for (let index = 0; index < this.names.length; index++) figures[this.names[index] as string] = formatExact(this.figure(row, index, out));
    const [score, opponent] = [this.scores[row] ?? null, this.opponentScores[row] ?? null];
    return {
      match: this.matches[row] as string,
      score: score && formatExact(score),
      opponent: opponent && formatExact(opponent),
      result: out ? 'out' : (this.results[row] as MatchResult),
      figures,
    };
  }
}
