import { decimal, formatExact } from '../exact/decimal.js';
import { ONE, ZERO, add, divide, isZero, whole, type Rational } from '../exact/rational.js';
import { compile } from '../expression/expression.js';
import { playMatch, type SideResult } from '../match/match-points.js';
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
  sums: Map<string, Rational>;
  traces: MatchTrace[];
  meetings: { opponent: number; figures: ReadonlyMap<string, Rational> | null }[];
}

export interface MatchStageResult {
  outcomes: ReadonlyMap<number, StageOutcome>;
  meetings: readonly Meeting[];
}

/** Adds up games for every entry: figures, wins, games played, and the figures of the opponents met. */
export function matchStage(stage: StageRules & MatchStage, prepared: Prepared, problems: Problem[]): MatchStageResult {
  const figures = Object.entries(stage.figures).map(([name, rule]) => ({ name, calculate: compile(rule.value), evenWhenOut: rule.evenWhenOut ?? false }));
  const evenWhenOut = new Set(figures.filter((figure) => figure.evenWhenOut).map((figure) => figure.name));
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
    match.sides.forEach((side, index) => {
      for (const id of side.entries) record({ match, side: index, id, state }, results, { tallies, prepared, evenWhenOut, names: figures.map((figure) => figure.name) });
    });
  }
  const names = [...figures.map((figure) => figure.name), 'played', 'won', 'tied', 'lost', 'outs'];
  const outcomes = new Map<number, StageOutcome>();
  for (const [entry, tally] of tallies) outcomes.set(entry, outcomeOf(stage, tally, tallies, names));
  return { outcomes, meetings: [...tallies].flatMap(([entry, tally]) => tally.meetings.flatMap(({ opponent, figures }) => (figures ? [{ entry, opponent, figures }] : []))) };
}

const isGone = (match: MatchRecord, side: number, result: SideResult): boolean => (match.sides[side]?.entries ?? []).every((entry) => result.out.has(entry));

interface Recording {
  tallies: Map<number, Tally>;
  prepared: Prepared;
  evenWhenOut: ReadonlySet<string>;
  names: readonly string[];
}

function record(one: { match: MatchRecord; side: number; id: string; state: 'final' | 'unconfirmed' }, results: readonly SideResult[], to: Recording): void {
  const entry = to.prepared.position.get(one.id) as number;
  const tally: Tally = to.tallies.get(entry) ?? { sums: new Map(), traces: [], meetings: [] };
  to.tallies.set(entry, tally);
  const result = results[one.side] as SideResult;
  const out = result.out.has(one.id);
  const opponents = one.match.sides.flatMap((side, index) => (index === one.side ? [] : side.entries)).map((id) => to.prepared.position.get(id) as number);
  if (one.state === 'unconfirmed') {
    tally.meetings.push(...opponents.map((opponent) => ({ opponent, figures: null })));
    return;
  }
  const own = new Map<string, Rational>();
  for (const name of to.names) own.set(name, out && !to.evenWhenOut.has(name) ? ZERO : (result.figures.get(name) ?? ZERO));
  tally.meetings.push(...opponents.map((opponent) => ({ opponent, figures: own })));
  for (const [name, value] of own) bump(tally, name, value);
  bump(tally, 'played', ONE);
  bump(tally, out ? 'outs' : result.result, ONE);
  tally.traces.push({
    match: one.match.id,
    score: result.score && formatExact(result.score),
    opponent: result.opponent && formatExact(result.opponent),
    result: out ? 'out' : result.result,
    figures: Object.fromEntries([...own].map(([name, value]) => [name, formatExact(value)])),
  });
}

const bump = (tally: Tally, name: string, value: Rational): void => {
  tally.sums.set(name, add(tally.sums.get(name) ?? ZERO, value));
};

function outcomeOf(stage: StageRules & MatchStage, tally: Tally, tallies: ReadonlyMap<number, Tally>, names: readonly string[]): StageOutcome {
  const values = new Map<string, Rational>();
  const played = tally.sums.get('played') ?? ZERO;
  for (const name of names) {
    const sum = tally.sums.get(name) ?? ZERO;
    values.set(name, sum);
    if (!isZero(played)) values.set(`${name}.perMatch`, divide(sum, played));
    const met = tally.meetings.reduce((total, { opponent }) => add(total, tallies.get(opponent)?.sums.get(name) ?? ZERO), ZERO);
    values.set(`opponents.${name}`, met);
  }
  values.set('opponents', whole(tally.meetings.length));
  const exact = values.get(stage.score.take === 'perMatch' ? `${stage.score.figure}.perMatch` : stage.score.figure) ?? null;
  const score = exact && rounded(exact, stage);
  const empty = emptyOutcome(stage.key, 'matches', exact ? 'ok' : 'noResult');
  return { ...empty, score, exact, raw: score, values, trace: { ...empty.trace, matches: tally.traces, exact: exact && formatExact(exact), score: score && shown(score, stage) } };
}
