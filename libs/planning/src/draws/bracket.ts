import { PlanningInputError, requireInteger } from '../planning-errors.js';
import { bracketSize, seedSlots, type SeedingStyle } from './seeding.js';

/** Where a side of a match comes from. */
export type SideSource = { readonly kind: 'seed'; readonly seed: number } | { readonly kind: 'winner'; readonly match: string } | { readonly kind: 'loser'; readonly match: string };

export interface BracketMatch {
  readonly id: string;
  readonly part: 'winners' | 'losers' | 'final' | 'third-place';
  /** Round inside its part, from 1. */
  readonly round: number;
  /** Number in the order of play, from 0. */
  readonly number: number;
  readonly sides: readonly [SideSource, SideSource];
  /** Games at most; the side with more than half wins. */
  readonly bestOf: number;
  /** Played only when the match it names was won by its second side (the losers' champion). */
  readonly onlyIfSecondWins?: string;
}

/** A knock-out as data: matches in the order of play. Results live outside and are applied by `resolveBracket`. */
export interface Bracket {
  readonly kind: 'single' | 'double';
  readonly entrants: number;
  readonly matches: readonly BracketMatch[];
}

export interface BracketOptions {
  readonly seeding?: SeedingStyle;
  /** Slots in another order than the seeding's; values are seeds, `null` is a bye. Length must be a power of two. */
  readonly slots?: readonly (number | null)[];
  readonly bestOf?: number;
  readonly finalBestOf?: number;
}

type Feed = SideSource | null;

/** Joins the feeds of a round pairwise; a bye (`null`) sends the other side on without a match. */
function playRound(feeds: readonly Feed[], make: (sides: [SideSource, SideSource]) => BracketMatch): { winners: Feed[]; losers: Feed[] } {
  const winners: Feed[] = [];
  const losers: Feed[] = [];
  for (let slot = 0; slot < feeds.length; slot += 2) {
    const [first, second] = [feeds[slot]!, feeds[slot + 1]!];
    if (first && second) {
      const { id } = make([first, second]);
      winners.push({ kind: 'winner', match: id });
      losers.push({ kind: 'loser', match: id });
    } else {
      winners.push(first ?? second);
      losers.push(null);
    }
  }
  return { winners, losers };
}

function startFeeds(entrants: number, options: BracketOptions): Feed[] {
  requireInteger(entrants, 'entrants', 2);
  const slots = options.slots ?? seedSlots(entrants, options.seeding);
  const seeds = slots.filter((slot) => slot !== null);
  if (bracketSize(slots.length) !== slots.length || seeds.length !== entrants || new Set(seeds).size !== entrants || seeds.some((seed) => seed < 1 || seed > entrants)) {
    throw new PlanningInputError('BAD_SLOTS', 'options.slots', `expected every seed 1..${entrants} once over a power of two of slots`);
  }
  return slots.map((seed) => (seed === null ? null : { kind: 'seed', seed }));
}

class MatchList {
  readonly matches: BracketMatch[] = [];

  constructor(private readonly bestOf: number) {}

  add(part: BracketMatch['part'], round: number, sides: [SideSource, SideSource], more: Partial<BracketMatch> = {}): BracketMatch {
    const inRound = this.matches.filter((match) => match.part === part && match.round === round).length + 1;
    const prefix = { winners: 'W', losers: 'L', final: 'F', 'third-place': 'T' }[part];
    const match = { id: `${prefix}${round}-${inRound}`, part, round, number: this.matches.length, sides, bestOf: this.bestOf, ...more };
    this.matches.push(match);
    return match;
  }
}

/** Single elimination of any size; byes go to the top seeds. `thirdPlace` adds a match of the beaten semi-finalists after the final. */
export function singleElimination(entrants: number, options: BracketOptions & { readonly thirdPlace?: boolean } = {}): Bracket {
  let feeds = startFeeds(entrants, options);
  const list = new MatchList(options.bestOf ?? 1);
  let beaten: Feed[] = [];
  for (let round = 1; feeds.length > 1; round++) {
    const isFinal = feeds.length === 2;
    const played = playRound(feeds, (sides) => list.add(isFinal ? 'final' : 'winners', isFinal ? 1 : round, sides, isFinal ? { bestOf: options.finalBestOf ?? options.bestOf ?? 1 } : {}));
    if (feeds.length === 4) beaten = played.losers;
    feeds = played.winners;
  }
  const [first, second] = beaten;
  if (options.thirdPlace && first && second) list.add('third-place', 1, [first, second]);
  return { kind: 'single', entrants, matches: list.matches };
}

/**
 * Double elimination: who loses twice is out. Losers of the winners' part drop in crosswise (each second time in reverse order),
 * which keeps first-round opponents apart. `reset`: when the losers' champion wins the final, a second final decides.
 */
export function doubleElimination(entrants: number, options: BracketOptions & { readonly reset?: boolean } = {}): Bracket {
  requireInteger(entrants, 'entrants', 3);
  let upper = startFeeds(entrants, options);
  const list = new MatchList(options.bestOf ?? 1);
  let lower: Feed[] = [];
  let lowerRound = 0;
  for (let round = 1; upper.length > 1; round++) {
    const played = playRound(upper, (sides) => list.add('winners', round, sides));
    upper = played.winners;
    if (round === 1) {
      lower = played.losers;
      if (lower.length > 1) {
        lowerRound++;
        lower = playLower(lower, lowerRound, list);
      }
      continue;
    }
    const dropping = round % 2 === 0 ? [...played.losers].reverse() : played.losers;
    lowerRound++;
    lower = playLower(lower.flatMap((feed, index) => [dropping[index]!, feed]), lowerRound, list);
    if (lower.length > 1) {
      lowerRound++;
      lower = playLower(lower, lowerRound, list);
    }
  }
  const finalBestOf = options.finalBestOf ?? options.bestOf ?? 1;
  const sides: [SideSource, SideSource] = [upper[0]!, lower[0]!];
  const final = list.add('final', 1, sides, { bestOf: finalBestOf });
  if (options.reset) list.add('final', 2, sides, { bestOf: finalBestOf, onlyIfSecondWins: final.id });
  return { kind: 'double', entrants, matches: list.matches };
}

function playLower(feeds: readonly Feed[], round: number, list: MatchList): Feed[] {
  return playRound(feeds, (sides) => list.add('losers', round, sides)).winners;
}
