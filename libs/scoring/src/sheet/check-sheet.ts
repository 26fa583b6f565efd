import { decimal, formatExact, formatFixed } from '../exact/decimal.js';
import { ZERO, add, type Rational } from '../exact/rational.js';
import { CalculationError, compile, holds, namesIn, type Calculation, type Lookup, type Value } from '../expression/expression.js';
import type { Expression } from '../expression/expression.types.js';
import type { SheetRules } from '../rules/sheet-rules.types.js';
import { problem, type Problem } from '../engine/problem.js';
import { quickSheet, type QuickSheet } from './quick-sheet.js';
import { boundTotal, fullPoints, itemReader, type ItemReader } from './read-item.js';

/** A sheet description made ready to read many sheets. */
export interface SheetProgram {
  items: { key: string; read: ItemReader; default: unknown; path: string; full: Rational | null }[];
  /** Where the values of a reading stand, by name: items in form order, then derived values in the order of the rules' need. */
  slots: ReadonlyMap<string, number>;
  /** Where the points of an item stand, by `points.<item>`. */
  pointSlots: ReadonlyMap<string, number>;
  derived: { key: string; calculate: Calculation }[];
  total: Calculation | null;
  bounds: { floor: Rational | null; cap: Rational | null; places: number | null };
  restrictions: { key: string; holds: Calculation; message: { zh: string; en: string } }[];
  resultWhen: Calculation | null;
  quick: QuickSheet | null;
}

/** One sheet worked out, in columns. */
export class SheetReading {
  /** Null when there is any problem. */
  total: Rational | null = null;
  /** False for a sheet that was played but gives no result. */
  result = false;
  readonly problems: Problem[] = [];
  /** By item; undefined where it could not be read. */
  readonly points: (Rational | undefined)[];
  /** Items, then derived values. */
  private readonly values: (Value | undefined)[];

  constructor(private readonly program: SheetProgram) {
    this.points = new Array<Rational | undefined>(program.items.length).fill(undefined);
    this.values = new Array<Value | undefined>(program.slots.size).fill(undefined);
  }

  keep(slot: number, value: Value): void {
    this.values[slot] = value;
  }

  readonly lookup: Lookup = (name) => {
    const slot = this.program.slots.get(name);
    if (slot !== undefined) return this.values[slot] ?? null;
    const item = this.program.pointSlots.get(name);
    return item === undefined ? null : (this.points[item] ?? null);
  };
}

/** What the web form shows while a sheet is being filled in, and what the server stores. All numbers are texts. */
export interface CheckedSheet {
  total: string | null;
  result: boolean;
  points: Record<string, string>;
  derived: Record<string, string | null>;
  problems: Problem[];
}

/** Prepares a checked sheet description. Derived values are put in an order in which each needs only earlier ones. */
export function compileSheet(rules: SheetRules): SheetProgram {
  const derived = inOrderOfNeed(rules.derived ?? []).map((item) => ({ key: item.key, calculate: compile(item.value) }));
  return {
    items: rules.items.map((item) => ({ key: item.key, read: itemReader(item), default: item.default, path: `values/${item.key}`, full: fullPoints(item) })),
    slots: new Map([...rules.items, ...derived].map((item, slot) => [item.key, slot])),
    pointSlots: new Map(rules.items.map((item, slot) => [`points.${item.key}`, slot])),
    derived,
    total: rules.total === undefined ? null : compile(rules.total),
    bounds: {
      floor: rules.floor === undefined ? null : decimal(rules.floor),
      cap: rules.cap === undefined ? null : decimal(rules.cap),
      places: rules.places ?? null,
    },
    restrictions: (rules.restrictions ?? []).map((rule) => ({ key: rule.key, holds: compile(rule.holds), message: rule.message })),
    resultWhen: rules.resultWhen === undefined ? null : compile(rules.resultWhen),
    quick: quickSheet(rules),
  };
}

function inOrderOfNeed(derived: { key: string; value: Expression }[]): { key: string; value: Expression }[] {
  const byKey = new Map(derived.map((item) => [item.key, item]));
  const done = new Set<string>();
  const ordered: { key: string; value: Expression }[] = [];
  const visit = (item: { key: string; value: Expression }): void => {
    if (done.has(item.key)) return;
    done.add(item.key);
    for (const name of namesIn(item.value)) {
      const needed = byKey.get(name);
      if (needed) visit(needed);
    }
    ordered.push(item);
  };
  derived.forEach(visit);
  return ordered;
}

const isBlank = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';

/** Reads one filled-in sheet; finds every problem, not only the first. */
export function readSheet(program: SheetProgram, values: Readonly<Record<string, unknown>>): SheetReading {
  const reading = new SheetReading(program);
  const { problems } = reading;
  const { items } = program;
  let sumOfPoints = ZERO;
  for (let slot = 0; slot < items.length; slot++) {
    const item = items[slot] as SheetProgram['items'][number];
    const given = values[item.key];
    const raw = isBlank(given) ? item.default : given;
    if (isBlank(raw)) {
      problems.push(problem('ITEM_MISSING', item.path, { item: item.key }));
      continue;
    }
    const read = item.read(raw, item.path);
    if ('code' in read) {
      problems.push(read);
      continue;
    }
    reading.keep(slot, read.value);
    reading.points[slot] = read.points;
    sumOfPoints = add(sumOfPoints, read.points);
  }
  for (const key of Object.keys(values)) {
    if ((program.slots.get(key) ?? items.length) >= items.length) problems.push(problem('ITEM_UNKNOWN', `values/${key}`, { item: key }));
  }
  if (problems.length === 0) finish(program, reading, sumOfPoints);
  return reading;
}

function finish(program: SheetProgram, reading: SheetReading, sumOfPoints: Rational): void {
  const { lookup, problems } = reading;
  try {
    for (let index = 0; index < program.derived.length; index++) {
      reading.keep(program.items.length + index, (program.derived[index] as SheetProgram['derived'][number]).calculate(lookup));
    }
    for (const rule of program.restrictions) {
      if (!holds(rule.holds(lookup))) problems.push(problem('RESTRICTION', `restrictions/${rule.key}`, { restriction: rule.key, zh: rule.message.zh, en: rule.message.en }));
    }
    if (problems.length > 0) return;
    const total = program.total ? program.total(lookup) : sumOfPoints;
    const result = program.resultWhen === null || holds(program.resultWhen(lookup));
    if (typeof total === 'string') throw new CalculationError('TEXT_IN_ARITHMETIC');
    if (total === null) return;
    reading.total = boundTotal(total, program.bounds);
    reading.result = result;
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    problems.push(problem(error.code, 'total'));
  }
}

/**
 * Works out one score sheet from what was typed in: the total, the points of each item, the derived values, and everything that is wrong.
 * The web form calls it at every key stroke and the server before it stores a sheet.
 */
export function checkSheet(rules: SheetRules, values: Readonly<Record<string, unknown>>): CheckedSheet {
  const reading = readSheet(compileSheet(rules), values);
  const derived = (rules.derived ?? []).map((item): [string, string | null] => [item.key, asText(reading.lookup(item.key))]);
  return {
    total: reading.total === null ? null : rules.places === undefined ? formatExact(reading.total) : formatFixed(reading.total, rules.places),
    result: reading.result,
    points: Object.fromEntries(rules.items.flatMap((item, slot): [string, string][] => (reading.points[slot] ? [[item.key, formatExact(reading.points[slot])]] : []))),
    derived: Object.fromEntries(derived),
    problems: reading.problems,
  };
}

const asText = (value: Value): string | null => (value === null || typeof value === 'string' ? value : formatExact(value));
