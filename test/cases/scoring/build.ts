import { readFileSync } from 'node:fs';
import { ScoringRefusal, score, type JudgeCombination, type Problem, type ResultRow, type ScoreInput, type ScoreOutput, type ScoreSheet, type ScoredEntry, type ScoringRules, type SheetRules, type StageRules, type Words } from '#libs/scoring';

/** One case of a data file: facts with their source. Every adapter gives the input's and the expected value's shape itself. */
export interface Case<Input, Expected> {
  id: string;
  input: Input;
  expected: Expected;
}

const files = new Map<string, Case<unknown, unknown>[]>();

function casesIn(file: string): Case<unknown, unknown>[] {
  const known = files.get(file) ?? (JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')) as Case<unknown, unknown>[]);
  files.set(file, known);
  return known;
}

/** The case with this id. @throws when the data has no such case */
export function caseOf<Input, Expected>(file: 'scoring-cases.json' | 'scoring-peer-cases.json', id: string): Case<Input, Expected> {
  const found = casesIn(file).find((one) => one.id === id);
  if (!found) throw new Error(`no case ${id}`);
  return found as Case<Input, Expected>;
}

export const domainCase = <Input, Expected>(id: string): Case<Input, Expected> => caseOf('scoring-cases.json', id);
export const peerCase = <Input, Expected>(id: string): Case<Input, Expected> => caseOf('scoring-peer-cases.json', id);

export const words = (text: string): Words => ({ zh: text, en: text });

/** A sheet with one measured number `x`. */
export const oneNumber: SheetRules = { items: [{ kind: 'measure', key: 'x', label: words('x'), points: 1 }] };

export const byTotal: ScoringRules['ranking'] = { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] };

/** Rules with one stage `s` over a sheet of one number, unless told otherwise. */
export function rulesOf(over: Partial<ScoringRules> & { stage?: Partial<StageRules> } = {}): ScoringRules {
  const { stage, ...rest } = over;
  const base = { key: 's', label: words('s'), kind: 'sheets', sheet: 'plain', ...stage } as StageRules;
  return { format: 'qingsai-scoring/1', sheets: { plain: oneNumber }, stages: [base], total: { method: 'stage', stage: 's', places: null }, ranking: byTotal, ...rest };
}

export const panel = (judges: JudgeCombination, places = 2): Partial<StageRules> => ({ judges, places }) as Partial<StageRules>;

/** Entries from ids or from rows with an id; further members become attributes. */
export function entriesOf(rows: readonly (string | ({ id: string } & Record<string, unknown>))[], group = 'g'): ScoredEntry[] {
  return rows.map((row) => {
    if (typeof row === 'string') return { id: row, group };
    const { id, ...attributes } = row;
    return { id, group, attributes: attributes as NonNullable<ScoredEntry['attributes']> };
  });
}

/** Sheets of one number from a table judge -> entry -> number. */
export function judgeSheets(table: Record<string, Record<string, number>>, stage = 's'): ScoreSheet[] {
  return Object.entries(table).flatMap(([judge, row]) => Object.entries(row).map(([entry, x]) => ({ entry, stage, judge, values: { x } })));
}

/** Sheets of one number, one a round; null is a round without a result. */
export function roundSheets(table: Record<string, readonly (number | null)[]>, stage = 's'): ScoreSheet[] {
  return Object.entries(table).flatMap(([entry, rounds]) =>
    rounds.map((x, index): ScoreSheet => (x === null ? { entry, stage, round: index + 1, state: 'noResult' } : { entry, stage, round: index + 1, values: { x } })),
  );
}

export const run = (input: Omit<ScoreInput, 'rulebookVersion'>): ScoreOutput => score({ rulebookVersion: 'case', ...input });

/** All rows of all groups. */
export const rowsOf = (output: ScoreOutput): ResultRow[] => output.groups.flatMap((group) => group.rows);

export function rowOf(output: ScoreOutput, entry: string): ResultRow {
  const row = rowsOf(output).find((candidate) => candidate.entry === entry);
  if (!row) throw new Error(`no row ${entry}`);
  return row;
}

/** One value of every row, by entry. */
export const byEntry = <Value>(output: ScoreOutput, read: (row: ResultRow) => Value): Record<string, Value> => Object.fromEntries(rowsOf(output).map((row) => [row.entry, read(row)]));

export const ranked = (output: ScoreOutput): string[] => rowsOf(output).flatMap((row) => (row.rank === null ? [] : row.entry));

/** The problems a run is refused with. @throws when it is not refused */
export function refusalOf(run_: () => unknown): Problem[] {
  try {
    run_();
  } catch (error) {
    if (error instanceof ScoringRefusal) return error.problems;
    throw error;
  }
  throw new Error('not refused');
}

/** "91.00" as 91: expected values are plain numbers. */
export const num = (text: string | null): number | null => (text === null ? null : Number(text));

/** A stage whose score is an attribute of the entry. */
export const given = (key: string, more: Partial<StageRules> = {}): StageRules => ({ key, label: words(key), kind: 'given', attribute: key, ...more }) as StageRules;

export const desc = (key: string, value: ScoringRules['ranking']['keys'][number] extends infer K ? (K extends { by: 'value'; value: infer V } ? V : never) : never = key) =>
  ({ key, by: 'value', value, order: 'desc' }) as const;
export const asc = (key: string, value: Parameters<typeof desc>[1] = key) => ({ key, by: 'value', value, order: 'asc' }) as const;
