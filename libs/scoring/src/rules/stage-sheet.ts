import type { JudgeCombination, SheetStage } from './stage-rules.types.js';

/** What is known of an entry: its attributes. */
export type EntryAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Name of the sheet an entry is judged on in a stage: of the first line that fits it, else the stage's own; undefined where the rules have none for it. */
export function sheetNameFor(stage: Pick<SheetStage, 'sheet' | 'sheetFor'>, attributes: EntryAttributes): string | undefined {
  return stage.sheetFor?.find(({ when }) => Object.entries(when).every(([attribute, value]) => fits(attributes[attribute], value)))?.sheet ?? stage.sheet;
}

const fits = (have: EntryAttributes[string], wanted: string | string[]): boolean =>
  have !== undefined && have !== null && (typeof wanted === 'string' ? wanted === String(have) : wanted.includes(String(have)));

/** Every sheet a stage names, in the order of its lines, each with its place in the stage. */
export function sheetsNamed(stage: Pick<SheetStage, 'sheet' | 'sheetFor'>): { sheet: string; place: string }[] {
  const lines = (stage.sheetFor ?? []).map(({ sheet }, index) => ({ sheet, place: `sheetFor/${index}/sheet` }));
  return stage.sheet === undefined ? lines : [...lines, { sheet: stage.sheet, place: 'sheet' }];
}

/** Whether the judges are combined item by item instead of by their totals. */
export const combinesItems = (rule: JudgeCombination | undefined): boolean => rule !== undefined && 'each' in rule && rule.each === 'item';
