import { PlanningInputError } from '../planning-errors.js';
import type { AllianceMatch } from './alliance-schedule.js';
import { measureSchedule, type ScheduleMeasures } from './schedule-measures.js';

export interface WithdrawalRepair {
  readonly matches: readonly AllianceMatch[];
  /** Who stands in where, as a surrogate; nobody else moves. */
  readonly standIns: readonly { readonly match: number; readonly team: string }[];
  /** Matches for which no team could stand in without playing twice: they go on one short. */
  readonly short: readonly number[];
  readonly measures: ScheduleMeasures;
}

/**
 * A team withdraws before match `from`: each of its remaining places goes to a stand-in, the only change (one team per match is the
 * fewest possible). The stand-in is the team with the widest gap to its own matches, then the fewest repeated meetings, then the
 * fewest stand-in matches so far.
 */
export function replaceWithdrawn(matches: readonly AllianceMatch[], withdrawn: string, from: number): WithdrawalRepair {
  if (!matches.some(({ red, blue }) => [...red, ...blue].includes(withdrawn))) throw new PlanningInputError('UNKNOWN_TEAM', 'withdrawn', `"${withdrawn}" plays no match`);
  const teams = [...new Set(matches.flatMap(({ red, blue }) => [...red, ...blue]))].filter((team) => team !== withdrawn).sort();
  const plays = new Map(teams.map((team) => [team, matches.filter(({ red, blue }) => [...red, ...blue].includes(team)).map(({ number }) => number)]));
  const extra = new Map<string, number>();
  const standIns: WithdrawalRepair['standIns'][number][] = [];
  const short: number[] = [];
  const result = matches.map((match): AllianceMatch => {
    const all = [...match.red, ...match.blue];
    if (match.number < from || !all.includes(withdrawn)) return match;
    const meetings = (team: string): number => matches.filter(({ red, blue }) => [red, blue].some((side) => side.includes(team)) && all.some((other) => other !== withdrawn && [...red, ...blue].includes(other))).length;
    const gap = (team: string): number => Math.min(...plays.get(team)!.map((number) => Math.abs(number - match.number)));
    const candidates = teams
      .filter((team) => !all.includes(team))
      .map((team) => ({ team, gap: Math.min(gap(team), 3), meetings: meetings(team), extra: extra.get(team) ?? 0 }))
      .sort((a, b) => b.gap - a.gap || a.extra - b.extra || a.meetings - b.meetings || (a.team < b.team ? -1 : 1));
    const standIn = candidates[0]?.team;
    const replace = (side: readonly string[]): string[] => side.flatMap((team) => (team !== withdrawn ? [team] : standIn === undefined ? [] : [standIn]));
    if (standIn === undefined) short.push(match.number);
    else {
      standIns.push({ match: match.number, team: standIn });
      extra.set(standIn, (extra.get(standIn) ?? 0) + 1);
      plays.get(standIn)!.push(match.number);
    }
    return { ...match, red: replace(match.red), blue: replace(match.blue), surrogates: [...match.surrogates.filter((team) => team !== withdrawn), ...(standIn === undefined ? [] : [standIn])] };
  });
  return { matches: result, standIns, short, measures: measureSchedule(result) };
}
