import { formatExact } from '../exact/decimal.js';
import { ZERO, add, divide, whole, type Rational } from '../exact/rational.js';
import { MatchProgram, type SideResult } from '../match/match-points.js';
import { MatchTable } from '../match/match-table.js';
import type { MatchStage, StageRules } from '../rules/stage-rules.types.js';
import type { StageTrace } from '../trace/trace.types.js';
import type { Prepared } from './prepare.js';
import { problem, type Problem } from './problem.js';
import { rounded, shown } from './rounding.js';
import type { MatchRecord } from './score-input.types.js';
import { DerivedOutcome, NO_ITEMS, NO_ROUNDS, type StageOutcome } from './stage-outcome.js';

/** A meeting of two entries, with a figure's points for both: for head-to-head comparisons. */
export interface Meeting {
  entry: number;
  opponent: number;
  figures: ReadonlyMap<string, Rational>;
}

/** An entry's part in one game. */
interface Appearance {
  row: number;
  out: boolean;
  /** An unconfirmed game counts only as a meeting. */
  final: boolean;
}

type Count = 'played' | 'won' | 'tied' | 'lost' | 'outs';
const COUNTS: readonly Count[] = ['played', 'won', 'tied', 'lost', 'outs'];

interface Tally extends Record<Count, number> {
  /** By figure, in the order of the rules. */
  sums: Rational[];
  appearances: Appearance[];
}

export interface MatchStageResult {
  outcomes: ReadonlyMap<number, StageOutcome>;
  /** Worked out when first asked for: only head-to-head comparisons do. */
  meetings: () => readonly Meeting[];
}

/** Adds up games for every entry: figures, wins, games played, and the figures of the opponents met. */
export function matchStage(stage: StageRules & MatchStage, prepared: Prepared, problems: Problem[]): MatchStageResult {
  const program = new MatchProgram(stage);
  const table = new MatchTable(program.names, program.evenWhenOut);
  const tallies = new Map<number, Tally>();
  for (const match of prepared.matches.get(stage.key) ?? []) {
    const state = match.state ?? 'final';
    if (state === 'void' || state === 'scheduled') continue;
    const path = `matches/${match.id}`;
    const results = program.play(match, path, problems);
    if (state === 'final' && !isWalkover(results) && results.some((result) => result.score === null && !result.gone)) problems.push(problem('SCORE_MISSING', path, { match: match.id }));
    record(match, results, state === 'final', { table, tallies, prepared });
  }
  const outcomes = new Map<number, StageOutcome>();
  for (const [entry, tally] of tallies) outcomes.set(entry, outcomeOf(stage, tally, { tallies, table, names: program.names }));
  let meetings: readonly Meeting[] | null = null;
  return { outcomes, meetings: () => (meetings ??= meetingsIn(tallies, table)) };
}

/** Only one side came: there was no game, and nothing to score. */
const isWalkover = (results: readonly SideResult[]): boolean => results.filter((result) => !result.gone).length === 1;

interface Recording {
  table: MatchTable;
  tallies: Map<number, Tally>;
  prepared: Prepared;
}

function record(match: MatchRecord, results: readonly SideResult[], final: boolean, { table, tallies, prepared }: Recording): void {
  const members = match.sides.map((side) => side.entries.map((id) => prepared.position.get(id) as number));
  const first = table.add(match.id, results, members);
  for (let at = 0; at < results.length; at++) {
    const { out: outs, result, figures } = results[at] as SideResult;
    const ids = match.sides[at]?.entries ?? [];
    for (let index = 0; index < ids.length; index++) {
      const out = outs?.has(ids[index] as string) ?? false;
      const tally = tallyOf((members[at] as number[])[index] as number, tallies, figures.length);
      if (match.sides[at]?.surrogates?.includes(ids[index] as string)) continue;
      tally.appearances.push({ row: first + at, out, final });
      if (!final) continue;
      for (let figure = 0; figure < figures.length; figure++) tally.sums[figure] = add(tally.sums[figure] as Rational, table.figure(first + at, figure, out));
      tally.played++;
      tally[out ? 'outs' : result]++;
    }
  }
}

function tallyOf(entry: number, tallies: Map<number, Tally>, figures: number): Tally {
  const known = tallies.get(entry);
  if (known) return known;
  const made: Tally = { sums: new Array<Rational>(figures).fill(ZERO), played: 0, won: 0, tied: 0, lost: 0, outs: 0, appearances: [] };
  tallies.set(entry, made);
  return made;
}

function meetingsIn(tallies: ReadonlyMap<number, Tally>, table: MatchTable): Meeting[] {
  const meetings: Meeting[] = [];
  for (const [entry, { appearances }] of tallies) {
    for (const { row, out, final } of appearances) {
      if (!final) continue;
      const figures = table.figuresByName(row, out);
      table.eachOpponent(row, (opponent) => meetings.push({ entry, opponent, figures }));
    }
  }
  return meetings;
}

interface Counted {
  tallies: ReadonlyMap<number, Tally>;
  table: MatchTable;
  names: readonly string[];
}

function outcomeOf(stage: StageRules & MatchStage, tally: Tally, counted: Counted): StageOutcome {
  const { names, table } = counted;
  const values = new Map<string, Rational>();
  const played = whole(tally.played);
  const put = (name: string, sum: Rational, of: (other: Tally) => Rational): void => {
    values.set(name, sum);
    if (tally.played > 0) values.set(`${name}.perMatch`, divide(sum, played));
    if (stage.opponents) values.set(`opponents.${name}`, overOpponents(tally, counted, of));
  };
  for (let index = 0; index < names.length; index++) put(names[index] as string, tally.sums[index] as Rational, (other) => other.sums[index] as Rational);
  for (const name of COUNTS) put(name, whole(tally[name]), (other) => whole(other[name]));
  const exact = values.get(stage.score.take === 'perMatch' ? `${stage.score.figure}.perMatch` : stage.score.figure) ?? null;
  const score = exact && rounded(exact, stage);
  const { key } = stage;
  const rounding = { places: stage.places, coarse: stage.coarse };
  const trace = (): StageTrace => ({
    stage: key,
    method: 'matches',
    sheets: [],
    rounds: [],
    exact: exact && formatExact(exact),
    score: score && shown(score, rounding),
    matches: tally.appearances.filter((one) => one.final).map((one) => table.trace(one.row, one.out)),
  });
  const state = tally.played > 0 && exact ? 'ok' : 'noResult';
  return new DerivedOutcome({ state, score, exact, raw: score, values, forecast: null, rounds: NO_ROUNDS, items: NO_ITEMS }, trace);
}

function overOpponents(tally: Tally, { tallies, table }: Counted, of: (other: Tally) => Rational): Rational {
  let total = ZERO;
  for (const { row } of tally.appearances) table.eachOpponent(row, (opponent) => (total = add(total, of(tallies.get(opponent) as Tally))));
  return total;
}
