import { PlanningInputError, requireDistinct } from '../planning-errors.js';
import type { Bracket, BracketMatch, SideSource } from './bracket.js';

/** Result of a match: the winner of each game, side 0 or 1; `null` is a drawn game that is replayed. `teams` are who played. */
export interface MatchResult {
  readonly match: string;
  readonly teams: readonly [string, string];
  readonly games: readonly (0 | 1 | null)[];
}

export interface ResolvedMatch extends BracketMatch {
  /** Team ids as far as they are known. */
  readonly teams: readonly [string | null, string | null];
  readonly winner: string | null;
  readonly loser: string | null;
  /** False for a second final that is not needed (or not yet known to be). */
  readonly needed: boolean;
  readonly wins: readonly [number, number];
}

export interface BracketState {
  readonly matches: readonly ResolvedMatch[];
  /** Results that no longer fit because an earlier result changed: to be cleared. */
  readonly stale: readonly MatchResult[];
  readonly champion: string | null;
  readonly finalist: string | null;
}

/** A result may name the two teams the other way round. */
function inOrderOf(sides: readonly [string | null, string | null], result: MatchResult | undefined): MatchResult | undefined {
  if (!result || result.teams[0] !== sides[1] || result.teams[1] !== sides[0]) return result;
  return { ...result, teams: [result.teams[1], result.teams[0]], games: result.games.map((game) => (game === null ? null : game === 0 ? 1 : 0)) };
}

/**
 * Applies results to a bracket. The state is always computed from scratch, so a changed or deleted result clears all that
 * depended on it: results whose teams are not the ones who now meet come back as `stale`. `teams` are ids by seed.
 */
export function resolveBracket(bracket: Bracket, teams: readonly string[], results: readonly MatchResult[]): BracketState {
  if (teams.length !== bracket.entrants) throw new PlanningInputError('WRONG_NUMBER', 'teams', `expected ${bracket.entrants} teams, got ${teams.length}`);
  requireDistinct(teams, 'teams');
  const byMatch = new Map<string, MatchResult>();
  const ids = new Set(bracket.matches.map(({ id }) => id));
  results.forEach((result, index) => {
    if (!ids.has(result.match)) throw new PlanningInputError('UNKNOWN_MATCH', `results[${index}].match`, `no match "${result.match}"`);
    if (byMatch.has(result.match)) throw new PlanningInputError('DUPLICATE_RESULT', `results[${index}].match`, `"${result.match}" has two results`);
    byMatch.set(result.match, result);
  });
  const resolved = new Map<string, ResolvedMatch>();
  const stale: MatchResult[] = [];
  const teamFrom = (source: SideSource): string | null => {
    if (source.kind === 'seed') return teams[source.seed - 1]!;
    const match = resolved.get(source.match)!;
    return source.kind === 'winner' ? match.winner : match.loser;
  };
  for (const match of bracket.matches) {
    const sides: [string | null, string | null] = [teamFrom(match.sides[0]), teamFrom(match.sides[1])];
    const before = match.onlyIfSecondWins === undefined ? null : resolved.get(match.onlyIfSecondWins)!;
    const needed = before === null || (before.winner !== null && before.winner === before.teams[1]);
    const result = inOrderOf(sides, byMatch.get(match.id));
    const fits = needed && result !== undefined && result.teams[0] === sides[0] && result.teams[1] === sides[1];
    if (result && !fits) stale.push(byMatch.get(match.id)!);
    const wins: [number, number] = [0, 0];
    if (fits) for (const game of result.games) if (game !== null) wins[game]++;
    const enough = Math.floor(match.bestOf / 2) + 1;
    const side = wins[0] >= enough ? 0 : wins[1] >= enough ? 1 : null;
    resolved.set(match.id, { ...match, teams: sides, needed, wins, winner: side === null ? null : sides[side], loser: side === null ? null : sides[1 - side]! });
  }
  const matches = [...resolved.values()];
  const finals = matches.filter(({ part, needed }) => part === 'final' && needed);
  const last = finals[finals.length - 1];
  const openReset = matches.some(({ part, needed, winner }) => part === 'final' && needed && winner === null);
  return { matches, stale, champion: openReset ? null : (last?.winner ?? null), finalist: openReset ? null : (last?.loser ?? null) };
}

/**
 * Places after a knock-out, dense: champion 1, finalist 2, then by the round of the last defeat (the third-place match decides 3
 * and 4). Only for a finished bracket; `null` otherwise.
 */
export function bracketStandings(state: BracketState): { readonly team: string; readonly place: number }[] | null {
  const { champion, finalist, matches } = state;
  if (champion === null || finalist === null || matches.some(({ needed, winner }) => needed && winner === null)) return null;
  const places = [[champion], [finalist]];
  const settled = new Set([champion, finalist]);
  const third = matches.find(({ part }) => part === 'third-place');
  if (third) {
    places.push([third.winner!], [third.loser!]);
    settled.add(third.winner!).add(third.loser!);
  }
  const byRound = new Map<string, string[]>();
  for (const match of [...matches].reverse()) {
    if (match.part === 'final' || match.part === 'third-place' || match.loser === null || settled.has(match.loser)) continue;
    const isDouble = matches.some(({ part }) => part === 'losers');
    if (isDouble && match.part === 'winners') continue;
    const key = `${match.part}/${match.round}`;
    byRound.set(key, [...(byRound.get(key) ?? []), match.loser]);
    settled.add(match.loser);
  }
  places.push(...byRound.values());
  return places.flatMap((teams, index) => teams.map((team) => ({ team, place: index + 1 })));
}
