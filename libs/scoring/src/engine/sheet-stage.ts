import { combineItems, type CombinedItems } from '../combine/items.js';
import { combineJudges } from '../combine/judges.js';
import { combineRounds, forecastRounds, type CombinedRounds, type RoundResult } from '../combine/rounds.js';
import { formatExact } from '../exact/decimal.js';
import { ZERO, equal, greater, lesser, mean, sum, whole, type Rational } from '../exact/rational.js';
import type { SheetStage, StageRules, StageValue } from '../rules/stage-rules.types.js';
import type { SheetRules } from '../rules/sheet-rules.types.js';
import { combinesItems } from '../rules/stage-sheet.js';
import { readQuick } from '../sheet/quick-sheet.js';
import { readSheet, type SheetProgram, type SheetReading } from '../sheet/check-sheet.js';
import type { ItemTrace, StageTrace } from '../trace/trace.types.js';
import { correctStage, type StageCorrection } from '../correct/correct.js';
import type { Observation } from '../correct/judge-sample.js';
import { PlainPanel } from './plain-panel.js';
import type { Prepared } from './prepare.js';
import { problem, type Problem } from './problem.js';
import type { ScoreSheet } from './score-input.types.js';
import type { CorrectionReport } from './score-output.types.js';
import { rounded, shown } from './rounding.js';
import { roundTraces, sheetTrace, type SheetNote } from './sheet-notes.js';
import { DerivedOutcome, NO_ITEMS, NO_VALUES, emptyOutcome, type StageOutcome, type StageState } from './stage-outcome.js';
import { StagePrograms } from './stage-programs.js';
import { StageSheets } from './stage-sheets.js';

type Stage = StageRules & SheetStage;

/** A sheet with what it says. `observation` is its position among the scores that are corrected together. */
interface ReadRow {
  sheet: ScoreSheet;
  /** The full reading; made when first asked for where the total alone was enough. */
  reading: SheetReading | null;
  note: SheetNote;
  observation: number | null;
}

export interface SheetStageResult {
  /** By entry position. */
  outcomes: (StageOutcome | undefined)[];
  corrections: ReadonlyMap<string | null, CorrectionReport>;
  /** Counted scores by entry, for divergence screens. */
  counted: ReadonlyMap<number, readonly Rational[]>;
}

interface Combining {
  stage: Stage;
  programs: StagePrograms;
  correction: StageCorrection | null;
  prepared: Prepared;
  problems: Problem[];
  method: string;
}

const FIRST: number[] = [0];
const NO_SHEETS = new StageSheets([], new Int32Array(0));

/** Works out a stage of sheets for every entry that has any. Adds to `problems`; the result must not be used when there are some. */
export function scoreSheetStage(stage: Stage, rules: Readonly<Record<string, SheetRules>>, prepared: Prepared, problems: Problem[]): SheetStageResult {
  const sheets = prepared.sheets.get(stage.key) ?? NO_SHEETS;
  const programs = new StagePrograms(stage, rules, sheets, prepared, problems);
  const read = (entry: number): ReadRow[] => sheets.of(entry).map((sheet) => readRow(sheet, programs.of(entry), prepared, problems));
  const corrected = stage.correction && stage.correction.method !== 'none' ? correctAll(stage, read, prepared, problems) : null;
  const combining: Combining = { stage, programs, correction: corrected?.correction ?? null, prepared, problems, method: methodName(stage) };
  const plain = PlainPanel.of(stage, (entry) => programs.of(entry), sheets, prepared, combining.method);
  const outcomes = new Array<StageOutcome | undefined>(prepared.entries.length).fill(undefined);
  const counted = new Map<number, readonly Rational[]>();
  for (let entry = 0; entry < outcomes.length; entry++) {
    if (sheets.from(entry) === sheets.to(entry)) {
      outcomes[entry] = notBegun(stage, combining.method);
      continue;
    }
    const outcome = plain?.combine(entry);
    if (outcome) outcomes[entry] = outcome;
    else {
      const combined = combineEntry(combining, programs.of(entry), corrected?.rows.get(entry) ?? read(entry));
      outcomes[entry] = combined.outcome;
      if (stage.screens) counted.set(entry, combined.counted);
    }
  }
  return { outcomes, corrections: corrected?.correction?.reports ?? new Map(), counted };
}

/** Where rounds are planned, an entry that has played none of them is unfinished, not without a result. */
function notBegun(stage: Stage, method: string): StageOutcome | undefined {
  if (stage.rounds?.planned === undefined || stage.whenMissing === 'zero') return undefined;
  return { ...emptyOutcome(stage.key, method, 'pending'), forecast: forecastRounds([], stage.rounds, stage.better ?? 'higher') };
}

/** Reads every sheet before any is combined: a correction looks at all scores of a judge. */
function correctAll(stage: Stage, read: (entry: number) => ReadRow[], prepared: Prepared, problems: Problem[]) {
  const rows = new Map<number, ReadRow[]>(prepared.entries.map((_, entry) => [entry, read(entry)]));
  const observations: Observation[] = [];
  for (const [entry, own] of rows) for (const row of own) observe(row, entry, prepared, observations);
  const correction = problems.length === 0 ? correctStage(stage, observations, (entry) => prepared.entries[entry]?.group ?? '', problems) : null;
  return { rows, correction };
}

function readRow(sheet: ScoreSheet, program: SheetProgram, prepared: Prepared, problems: Problem[]): ReadRow {
  const reason = prepared.voidReason(sheet);
  const state = sheet.state ?? 'final';
  const note: SheetNote = { judge: sheet.judge ?? null, round: sheet.round ?? 1, total: null, corrected: null, use: 'counted', reason: undefined };
  const row: ReadRow = { sheet, reading: null, note, observation: null };
  if (state === 'draft') note.use = 'draft';
  else if (reason || state === 'void') [note.use, note.reason] = ['void', reason ?? 'void'];
  else if (state === 'noShow' || state === 'disqualified') [note.use, note.reason] = ['noResult', state];
  else if (state === 'noResult') note.use = 'noResult';
  else {
    const quick = program.quick && readQuick(program.quick, sheet.values ?? {});
    if (quick) {
      note.total = quick;
      return row;
    }
    const reading = readSheet(program, sheet.values ?? {});
    for (const wrong of reading.problems) {
      problems.push({ ...wrong, path: `sheets/${sheet.stage}/${sheet.entry}/${sheet.judge ?? '-'}/${sheet.round ?? 1}/${wrong.path}` });
    }
    row.reading = reading;
    note.total = reading.total;
    if (!reading.result) note.use = 'noResult';
  }
  return row;
}

/** The full reading of a row that has one. */
function readingOf(row: ReadRow, program: SheetProgram): SheetReading | null {
  if (row.reading === null && row.note.total !== null) row.reading = readSheet(program, row.sheet.values ?? {});
  return row.reading;
}

function observe(row: ReadRow, entry: number, prepared: Prepared, observations: Observation[]): void {
  const score = row.note.total;
  if (row.note.use !== 'counted' || !score) return;
  row.observation = observations.length;
  const { sheet } = row;
  observations.push({ entry, id: sheet.entry, judge: sheet.judge ?? '', score, confidence: sheet.confidence ?? 1, attributes: prepared.entries[entry]?.attributes ?? {} });
}

function combineEntry(combining: Combining, program: SheetProgram, rows: readonly ReadRow[]) {
  const { stage, correction } = combining;
  const items = itemResults(rows, program);
  const direct = correction?.entryScores?.get(rows[0]?.sheet.entry ?? '');
  const corrected = roundsOf(combining, program, rows, correction?.scores ?? null, true);
  const raw = correction ? roundsOf(combining, program, rows, null, false) : corrected;
  const result = overRounds(stage, corrected.results);
  const rawResult = raw === corrected ? result : overRounds(stage, raw.results);
  if (!stage.rounds && corrected.results.length > 1) {
    combining.problems.push(problem('ROUNDS_WITHOUT_RULE', `sheets/${stage.key}/${rows[0]?.sheet.entry ?? ''}`, { rounds: corrected.results.length }));
  }
  // A round with too few judges has no known result: leaving it out would present a part as the whole.
  const state: StageState = result.state !== 'pending' && corrected.insufficient ? 'insufficient' : result.state;
  const exact = state === 'ok' ? (direct ?? result.score) : null;
  const score = exact && rounded(exact, stage);
  const known: Omit<StageOutcome, 'trace'> = {
    state,
    score,
    exact,
    raw: rawResult.score && rounded(rawResult.score, stage),
    values: withFullScores(stageValues({ stage, program }, rows, corrected.results, result.counted), items),
    forecast: result.state === 'pending' && stage.rounds ? forecastRounds(corrected.results, stage.rounds, stage.better ?? 'higher') : null,
    rounds: corrected.results,
    items,
  };
  const notes = rows.map((row) => row.note);
  const outcome = new DerivedOutcome(known, deriver(combining, { notes, items: corrected.items }, known, result.counted));
  return { outcome, counted: corrected.countedScores };
}

/** Writes out how an entry's score came about. Holds the notes of its sheets, not the sheets. */
function deriver({ stage, method }: Combining, { notes, items }: { notes: readonly SheetNote[]; items: readonly ItemTrace[] }, { rounds, exact, score }: Omit<StageOutcome, 'trace'>, counted: readonly number[]): () => StageTrace {
  const { key } = stage;
  const rounding = { places: stage.places, coarse: stage.coarse };
  const inRounds = stage.rounds !== undefined;
  return () => ({
    stage: key,
    method,
    sheets: notes.map(sheetTrace),
    rounds: inRounds ? roundTraces(rounds, counted) : [],
    ...(items.length > 0 ? { items: [...items] } : {}),
    exact: exact && formatExact(exact),
    score: score && shown(score, rounding),
  });
}

/** One round is the result itself; several need a rule. */
function overRounds(stage: Stage, results: readonly RoundResult[]): CombinedRounds {
  if (stage.rounds) return combineRounds(results, stage.rounds, stage.better ?? 'higher');
  const score = results[0]?.score ?? null;
  return { state: score ? 'ok' : 'noResult', score, counted: FIRST };
}

function methodName(stage: Stage): string {
  const judges = stage.judges?.method ?? 'single';
  const correction = stage.correction && stage.correction.method !== 'none' ? `${stage.correction.method}+` : '';
  return stage.rounds ? `${correction}${judges}/${stage.rounds.method}` : `${correction}${judges}`;
}

function roundsOf({ stage, prepared, problems }: Combining, program: SheetProgram, rows: readonly ReadRow[], corrected: readonly (Rational | undefined)[] | null, marking: boolean) {
  const results: RoundResult[] = [];
  const countedScores: Rational[] = [];
  const items: ItemTrace[] = [];
  let insufficient = false;
  const rule = stage.judges ?? { method: 'single' as const };
  for (let start = 0; start < rows.length; ) {
    const round = (rows[start] as ReadRow).note.round;
    const counting: ReadRow[] = [];
    const scores: Rational[] = [];
    let played = false;
    let begun = false;
    for (; start < rows.length && (rows[start] as ReadRow).note.round === round; start++) {
      const row = rows[start] as ReadRow;
      const { use } = row.note;
      if (use === 'noResult') played = true;
      if (use !== 'noResult' || row.note.reason !== 'noShow') begun = true;
      if (use === 'noResult' || use === 'void' || use === 'draft') continue;
      played = true;
      const own = row.observation === null ? undefined : corrected?.[row.observation];
      if (own && marking) row.note.corrected = own;
      counting.push(row);
      scores.push(own ?? (row.note.total as Rational));
    }
    if (!played) continue;
    const weightOf = (index: number): Rational => prepared.weightOf((counting[index] as ReadRow).sheet.judge, stage.key);
    const byItem = combinesItems(rule) ? combineItems(counting.map((row) => pointsOf(row, program)), rule, weightOf) : null;
    const combined = byItem ?? combineJudges(scores, rule, weightOf);
    if (byItem && marking) items.push(...itemTraces(byItem, round, counting, program));
    if (combined.state === 'insufficient') insufficient = true;
    if (combined.state === 'several' && marking) problems.push(problem('SEVERAL_SHEETS', `sheets/${stage.key}/${counting[0]?.sheet.entry ?? ''}`, { round, sheets: counting.length }));
    if (marking) {
      for (const index of combined.droppedHigh) (counting[index] as ReadRow).note.use = 'droppedHigh';
      for (const index of combined.droppedLow) (counting[index] as ReadRow).note.use = 'droppedLow';
    }
    if (stage.screens) countedScores.push(...scores);
    results.push(begun ? { round, score: combined.score } : { round, score: combined.score, noShow: true });
  }
  return { results, insufficient, countedScores, items };
}

const pointsOf = (row: ReadRow, program: SheetProgram): Rational[] => (readingOf(row, program)?.points ?? []).map((points) => points ?? ZERO);

function itemTraces({ items }: CombinedItems, round: number, rows: readonly ReadRow[], program: SheetProgram): ItemTrace[] {
  return items.map(({ score, droppedHigh, droppedLow }, slot): ItemTrace => {
    const left = (indices: readonly number[], use: 'droppedHigh' | 'droppedLow') =>
      indices.map((index) => ({ judge: (rows[index] as ReadRow).note.judge, points: formatExact(pointsOf(rows[index] as ReadRow, program)[slot] ?? ZERO), use }));
    return { item: program.items[slot]?.key ?? '', round, dropped: [...left(droppedHigh, 'droppedHigh'), ...left(droppedLow, 'droppedLow')], exact: formatExact(score ?? ZERO) };
  });
}

function stageValues({ stage, program }: { stage: Stage; program: SheetProgram }, rows: readonly ReadRow[], results: readonly RoundResult[], countedAt: readonly number[]): ReadonlyMap<string, Rational> {
  if (!stage.rounds && !stage.values) return NO_VALUES;
  const counted = new Set(countedAt.map((index) => results[index]?.round));
  const values = new Map<string, Rational>();
  if (stage.rounds) values.set('played', whole(results.filter((result) => result.score !== null).length));
  for (const [name, rule] of Object.entries(stage.values ?? {})) {
    const numbers: Rational[] = [];
    for (const row of rows) {
      if (rule.of === 'counted' && !counted.has(row.note.round)) continue;
      const value = readingOf(row, program)?.lookup(rule.item) ?? null;
      if (value !== null && typeof value !== 'string') numbers.push(value);
    }
    const taken = takeValue(numbers, rule.take);
    if (taken) values.set(name, taken);
  }
  return values;
}

function takeValue(numbers: readonly Rational[], take: StageValue['take']): Rational | null {
  if (numbers.length === 0) return null;
  switch (take) {
    case 'mean':
      return mean(numbers);
    case 'sum':
      return sum(numbers);
    case 'highest':
      return numbers.reduce(greater);
    case 'lowest':
      return numbers.reduce(lesser);
    case 'first':
      return numbers[0] ?? null;
    case 'last':
      return numbers.at(-1) ?? null;
  }
}

/** Item results of an entry with one counting sheet; with several there is no one result for an item. */
function itemResults(rows: readonly ReadRow[], program: SheetProgram): StageOutcome['items'] {
  let only: ReadRow | null = null;
  for (const row of rows) {
    if (row.note.total === null && row.reading === null) continue;
    if (only) return NO_ITEMS;
    only = row;
  }
  const points = only && readingOf(only, program)?.points;
  return points ? program.items.flatMap((item, slot) => (points[slot] ? [{ points: points[slot], full: item.full }] : [])) : NO_ITEMS;
}

function withFullScores(values: ReadonlyMap<string, Rational>, items: StageOutcome['items']): ReadonlyMap<string, Rational> {
  if (items.length === 0) return values;
  return new Map([...values, ['fullScores', whole(items.filter((item) => item.full && equal(item.points, item.full)).length)]]);
}
