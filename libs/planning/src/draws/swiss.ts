import { PlanningInputError } from '../planning-errors.js';
import { cheapestPerfectMatching, maximumWeightMatching } from './matching.js';

/** A team before the round, in the order of the standings (best first). */
export interface SwissTeam {
  readonly id: string;
  readonly points: number;
  readonly school?: string;
  /** Everybody met so far; a repeat is refused. */
  readonly opponents?: readonly string[];
  readonly hadBye?: boolean;
}

export interface SwissRules {
  /** In a bracket of eight: `slide` 1-5 2-6 3-7 4-8, `fold` 1-8 2-7 3-6 4-5, `adjacent` 1-2 3-4 5-6 7-8. Default `slide`. */
  readonly pairing?: 'slide' | 'fold' | 'adjacent';
  /** Who fills an odd bracket from the next lower one. Default `bottom`. */
  readonly pullUp?: 'bottom' | 'top' | 'middle';
  /** Odd number of teams: the last without a bye rests, or the round is refused. Default `bye`. */
  readonly odd?: 'bye' | 'refuse';
  /**
   * How much a meeting of one school may cost in squared shifts: 0 off; 3 (default) exchanges with a direct neighbour in the
   * bracket only; larger values look further; `Infinity`-like 1,000,000 avoids it wherever any rematch-free round can.
   */
  readonly sameSchoolWeight?: number;
}

export interface SwissPair {
  readonly teams: readonly [string, string];
  /** Bracket (points of its own teams) the pair was made in; a pulled-up team has fewer. */
  readonly bracket: number;
  readonly sameSchool: boolean;
}

export type SwissRound =
  | { readonly kind: 'round'; readonly pairs: readonly SwissPair[]; readonly bye: string | null; readonly brackets: readonly SwissBracket[] }
  | { readonly kind: 'infeasible'; readonly proof: SwissProof };

export interface SwissBracket {
  readonly points: number;
  readonly teams: readonly string[];
  readonly pulledUp: readonly string[];
}

export type SwissProof =
  | { readonly kind: 'odd-number'; readonly teams: number }
  | { readonly kind: 'everybody-had-a-bye' }
  | {
      /** Without the separators the teams fall into clusters that have met all others outside; more odd clusters than separators. */
      readonly kind: 'rematches-unavoidable';
      readonly separators: readonly string[];
      readonly oddClusters: readonly (readonly string[])[];
      /** With an odd number of teams: the name under which the bye stands above, as a team that meets everybody without a bye so far. */
      readonly bye?: string;
    };

/** Brackets of equal points with odd ones filled from below; needs an even number of teams. */
export function fillBrackets(teams: readonly SwissTeam[], pullUp: NonNullable<SwissRules['pullUp']>): SwissBracket[] {
  const levels = [...new Set(teams.map(({ points }) => points))].sort((a, b) => b - a);
  const left = new Map(levels.map((points) => [points, teams.filter((team) => team.points === points).map(({ id }) => id)]));
  const brackets: SwissBracket[] = [];
  levels.forEach((points, index) => {
    const own = left.get(points)!;
    const pulledUp: string[] = [];
    for (let lower = index + 1; own.length % 2 === 1 && pulledUp.length === 0 && lower < levels.length; lower++) {
      const below = left.get(levels[lower]!)!;
      if (below.length === 0) continue;
      const position = pullUp === 'top' ? 0 : pullUp === 'bottom' ? below.length - 1 : Math.floor(below.length / 2);
      pulledUp.push(...below.splice(position, 1));
    }
    if (own.length > 0) brackets.push({ points, teams: [...own, ...pulledUp], pulledUp });
  });
  return brackets;
}

/** Squared shifts from the nominal pairing of a bracket. */
function shiftCost(a: number, b: number, size: number, pairing: NonNullable<SwissRules['pairing']>): number {
  const half = size / 2;
  const [upper, lower] = a < b ? [a, b] : [b, a];
  if (pairing === 'adjacent') return (lower - upper - 1) ** 2 + (upper % 2);
  if ((upper < half) === (lower < half)) return (half + lower - upper) ** 2;
  const nominal = pairing === 'slide' ? upper + half : size - 1 - upper;
  return (lower - nominal) ** 2;
}

const BRACKET_STEP = 10_000_000;

interface Placed {
  readonly team: SwissTeam;
  readonly bracket: number;
  readonly position: number;
  readonly size: number;
}

function pairEven(teams: readonly SwissTeam[], rules: SwissRules): { pairs: SwissPair[]; brackets: SwissBracket[] } | null {
  const brackets = fillBrackets(teams, rules.pullUp ?? 'bottom');
  const placeOf = new Map(brackets.flatMap((bracket, index) => bracket.teams.map((id, position) => [id, { bracket: index, position, size: bracket.teams.length }] as const)));
  const placed: Placed[] = teams.map((team) => ({ team, ...placeOf.get(team.id)! }));
  const schoolWeight = rules.sameSchoolWeight ?? 3;
  const partners = cheapestPerfectMatching(placed.length, (first, second) => {
    const [a, b] = [placed[first]!, placed[second]!];
    if (a.team.opponents?.includes(b.team.id) || b.team.opponents?.includes(a.team.id)) return null;
    const school = a.team.school !== undefined && a.team.school === b.team.school ? schoolWeight : 0;
    if (a.bracket !== b.bracket) return BRACKET_STEP * (a.bracket - b.bracket) ** 2 + school;
    return shiftCost(a.position, b.position, a.size, rules.pairing ?? 'slide') + school;
  });
  if (!partners) return null;
  const order = [...placed.keys()].sort((a, b) => placed[a]!.bracket - placed[b]!.bracket || placed[a]!.position - placed[b]!.position);
  const pairs: SwissPair[] = [];
  const done = new Set<number>();
  for (const index of order) {
    if (done.has(index)) continue;
    const [a, b] = [placed[index]!, placed[partners[index]!]!];
    done.add(index).add(partners[index]!);
    pairs.push({ teams: [a.team.id, b.team.id], bracket: brackets[a.bracket]!.points, sameSchool: a.team.school !== undefined && a.team.school === b.team.school });
  }
  return { pairs, brackets };
}

function mayMeet(teams: readonly SwissTeam[]): (a: number, b: number) => boolean {
  return (a, b) => a !== b && !teams[a]!.opponents?.includes(teams[b]!.id) && !teams[b]!.opponents?.includes(teams[a]!.id);
}

/** The bye as one more team, under a name that no team has. */
function withBye(teams: readonly SwissTeam[]): SwissTeam[] {
  let id = 'bye';
  while (teams.some((team) => team.id === id)) id += '*';
  return [...teams, { id, points: 0, opponents: teams.flatMap((team) => (team.hadBye ? [team.id] : [])) }];
}

/** The Tutte-Berge witness from the Gallai-Edmonds decomposition: who some largest pairing can leave out, and their neighbours. */
function proveRematches(teams: readonly SwissTeam[]): Extract<SwissProof, { kind: 'rematches-unavoidable' }> {
  const meet = mayMeet(teams);
  const pairable = (without: number): number =>
    maximumWeightMatching(teams.length, (a, b) => (a !== without && b !== without && meet(a, b) ? 1 : 0)).filter((partner) => partner >= 0).length;
  const most = pairable(-1);
  const inessential = teams.map((_, index) => pairable(index) === most);
  const separators = teams.map((_, index) => !inessential[index] && teams.some((_team, other) => inessential[other]! && meet(index, other)));
  const seen = separators.map(Boolean);
  const oddClusters: string[][] = [];
  teams.forEach((_, start) => {
    if (seen[start]) return;
    const cluster = [start];
    seen[start] = true;
    for (const node of cluster) {
      teams.forEach((_team, other) => {
        if (seen[other] || !meet(node, other)) return;
        seen[other] = true;
        cluster.push(other);
      });
    }
    if (cluster.length % 2 === 1) oddClusters.push(cluster.map((index) => teams[index]!.id));
  });
  return { kind: 'rematches-unavoidable', separators: teams.filter((_, index) => separators[index]).map(({ id }) => id), oddClusters };
}

/** Checks by counting that no pairing without rematch exists: more odd clusters than separators, and clusters never meet. */
export function verifyRematchProof(stated: readonly SwissTeam[], proof: SwissProof): boolean {
  if (proof.kind !== 'rematches-unavoidable' || (stated.length % 2 === 1) !== (proof.bye !== undefined) || stated.some(({ id }) => id === proof.bye)) return false;
  const teams = proof.bye === undefined ? stated : [...stated, { id: proof.bye, points: 0, opponents: stated.filter(({ hadBye }) => hadBye).map(({ id }) => id) }];
  const meet = mayMeet(teams);
  const position = new Map(teams.map(({ id }, index) => [id, index]));
  const separators = new Set(proof.separators);
  const clustersHold = proof.oddClusters.every((cluster) => {
    const inside = new Set(cluster);
    return cluster.length % 2 === 1 && cluster.every((id) => teams.every((other) => inside.has(other.id) || separators.has(other.id) || !meet(position.get(id)!, position.get(other.id)!)));
  });
  const named = proof.oddClusters.flat();
  return clustersHold && new Set(named).size === named.length && named.every((id) => !separators.has(id)) && proof.oddClusters.length > separators.size;
}

/**
 * Pairs a Swiss round: brackets of equal points, pull-ups into odd ones, no rematch ever (guaranteed whenever a rematch-free round
 * exists, otherwise a proof), then the fewest bracket steps, then the smallest shifts including those that keep schools apart:
 * one minimum-cost perfect matching over all teams. Nobody is dropped: an odd number gives a bye or a refusal.
 */
export function pairSwissRound(teams: readonly SwissTeam[], rules: SwissRules = {}): SwissRound {
  const ids = new Set(teams.map(({ id }) => id));
  if (ids.size !== teams.length) throw new PlanningInputError('DUPLICATE_ID', 'teams', 'every team needs its own id');
  if (teams.length % 2 === 0) {
    const paired = pairEven(teams, rules);
    return paired ? { kind: 'round', ...paired, bye: null } : { kind: 'infeasible', proof: proveRematches(teams) };
  }
  if (rules.odd === 'refuse') return { kind: 'infeasible', proof: { kind: 'odd-number', teams: teams.length } };
  const resting = [...teams].reverse().filter(({ hadBye }) => !hadBye);
  for (const { id } of resting) {
    const paired = pairEven(teams.filter((team) => team.id !== id), rules);
    if (paired) return { kind: 'round', ...paired, bye: id };
  }
  if (resting.length === 0) return { kind: 'infeasible', proof: { kind: 'everybody-had-a-bye' } };
  const entered = withBye(teams);
  return { kind: 'infeasible', proof: { ...proveRematches(entered), bye: entered[teams.length]!.id } };
}
