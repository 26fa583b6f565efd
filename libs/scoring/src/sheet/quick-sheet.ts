import { decimal } from '../exact/decimal.js';
import { Rational, roundsTo } from '../exact/rational.js';
import type { SheetRules } from '../rules/sheet-rules.types.js';

/** A sheet of plain criteria, in whole numbers of 1/scale: most sheets of a panel are of this kind, and reading them is then a few integer operations. */
export interface QuickSheet {
  items: { key: string; min: number; max: number; step: number; weight: number }[];
  scale: number;
  /** Denominator of a total. */
  bottom: number;
}

const SCALES = [1, 10, 100, 1000, 10_000];

/** The integer form of a sheet that has nothing but criteria; null for any other. */
export function quickSheet(rules: SheetRules): QuickSheet | null {
  const plain = rules.derived === undefined && rules.total === undefined && rules.restrictions === undefined && rules.resultWhen === undefined;
  if (!plain || rules.floor !== undefined || rules.cap !== undefined || rules.places !== undefined) return null;
  const rows = rules.items.map((item) => {
    if (item.kind !== 'score' || item.floor !== undefined || item.cap !== undefined || item.default !== undefined) return null;
    return { key: item.key, min: decimal(item.min ?? 0), max: decimal(item.max), step: item.step === undefined ? null : decimal(item.step), weight: decimal(item.weight ?? 1) };
  });
  const known = rows.filter((row) => row !== null);
  if (known.length < rows.length) return null;
  const scale = SCALES.find((one) => one >= 100 && known.every((row) => [row.min, row.max, ...(row.step ? [row.step] : [])].every((value) => roundsTo(value, one) !== null)));
  const weightScale = SCALES.find((one) => known.every((row) => roundsTo(row.weight, one) !== null));
  if (scale === undefined || weightScale === undefined) return null;
  const items = known.map((row) => ({
    key: row.key,
    min: roundsTo(row.min, scale) as number,
    max: roundsTo(row.max, scale) as number,
    step: row.step ? (roundsTo(row.step, scale) as number) : 0,
    weight: roundsTo(row.weight, weightScale) as number,
  }));
  const largest = items.reduce((sum, item) => sum + Math.max(Math.abs(item.min), Math.abs(item.max)) * Math.abs(item.weight), 0);
  return Number.isSafeInteger(largest * scale * weightScale) ? { items, scale, bottom: scale * weightScale } : null;
}

/** The total of a sheet, or null when anything about it needs a closer look: then the full reading decides. */
export function readQuick(sheet: QuickSheet, values: Readonly<Record<string, unknown>>): Rational | null {
  const units = readUnits(sheet, values);
  return Number.isNaN(units) ? null : new Rational(units, sheet.bottom);
}

/** As {@link readQuick}, in units of 1/bottom; NaN when the full reading must decide. */
export function readUnits(sheet: QuickSheet, values: Readonly<Record<string, unknown>>): number {
  const { items, scale } = sheet;
  let given = 0;
  for (const key in values) if (key !== '') given++;
  if (given !== items.length) return Number.NaN;
  let sum = 0;
  for (let index = 0; index < items.length; index++) {
    const item = items[index] as QuickSheet['items'][number];
    const value = values[item.key];
    if (typeof value !== 'number') return Number.NaN;
    const scaled = Math.round(value * scale);
    // Equal after dividing back: the decimal of at most four places is the shortest form of this float, so `scaled` is exact.
    if (scaled / scale !== value || scaled < item.min || scaled > item.max) return Number.NaN;
    if (item.step !== 0 && (scaled - item.min) % item.step !== 0) return Number.NaN;
    sum += scaled * item.weight;
  }
  return sum;
}
