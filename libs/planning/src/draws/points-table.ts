import { PlanningInputError, requireDistinct } from '../planning-errors.js';

/** A finished match of a round robin; `winner` null is a draw. */
export interface TableMatch {
  readonly teams: readonly [string, string];
  readonly winner: string | null;
}

export interface PointRules {
  readonly win: number;
  readonly draw: number;
  readonly loss: number;
}

export interface PointsTable {
  readonly points: readonly { readonly team: string; readonly points: number; readonly played: number }[];
  /** Teams by rank; more than one team in a step is a tie that points and the games among them could not break. */
  readonly order: readonly (readonly string[])[];
  readonly playOffs: readonly (readonly string[])[];
}

function countPoints(teams: readonly string[], matches: readonly TableMatch[], rules: PointRules): Map<string, number> {
  const points = new Map(teams.map((team) => [team, 0]));
  for (const { teams: sides, winner } of matches) {
    if (!sides.every((side) => points.has(side))) continue;
    for (const side of sides) points.set(side, points.get(side)! + (winner === null ? rules.draw : winner === side ? rules.win : rules.loss));
  }
  return points;
}

/** Splits teams by points, and ties again by the matches among the tied alone, as long as that separates anybody. */
function rankByPoints(teams: readonly string[], matches: readonly TableMatch[], rules: PointRules): string[][] {
  const points = countPoints(teams, matches, rules);
  const levels = [...new Set(points.values())].sort((a, b) => b - a);
  return levels.flatMap((level) => {
    const tied = teams.filter((team) => points.get(team) === level);
    return tied.length > 1 && tied.length < teams.length ? rankByPoints(tied, matches, rules) : [tied];
  });
}

/** Table of a round robin: points, then the games among the tied; what stays tied needs a play-off and is named. @throws PlanningInputError for a team that is not there */
export function pointsTable(teams: readonly string[], matches: readonly TableMatch[], rules: PointRules): PointsTable {
  requireDistinct(teams, 'teams');
  matches.forEach(({ teams: sides, winner }, index) => {
    for (const side of sides) if (!teams.includes(side)) throw new PlanningInputError('UNKNOWN_TEAM', `results[${index}].teams`, `no team "${side}"`);
    if (sides[0] === sides[1]) throw new PlanningInputError('SAME_TEAM', `results[${index}].teams`, `"${sides[0]}" cannot play itself`);
    if (winner !== null && !sides.includes(winner)) throw new PlanningInputError('UNKNOWN_TEAM', `results[${index}].winner`, `"${winner}" is none of the two`);
  });
  const points = countPoints(teams, matches, rules);
  const order = rankByPoints(teams, matches, rules);
  return {
    points: teams.map((team) => ({ team, points: points.get(team)!, played: matches.filter(({ teams: sides }) => sides.includes(team)).length })),
    order,
    playOffs: order.filter((step) => step.length > 1),
  };
}
