import { PlanningInputError, requireInteger } from '../planning-errors.js';
import { seededRandom, type SeededRandom } from '../seeded-random.js';
import { runSteps, type PlanningSteps, type RunOptions } from '../steps.js';
import { measureSchedule, type ScheduleMeasures } from './schedule-measures.js';

export interface AllianceScheduleRequest {
  readonly teams: readonly string[];
  readonly matchesPerTeam: number;
  /** Teams on one side: 1, 2 or 3. */
  readonly allianceSize: number;
  /** Least difference between the numbers of a team's consecutive matches. */
  readonly minimumGap: number;
  readonly seed: number | string;
}

export interface AllianceMatch {
  readonly number: number;
  readonly red: readonly string[];
  readonly blue: readonly string[];
  /** Teams that play an extra match which does not count for them. */
  readonly surrogates: readonly string[];
}

export interface AllianceSchedule {
  readonly kind: 'schedule';
  readonly matches: readonly AllianceMatch[];
  readonly measures: ScheduleMeasures;
  readonly seed: number | string;
}

/** There are too few teams for the wishes, shown by counting. */
export interface AllianceScheduleImpossible {
  readonly kind: 'infeasible';
  readonly proof: { readonly kind: 'too-few-teams'; readonly teams: number; readonly perMatch: number } | { readonly kind: 'gap-too-wide'; readonly teams: number; readonly perMatch: number; readonly gap: number };
}

export interface AllianceScheduleOptions extends RunOptions {
  /** Improvement moves at most; default 2,000,000. The search ends as soon as nothing is left to improve. */
  readonly moves?: number;
}

const WEIGHT = { gap: 40, partner: 12, opponent: 5 } as const;
const MOVES_PER_STEP = 50_000;

/**
 * Seats in the order of play: round by round every team once, in drawn orders; surrogates join the third round (or the last, if there
 * are fewer). `in-turn`: the same order in every round and the surrogates at the end, which keeps every gap that can be kept.
 */
class SeatPlan {
  /** Team on each seat; seat / perMatch is the match, the first half of a match's seats is red. */
  readonly seats: Int32Array;
  readonly roundOfSeat: Int32Array;
  readonly surrogateTeams: readonly number[];
  readonly surrogateRound: number;
  private readonly partners: Int32Array;
  private readonly opponents: Int32Array;
  private readonly appearances: number[][];

  constructor(
    private readonly teams: number,
    rounds: number,
    private readonly side: number,
    private readonly gap: number,
    order: 'drawn' | 'in-turn',
    random: SeededRandom,
  ) {
    const perMatch = 2 * side;
    const matches = Math.ceil((teams * rounds) / perMatch);
    const extra = matches * perMatch - teams * rounds;
    this.surrogateRound = Math.min(3, rounds) - 1;
    const drawn = random.shuffle(Array.from({ length: teams }, (_, team) => team));
    this.surrogateTeams = drawn.slice(0, extra);
    const extraAfter = order === 'drawn' ? this.surrogateRound : rounds - 1;
    const seats: number[] = [];
    const roundOf: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const turn = order === 'drawn' ? random.shuffle(Array.from({ length: teams }, (_, team) => team)) : drawn;
      // Extra appearances form a short round of their own, so that exchanges inside a round keep every team's number of matches.
      seats.push(...turn);
      roundOf.push(...turn.map(() => 2 * round));
      if (round === extraAfter) {
        seats.push(...this.surrogateTeams);
        roundOf.push(...this.surrogateTeams.map(() => 2 * round + 1));
      }
    }
    this.seats = Int32Array.from(seats);
    this.roundOfSeat = Int32Array.from(roundOf);
    this.partners = new Int32Array(teams * teams);
    this.opponents = new Int32Array(teams * teams);
    this.appearances = Array.from({ length: teams }, () => []);
    for (let seat = 0; seat < seats.length; seat++) this.appearances[seats[seat]!]!.push(seat);
    for (let match = 0; match < matches; match++) this.countMatch(match, 1);
  }

  matchOf(seat: number): number {
    return Math.floor(seat / (2 * this.side));
  }

  /** Adds or removes the pairs of a match; returns the change of the weighted repeats. */
  private countMatch(match: number, change: 1 | -1): number {
    const { side, teams, seats } = this;
    const first = match * 2 * side;
    let cost = 0;
    for (let a = 0; a < 2 * side; a++) {
      for (let b = a + 1; b < 2 * side; b++) {
        const [teamA, teamB] = [seats[first + a]!, seats[first + b]!];
        const together = a < side === b < side;
        const counts = together ? this.partners : this.opponents;
        const pair = teamA < teamB ? teamA * teams + teamB : teamB * teams + teamA;
        const before = counts[pair]!;
        counts[pair] = before + change;
        const weight = together ? WEIGHT.partner : WEIGHT.opponent;
        cost += change === 1 ? before * weight : -(before - 1) * weight;
      }
    }
    return cost;
  }

  private gapCost(team: number): number {
    const own = this.appearances[team]!;
    let cost = 0;
    for (let index = 1; index < own.length; index++) {
      const missing = this.gap - (this.matchOf(own[index]!) - this.matchOf(own[index - 1]!));
      if (missing > 0) cost += WEIGHT.gap * missing;
    }
    return cost;
  }

  private exchange(seatA: number, seatB: number): void {
    const [a, b] = [this.seats[seatA]!, this.seats[seatB]!];
    this.seats[seatA] = b;
    this.seats[seatB] = a;
    for (const [team, from, to] of [[a, seatA, seatB], [b, seatB, seatA]] as const) {
      const own = this.appearances[team]!;
      own[own.indexOf(from)] = to;
      own.sort((x, y) => x - y);
    }
  }

  /** Exchanges two seats and returns the change of the cost; exchanging again takes it back. */
  swap(seatA: number, seatB: number): number {
    const [a, b] = [this.seats[seatA]!, this.seats[seatB]!];
    const [matchA, matchB] = [this.matchOf(seatA), this.matchOf(seatB)];
    let change = -this.gapCost(a) - this.gapCost(b) + this.countMatch(matchA, -1);
    if (matchB !== matchA) change += this.countMatch(matchB, -1);
    this.exchange(seatA, seatB);
    change += this.countMatch(matchA, 1);
    if (matchB !== matchA) change += this.countMatch(matchB, 1);
    return change + this.gapCost(a) + this.gapCost(b);
  }

  /** Whether teams rest long enough: all of them, or those on two seats. */
  keepsGap(...seats: number[]): boolean {
    const teams = seats.length > 0 ? seats.map((seat) => this.seats[seat]!) : this.appearances.keys();
    return [...teams].every((team) => this.gapCost(team) === 0);
  }

  cost(): number {
    let total = 0;
    for (let pair = 0; pair < this.partners.length; pair++) {
      total += WEIGHT.partner * ((this.partners[pair]! * (this.partners[pair]! - 1)) / 2) + WEIGHT.opponent * ((this.opponents[pair]! * (this.opponents[pair]! - 1)) / 2);
    }
    for (let team = 0; team < this.teams; team++) total += this.gapCost(team);
    return total;
  }
}

/** Cost that no schedule can avoid: all meetings spread evenly over all pairs of teams. */
function unavoidableCost(teams: number, matches: number, side: number): number {
  const pairs = (teams * (teams - 1)) / 2;
  const fewest = (meetings: number): number => {
    const [each, more] = [Math.floor(meetings / pairs), meetings % pairs];
    return (pairs - more) * ((each * (each - 1)) / 2) + more * ((each * (each + 1)) / 2);
  };
  return WEIGHT.partner * fewest(matches * side * (side - 1)) + WEIGHT.opponent * fewest(matches * side * side);
}

/** Exchanges inside rounds, at a falling temperature; with `keepGap` none that would break a gap. */
function* anneal(plan: SeatPlan, bound: number, moves: number, keepGap: boolean, random: SeededRandom): PlanningSteps<void> {
  const seats = plan.seats.length;
  const roundStart = new Map<number, number>();
  const roundSize = new Map<number, number>();
  plan.roundOfSeat.forEach((round, seat) => {
    if (!roundStart.has(round)) roundStart.set(round, seat);
    roundSize.set(round, (roundSize.get(round) ?? 0) + 1);
  });
  let cost = plan.cost();
  for (let move = 0; move < moves && cost > bound; move++) {
    if (move % MOVES_PER_STEP === 0) yield { stage: 'balance partners and opponents', done: move, total: moves };
    const seatA = random.below(seats);
    const round = plan.roundOfSeat[seatA]!;
    const seatB = roundStart.get(round)! + random.below(roundSize.get(round)!);
    if (seatA === seatB || plan.seats[seatA] === plan.seats[seatB]) continue;
    const change = plan.swap(seatA, seatB);
    const temperature = 1.5 * (1 - move / moves) ** 2 + 0.05;
    const refused = (change > 0 && random.next() >= Math.exp(-change / temperature)) || (keepGap && !plan.keepsGap(seatA, seatB));
    if (refused) plan.swap(seatA, seatB);
    else cost += change;
  }
}

/** Turns matches round (red becomes blue) so that every team is red and blue about equally often. */
function balanceColours(matches: { red: string[]; blue: string[] }[], random: SeededRandom): void {
  const lead = new Map<string, number>();
  const add = (team: string, change: number): void => void lead.set(team, (lead.get(team) ?? 0) + change);
  for (const { red, blue } of matches) {
    for (const team of red) add(team, 1);
    for (const team of blue) add(team, -1);
  }
  for (let pass = 0; pass < 60; pass++) {
    let improved = false;
    for (const index of random.shuffle([...matches.keys()])) {
      const match = matches[index]!;
      const change = match.red.reduce((sum, team) => sum + 4 - 4 * lead.get(team)!, 0) + match.blue.reduce((sum, team) => sum + 4 + 4 * lead.get(team)!, 0);
      if (change > 0 || (change === 0 && pass % 3 !== 2)) continue;
      for (const team of match.red) add(team, -2);
      for (const team of match.blue) add(team, 2);
      [match.red, match.blue] = [match.blue, match.red];
      improved ||= change < 0;
    }
    if (!improved && pass % 3 !== 2) pass += 1;
  }
}

export function* scheduleAlliancesInSteps(request: AllianceScheduleRequest, options: AllianceScheduleOptions = {}): PlanningSteps<AllianceSchedule | AllianceScheduleImpossible> {
  const { matchesPerTeam, allianceSize, minimumGap, seed } = request;
  requireInteger(matchesPerTeam, 'matchesPerTeam', 1);
  requireInteger(allianceSize, 'allianceSize', 1);
  requireInteger(minimumGap, 'minimumGap', 1);
  const teams = [...request.teams].sort();
  if (new Set(teams).size !== teams.length) throw new PlanningInputError('DUPLICATE_ID', 'teams', 'every team needs its own id');
  const perMatch = 2 * allianceSize;
  if (teams.length < perMatch) return { kind: 'infeasible', proof: { kind: 'too-few-teams', teams: teams.length, perMatch } };
  const matchCount = Math.ceil((teams.length * matchesPerTeam) / perMatch);
  // In so many matches in a row all teams differ.
  const gap = Math.min(minimumGap, matchCount);
  if (teams.length < perMatch * gap) return { kind: 'infeasible', proof: { kind: 'gap-too-wide', teams: teams.length, perMatch, gap } };
  const random = seededRandom(`${seed}/alliances`);
  const bound = unavoidableCost(teams.length, matchCount, allianceSize);
  const moves = options.moves ?? 2_000_000;
  let plan = new SeatPlan(teams.length, matchesPerTeam, allianceSize, minimumGap, 'drawn', random);
  yield* anneal(plan, bound, moves, false, random);
  if (!plan.keepsGap()) {
    plan = new SeatPlan(teams.length, matchesPerTeam, allianceSize, minimumGap, 'in-turn', random);
    yield* anneal(plan, bound, moves, true, random);
  }
  const surrogateSeats = new Set<number>();
  const thirds = new Map<number, number>();
  plan.seats.forEach((team, seat) => {
    if (!plan.surrogateTeams.includes(team)) return;
    const count = (thirds.get(team) ?? 0) + 1;
    thirds.set(team, count);
    if (count === plan.surrogateRound + 1) surrogateSeats.add(seat);
  });
  const sides = Array.from({ length: matchCount }, (_, match) => {
    const name = (seat: number): string => teams[plan.seats[match * perMatch + seat]!]!;
    const surrogates = Array.from({ length: perMatch }, (_seat, seat) => seat).filter((seat) => surrogateSeats.has(match * perMatch + seat)).map(name);
    return { red: Array.from({ length: allianceSize }, (_seat, seat) => name(seat)), blue: Array.from({ length: allianceSize }, (_seat, seat) => name(allianceSize + seat)), surrogates };
  });
  balanceColours(sides, random);
  const matches = sides.map((match, index) => ({ number: index + 1, ...match }));
  return { kind: 'schedule', matches, measures: measureSchedule(matches), seed };
}

/**
 * Qualification matches of two alliances: every team the same number (plus surrogates where the numbers do not divide), the gap
 * always kept or refused with a count, partners and opponents as varied as the search finds, colours balanced. `measures` tells what was reached, counted afterwards.
 */
export function scheduleAlliances(request: AllianceScheduleRequest, options: AllianceScheduleOptions = {}): AllianceSchedule | AllianceScheduleImpossible {
  return runSteps(scheduleAlliancesInSteps(request, options), options);
}
