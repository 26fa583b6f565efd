import { decimal, formatExact } from '../exact/decimal.js';
import { ZERO, add, divide, whole, type Rational } from '../exact/rational.js';
import { compile } from '../expression/expression.js';
import { playMatch, type FigureProgram, type SideResult } from '../match/match-points.js';
import type { MatchStage, StageRules } from '../rules/stage-rules.types.js';
import type { MatchTrace } from '../trace/trace.types.js';
import type { Prepared } from './prepare.js';
import { problem, type Problem } from './problem.js';
import { rounded, shown } from './rounding.js';
import type { MatchRecord } from './score-input.types.js';
import { emptyOutcome, type StageOutcome } from './stage-outcome.js';

/** A meeting of two entries, with a figure's points for both: for head-to-head comparisons. */
export interface Meeting {
  entry: number;
  opponent: number;
  figures: ReadonlyMap<string, Rational>;
}

interface Tally {
  /** By figure, in the order of the rules. */
  sums: Rational[];
  counts: Record<Count, number>;
  traces: MatchTrace[];
  meetings: { opponent: number; figures: ReadonlyMap<string, Rational> | null }[];
}

type Count = 'played' | 'won' | 'tied' | 'lost' | 'outs';
const COUNTS: readonly Count[] = ['played', 'won', 'tied', 'lost', 'outs'];

export interface MatchStageResult {
  outcomes: ReadonlyMap<number, StageOutcome>;
  meetings: readonly Meeting[];
}

/** Adds up games for every entry: figures, wins, games played, and the figures of the opponents met. */
export function matchStage(stage: StageRules & MatchStage, prepared: Prepared, problems: Problem[]): MatchStageResult {
  const figures = Object.entries(stage.figures).map(([name, rule]) => ({ name, calculate: compile(rule.value), evenWhenOut: rule.evenWhenOut ?? false }));
  const byPlace = stage.byPlace?.map(decimal) ?? null;
  const tallies = new Map<number, Tally>();
  for (const match of prepared.matches.get(stage.key) ?? []) {
    const state = match.state ?? 'final';
    if (state === 'void' || state === 'scheduled') continue;
    const path = `matches/${match.id}`;
    const results = playMatch(match, figures, byPlace, path, problems);
    if (state === 'final' && results.some((result, index) => result.score === null && !isGone(match, index, result))) {
      problems.push(problem('SCORE_MISSING', path, { match: match.id }));
    }
    record(match, state, results, { tallies, prepared, figures });
  }
  const outcomes = new Map<number, StageOutcome>();
  const names = figures.map((figure) => figure.name);
  for (const [entry, tally] of tallies) outcomes.set(entry, outcomeOf(stage, tally, tallies, names));
  return { outcomes, meetings: [...tallies].flatMap(([entry, tally]) => tally.meetings.flatMap(({ opponent, figures: own }) => (own ? [{ entry, opponent, figures: own }] : []))) };
}

const isGone = (match: MatchRecord, side: number, result: SideResult): boolean => (match.sides[side]?.entries ?? []).every((entry) => result.out.has(entry));

interface Recording {
  tallies: Map<number, Tally>;
  prepared: Prepared;
  figures: readonly FigureProgram[];
}

/** What one game gave an entry that played, or one that was out of it. */
interface Gain {
  byName: ReadonlyMap<string, Rational>;
  list: readonly Rational[];
  trace: MatchTrace;
}

function record(match: MatchRecord, state: 'final' | 'unconfirmed', results: readonly SideResult[], to: Recording): void {
  const positions = match.sides.map((side) => side.entries.map((id) => to.prepared.position.get(id) as number));
  for (const [at, side] of match.sides.entries()) {
    const result = results[at] as SideResult;
    const opponents = positions.flatMap((own, index) => (index === at ? [] : own));
    const played = gainOf(match, result, false, to.figures);
    const outside = result.out.size > 0 ? gainOf(match, result, true, to.figures) : played;
    for (const [index, id] of side.entries.entries()) {
      const out = result.out.has(id);
      const gain = out ? outside : played;
      const tally = tallyOf((positions[at] as number[])[index] as number, to);
      for (const opponent of opponents) tally.meetings.push({ opponent, figures: state === 'final' ? gain.byName : null });
      if (state !== 'final') continue;
      for (let figure = 0; figure < gain.list.length; figure++) tally.sums[figure] = add(tally.sums[figure] as Rational, gain.list[figure] as Rational);
      tally.counts.played++;
      tally.counts[out ? 'outs' : result.result]++;
      tally.traces.push(gain.trace);
    }
  }
}

function tallyOf(entry: number, { tallies, figures }: Recording): Tally {
  const known = tallies.get(entry);
  if (known) return known;
  const made: Tally = { sums: figures.map(() => ZERO), counts: { played: 0, won: 0, tied: 0, lost: 0, outs: 0 }, traces: [], meetings: [] };
  tallies.set(entry, made);
  return made;
}

function gainOf(match: MatchRecord, result: SideResult, out: boolean, figures: readonly FigureProgram[]): Gain {
  const list = figures.map((figure) => (out && !figure.evenWhenOut ? ZERO : (result.figures.get(figure.name) ?? ZERO)));
  const byName = new Map<string, Rational>();
  const texts: Record<string, string> = {};
  for (const [index, { name }] of figures.entries()) {
    byName.set(name, list[index] as Rational);
    texts[name] = formatExact(list[index] as Rational);
  }
  const trace: MatchTrace = {
    match: match.id,
    score: result.score && formatExact(result.score),
    opponent: result.opponent && formatExact(result.opponent),
    result: out ? 'out' : result.result,
    figures: texts,
  };
  return { byName, list, trace };
}

function outcomeOf(stage: StageRules & MatchStage, tally: Tally, tallies: ReadonlyMap<number, Tally>, figures: readonly string[]): StageOutcome {
  const values = new Map<string, Rational>();
  const played = whole(tally.counts.played);
  const put = (name: string, sum: Rational, of: (other: Tally) => Rational): void => {
    values.set(name, sum);
    if (tally.counts.played > 0) values.set(`${name}.perMatch`, divide(sum, played));
    if (stage.opponents) values.set(`opponents.${name}`, tally.meetings.reduce((total, { opponent }) => add(total, of(tallies.get(opponent) as Tally)), ZERO));
  };
  for (const [index, name] of figures.entries()) put(name, tally.sums[index] as Rational, (other) => other.sums[index] as Rational);
  for (const name of COUNTS) put(name, whole(tally.counts[name]), (other) => whole(other.counts[name]));
  const exact = values.get(stage.score.take === 'perMatch' ? `${stage.score.figure}.perMatch` : stage.score.figure) ?? null;
  const score = exact && rounded(exact, stage);
  const empty = emptyOutcome(stage.key, 'matches', tally.counts.played > 0 && exact ? 'ok' : 'noResult');
  return { ...empty, score, exact, raw: score, values, trace: { ...empty.trace, matches: tally.traces, exact: exact && formatExact(exact), score: score && shown(score, stage) } };
}
