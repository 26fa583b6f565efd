import { byCodeUnits, problem, type Problem } from './problem.js';
import type { ScoreInput, ScoreSheet } from './score-input.types.js';

/** The sheets of one stage, entry after entry, those of one entry by round, mark and judge. */
export class StageSheets {
  constructor(
    readonly list: readonly ScoreSheet[],
    /** Where the sheets of an entry begin; they end where the next entry's begin. */
    private readonly starts: Int32Array,
  ) {}

  from(entry: number): number {
    return this.starts[entry] ?? this.list.length;
  }

  to(entry: number): number {
    return this.starts[entry + 1] ?? this.list.length;
  }

  of(entry: number): readonly ScoreSheet[] {
    return this.list.slice(this.from(entry), this.to(entry));
  }
}

function sheetOrder(a: ScoreSheet, b: ScoreSheet): number {
  return (a.round ?? 1) - (b.round ?? 1) || (a.mark ?? 0) - (b.mark ?? 0) || byCodeUnits(a.judge ?? '', b.judge ?? '');
}

/** Lays the sheets out by stage and entry and finds unknown names and duplicates. Adds to `problems`. */
export function layOutSheets(input: ScoreInput, position: ReadonlyMap<string, number>, problems: Problem[]): Map<string, StageSheets> {
  const keys = input.rules.stages.filter((stage) => stage.kind === 'sheets' || stage.kind === 'marked').map((stage) => stage.key);
  const sheets = input.sheets ?? [];
  const places = placesOf(sheets, new Map(keys.map((key, index) => [key, index])), position, { judges: input.judges && new Set(input.judges.map((judge) => judge.id)), problems });
  const laid = new Map<string, StageSheets>();
  for (const [index, key] of keys.entries()) laid.set(key, layOut(sheets, places, index, input.entries.length, problems));
  return laid;
}

interface Places {
  entry: Int32Array;
  /** -1: the sheet cannot be placed, and a problem says why. */
  stage: Int32Array;
}

function placesOf(
  sheets: readonly ScoreSheet[],
  stages: ReadonlyMap<string, number>,
  position: ReadonlyMap<string, number>,
  { judges, problems }: { judges: ReadonlySet<string> | undefined; problems: Problem[] },
): Places {
  const places: Places = { entry: new Int32Array(sheets.length), stage: new Int32Array(sheets.length) };
  // Sheets of one entry and stage mostly stand together: the names are looked up only when they change.
  let [entryId, stageKey]: (string | null)[] = [null, null];
  let [entry, stage]: (number | undefined)[] = [undefined, undefined];
  for (let index = 0; index < sheets.length; index++) {
    const sheet = sheets[index] as ScoreSheet;
    if (sheet.entry !== entryId) [entryId, entry] = [sheet.entry, position.get(sheet.entry)];
    if (sheet.stage !== stageKey) [stageKey, stage] = [sheet.stage, stages.get(sheet.stage)];
    if (entry === undefined) problems.push(problem('UNKNOWN_ENTRY', `sheets/${index}/entry`, { entry: sheet.entry }));
    if (stage === undefined) problems.push(problem('UNKNOWN_STAGE', `sheets/${index}/stage`, { stage: sheet.stage }));
    if (judges && sheet.judge !== undefined && !judges.has(sheet.judge)) problems.push(problem('UNKNOWN_JUDGE', `sheets/${index}/judge`, { judge: sheet.judge }));
    if (sheet.round !== undefined && !(Number.isSafeInteger(sheet.round) && sheet.round > 0)) {
      problems.push(problem('ROUND_NOT_POSITIVE', `sheets/${index}/round`, { round: String(sheet.round) }));
    }
    if (sheet.confidence !== undefined && !(Number.isFinite(sheet.confidence) && sheet.confidence > 0)) {
      problems.push(problem('NOT_POSITIVE', `sheets/${index}/confidence`, { value: String(sheet.confidence) }));
    }
    const placed = entry !== undefined && stage !== undefined;
    places.entry[index] = placed ? (entry as number) : -1;
    places.stage[index] = placed ? (stage as number) : -1;
  }
  return places;
}

function layOut(sheets: readonly ScoreSheet[], places: Places, stage: number, entries: number, problems: Problem[]): StageSheets {
  const starts = new Int32Array(entries + 1);
  let count = 0;
  for (let index = 0; index < sheets.length; index++) {
    if (places.stage[index] !== stage) continue;
    count++;
    starts[(places.entry[index] as number) + 1]!++;
  }
  for (let entry = 0; entry < entries; entry++) starts[entry + 1]! += starts[entry] as number;
  const next = starts.slice(0, entries);
  const list = new Array<ScoreSheet>(count);
  for (let index = 0; index < sheets.length; index++) if (places.stage[index] === stage) list[next[places.entry[index] as number]!++] = sheets[index] as ScoreSheet;
  for (let entry = 0; entry < entries; entry++) order(list, starts[entry] as number, starts[entry + 1] as number, problems);
  return new StageSheets(list, starts);
}

/** Puts one entry's sheets in order. Two that nothing tells apart are duplicates. */
function order(list: ScoreSheet[], from: number, to: number, problems: Problem[]): void {
  let inOrder = true;
  for (let index = from + 1; inOrder && index < to; index++) inOrder = sheetOrder(list[index - 1] as ScoreSheet, list[index] as ScoreSheet) < 0;
  if (inOrder) return;
  const own = list.slice(from, to).sort(sheetOrder);
  for (const [index, sheet] of own.entries()) {
    list[from + index] = sheet;
    if (index > 0 && sheetOrder(own[index - 1] as ScoreSheet, sheet) === 0) {
      problems.push(problem('DUPLICATE_SHEET', 'sheets', { entry: sheet.entry, stage: sheet.stage, judge: sheet.judge ?? '', round: sheet.round ?? 1 }));
    }
  }
}
