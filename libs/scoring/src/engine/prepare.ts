import { decimal } from '../exact/decimal.js';
import { ONE, signOf, type Rational } from '../exact/rational.js';
import { checkDecisions } from './check-decisions.js';
import { byCodeUnits, problem, type Problem } from './problem.js';
import { layOutSheets, type StageSheets } from './stage-sheets.js';
import type { MatchRecord, ScoreInput, ScoreSheet, ScoredEntry } from './score-input.types.js';

/** The input in a fixed order, with look-ups; positions of `entries` stand for entries from here on. */
export interface Prepared {
  input: ScoreInput;
  entries: readonly ScoredEntry[];
  position: ReadonlyMap<string, number>;
  /** Sheets by stage. */
  sheets: ReadonlyMap<string, StageSheets>;
  matches: ReadonlyMap<string, readonly MatchRecord[]>;
  /** Why a judge's sheet does not count; null when it does. */
  voidReason(sheet: ScoreSheet): 'recused' | 'withdrawn' | null;
  /** No judge is recused or withdrawn: {@link voidReason} is always null. */
  allCount: boolean;
  weightOf(judge: string | undefined, stage: string): Rational;
}

/** Orders and indexes an input and finds what cannot be: unknown names, duplicates. Adds to `problems`. */
export function prepare(input: ScoreInput, problems: Problem[]): Prepared {
  const entries = input.entries.slice().sort((a, b) => byCodeUnits(a.id, b.id));
  const position = new Map<string, number>();
  for (const [index, entry] of entries.entries()) {
    if (position.has(entry.id)) problems.push(problem('DUPLICATE_ENTRY', 'entries', { entry: entry.id }));
    position.set(entry.id, index);
  }
  checkLots(input, position, problems);
  checkDecisions(input, position, problems);
  return {
    input,
    entries,
    position,
    sheets: layOutSheets(input, position, problems),
    matches: groupMatches(input, position, problems),
    ...judgeLookups(input, problems),
  };
}

function checkLots(input: ScoreInput, position: ReadonlyMap<string, number>, problems: Problem[]): void {
  for (const [entry, lot] of Object.entries(input.lots ?? {})) {
    if (!position.has(entry)) problems.push(problem('UNKNOWN_ENTRY', `lots/${entry}`, { entry }));
    if (!Number.isSafeInteger(lot)) problems.push(problem('LOT_NOT_WHOLE', `lots/${entry}`, { lot: String(lot) }));
  }
}

function groupMatches(input: ScoreInput, position: ReadonlyMap<string, number>, problems: Problem[]): Map<string, MatchRecord[]> {
  const grouped = new Map<string, MatchRecord[]>();
  for (const stage of input.rules.stages) if (stage.kind === 'matches') grouped.set(stage.key, []);
  const ids = new Set<string>();
  for (const [index, match] of (input.matches ?? []).entries()) {
    const list = grouped.get(match.stage);
    if (!list) problems.push(problem('UNKNOWN_STAGE', `matches/${index}/stage`, { stage: match.stage }));
    else list.push(match);
    if (ids.has(match.id)) problems.push(problem('DUPLICATE_MATCH', `matches/${index}/id`, { match: match.id }));
    ids.add(match.id);
    checkSides(match, `matches/${index}`, position, problems);
  }
  for (const list of grouped.values()) list.sort((a, b) => (a.round ?? 1) - (b.round ?? 1) || byCodeUnits(a.id, b.id));
  return grouped;
}

function checkSides(match: MatchRecord, path: string, position: ReadonlyMap<string, number>, problems: Problem[]): void {
  if (match.sides.length < 2) problems.push(problem('TOO_FEW', `${path}/sides`, { minimum: 2, count: match.sides.length }));
  const seen = new Set<string>();
  for (const [side, { entries, disqualified = [], absent = [], surrogates = [] }] of match.sides.entries()) {
    for (const entry of new Set([...disqualified, ...absent, ...surrogates])) {
      if (!entries.includes(entry)) problems.push(problem('ENTRY_NOT_ON_SIDE', `${path}/sides/${side}`, { entry, match: match.id }));
    }
    for (const entry of entries) {
      if (!position.has(entry)) problems.push(problem('UNKNOWN_ENTRY', `${path}/sides/${side}`, { entry }));
      if (seen.has(entry)) problems.push(problem('ENTRY_ON_TWO_SIDES', `${path}/sides/${side}`, { entry, match: match.id }));
      seen.add(entry);
    }
  }
}

/** Ids may hold anything a person types, but no NUL. */
const keyOf = (...parts: string[]): string => parts.join('\u0000');

function judgeLookups(input: ScoreInput, problems: Problem[]): Pick<Prepared, 'voidReason' | 'allCount' | 'weightOf'> {
  const states = new Map<string, 'recused' | 'withdrawn'>();
  const weights = new Map<string, Rational>();
  for (const [index, judge] of (input.judges ?? []).entries()) {
    if (judge.weight !== undefined && signOf(decimal(judge.weight)) <= 0) problems.push(problem('NOT_POSITIVE', `judges/${index}/weight`, { value: String(judge.weight) }));
    const key = keyOf(judge.stage ?? '*', judge.id);
    if (judge.state === 'recused' || judge.state === 'withdrawn') states.set(key, judge.state);
    if (judge.weight !== undefined) weights.set(key, decimal(judge.weight));
  }
  const pairs = new Set<string>();
  for (const recusal of input.recusals ?? []) {
    pairs.add(keyOf(recusal.stage ?? '*', recusal.judge, recusal.entry));
  }
  const plain = states.size === 0 && pairs.size === 0;
  return {
    allCount: plain,
    voidReason(sheet) {
      if (plain || sheet.judge === undefined) return null;
      const state = states.get(keyOf('*', sheet.judge)) ?? states.get(keyOf(sheet.stage, sheet.judge));
      if (state) return state;
      return pairs.has(keyOf('*', sheet.judge, sheet.entry)) || pairs.has(keyOf(sheet.stage, sheet.judge, sheet.entry)) ? 'recused' : null;
    },
    weightOf: (judge, stage) => (weights.size === 0 || judge === undefined ? ONE : (weights.get(keyOf(stage, judge)) ?? weights.get(keyOf('*', judge)) ?? ONE)),
  };
}
