import { decimal, formatExact } from '../exact/decimal.js';
import { ZERO, add, equal, whole, type Rational } from '../exact/rational.js';
import { resolveMarks, type Marks } from '../marking/resolve-marks.js';
import { itemReader } from '../sheet/read-item.js';
import type { MarkedStage, StageRules } from '../rules/stage-rules.types.js';
import type { ProblemTrace } from '../trace/trace.types.js';
import type { Prepared } from './prepare.js';
import { problem, type Problem } from './problem.js';
import type { ScoreSheet } from './score-input.types.js';
import { rounded, shown } from './rounding.js';
import { emptyOutcome, type StageOutcome } from './stage-outcome.js';

type Stage = StageRules & MarkedStage;
type Place = keyof Marks<Rational>;

const PLACES: readonly Place[] = ['first', 'second', 'third', 'arbitration'];

/** Works out a stage of marked papers: every problem by the marking rule, their sum as the score; unfinished while a mark is needed. */
export function markedStage(stage: Stage, prepared: Prepared, problems: Problem[]): Map<number, StageOutcome> {
  const outcomes = new Map<number, StageOutcome>();
  const sheets = prepared.sheets.get(stage.key);
  for (const entry of prepared.entries.keys()) {
    const own = sheets?.of(entry) ?? [];
    if (own.length > 0) outcomes.set(entry, markPaper(stage, own, prepared, problems));
  }
  return outcomes;
}

function markPaper(stage: Stage, sheets: readonly ScoreSheet[], prepared: Prepared, problems: Problem[]): StageOutcome {
  const marks = new Map<string, Marks<Rational>>(stage.problems.map((one) => [one.key, {}]));
  const gone = sheets.some((sheet) => prepared.voidReason(sheet) === null && (sheet.state === 'noShow' || sheet.state === 'disqualified' || sheet.state === 'noResult'));
  for (const sheet of sheets) {
    const state = sheet.state ?? 'final';
    if (state === 'final' && prepared.voidReason(sheet) === null) readMarks(stage, sheet, marks, problems);
  }
  refuseSameMarker(sheets.filter((sheet) => (sheet.state ?? 'final') === 'final' && prepared.voidReason(sheet) === null), problems);
  if (gone) return emptyOutcome(stage.key, stage.marking.method, 'noResult');
  return addUp(stage, marks);
}

/** Marks one to three are worth something only from different people; who arbitrates is not asked. */
function refuseSameMarker(sheets: readonly ScoreSheet[], problems: Problem[]): void {
  const marks = new Map<string, number>();
  for (const { entry, stage, judge, mark = 1 } of sheets) {
    if (judge === undefined || mark === 4) continue;
    const first = marks.get(judge);
    if (first !== undefined && first !== mark) problems.push(problem('SAME_MARKER', `sheets/${stage}/${entry}/${judge}`, { entry, judge, first, second: mark }));
    marks.set(judge, mark);
  }
}

function readMarks(stage: Stage, sheet: ScoreSheet, marks: Map<string, Marks<Rational>>, problems: Problem[]): void {
  const place = PLACES[(sheet.mark ?? 1) - 1] as Place;
  for (const [key, raw] of Object.entries(sheet.values ?? {})) {
    const path = `sheets/${sheet.stage}/${sheet.entry}/${sheet.judge ?? '-'}/${sheet.mark ?? 1}/values/${key}`;
    const rule = stage.problems.find((one) => one.key === key);
    const known = marks.get(key);
    if (!rule || !known) {
      problems.push(problem('ITEM_UNKNOWN', path, { item: key }));
      continue;
    }
    if (raw === null || raw === '') continue;
    const reading = itemReader({ kind: 'score', key, label: rule.label, max: rule.max, ...(rule.step === undefined ? {} : { step: rule.step }) })(raw, path);
    if ('code' in reading) problems.push(reading);
    else if (known[place]) problems.push(problem('DUPLICATE_MARK', path, { entry: sheet.entry, problem: key, mark: sheet.mark ?? 1 }));
    else known[place] = reading.points;
  }
}

function addUp(stage: Stage, marks: ReadonlyMap<string, Marks<Rational>>): StageOutcome {
  const values = new Map<string, Rational>();
  const traces: ProblemTrace[] = [];
  const items: { points: Rational; full: Rational | null }[] = [];
  let total = ZERO;
  let finished = true;
  for (const one of stage.problems) {
    const own = marks.get(one.key) ?? {};
    const resolution = resolveMarks(own, stage.marking, decimal(one.tolerance ?? stage.marking.tolerance ?? 0));
    traces.push({
      problem: one.key,
      marks: PLACES.flatMap((place, index) => (own[place] ? [{ mark: index + 1, score: formatExact(own[place]) }] : [])),
      state: resolution.state,
      by: resolution.by,
      score: resolution.score && formatExact(resolution.score),
    });
    if (resolution.score === null) finished = false;
    else {
      values.set(one.key, resolution.score);
      items.push({ points: resolution.score, full: decimal(one.max) });
      total = add(total, resolution.score);
    }
  }
  const exact = finished ? total : null;
  const score = exact && rounded(exact, stage);
  values.set('fullScores', whole(items.filter((item) => item.full && equal(item.points, item.full)).length));
  const empty = emptyOutcome(stage.key, stage.marking.method, finished ? 'ok' : 'pending');
  const trace = { ...empty.trace, problems: traces, exact: exact && formatExact(exact), score: score && shown(score, stage) };
  return { ...empty, score, exact, raw: score, values, items, trace };
}
