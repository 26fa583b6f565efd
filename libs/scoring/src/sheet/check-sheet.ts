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
  known: ReadonlySet<string>;
  derived: { key: string; calculate: Calculation }[];
  total: Calculation | null;
  bounds: { floor: Rational | null; cap: Rational | null; places: number | null };
  restrictions: { key: string; holds: Calculation; message: { zh: string; en: string } }[];
  resultWhen: Calculation | null;
  quick: QuickSheet | null;
}

/** One sheet worked out. `result` is false for a sheet that was played but gives no result. `total` is null when there is any problem. */
export interface SheetReading {
  total: Rational | null;
  result: boolean;
  lookup: Lookup;
  points: ReadonlyMap<string, Rational>;
  problems: Problem[];
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
  return {
    items: rules.items.map((item) => ({ key: item.key, read: itemReader(item), default: item.default, path: `values/${item.key}`, full: fullPoints(item) })),
    known: new Set(rules.items.map((item) => item.key)),
    derived: inOrderOfNeed(rules.derived ?? []).map((item) => ({ key: item.key, calculate: compile(item.value) })),
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
  const problems: Problem[] = [];
  const found = new Map<string, Value>();
  const points = new Map<string, Rational>();
  let total = ZERO;
  for (const item of program.items) {
    const given = values[item.key];
    const raw = isBlank(given) ? item.default : given;
    if (isBlank(raw)) {
      problems.push(problem('ITEM_MISSING', item.path, { item: item.key }));
      continue;
    }
    const reading = item.read(raw, item.path);
    if ('code' in reading) {
      problems.push(reading);
      continue;
    }
    found.set(item.key, reading.value);
    points.set(item.key, reading.points);
    total = add(total, reading.points);
  }
  for (const key of Object.keys(values)) {
    if (!program.known.has(key)) problems.push(problem('ITEM_UNKNOWN', `values/${key}`, { item: key }));
  }
  const lookup: Lookup = (name) => found.get(name) ?? (name.startsWith('points.') ? (points.get(name.slice(7)) ?? null) : null);
  if (problems.length > 0) return { total: null, result: false, lookup, points, problems };
  return finish(program, { found, points, lookup, sumOfPoints: total });
}

function finish(program: SheetProgram, read: { found: Map<string, Value>; points: Map<string, Rational>; lookup: Lookup; sumOfPoints: Rational }): SheetReading {
  const { found, points, lookup } = read;
  const problems: Problem[] = [];
  try {
    for (const item of program.derived) found.set(item.key, item.calculate(lookup));
    for (const rule of program.restrictions) {
      if (!holds(rule.holds(lookup))) problems.push(problem('RESTRICTION', `restrictions/${rule.key}`, { restriction: rule.key, zh: rule.message.zh, en: rule.message.en }));
    }
    if (problems.length > 0) return { total: null, result: false, lookup, points, problems };
    const total = program.total ? program.total(lookup) : read.sumOfPoints;
    const result = program.resultWhen === null || holds(program.resultWhen(lookup));
    if (typeof total === 'string') throw new CalculationError('TEXT_IN_ARITHMETIC');
    if (total === null) return { total: null, result: false, lookup, points, problems };
    return { total: boundTotal(total, program.bounds), result, lookup, points, problems };
  } catch (error) {
    if (!(error instanceof CalculationError)) throw error;
    return { total: null, result: false, lookup, points, problems: [problem(error.code, 'total')] };
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
    points: Object.fromEntries([...reading.points].map(([key, value]) => [key, formatExact(value)])),
    derived: Object.fromEntries(derived),
    problems: reading.problems,
  };
}

const asText = (value: Value): string | null => (value === null || typeof value === 'string' ? value : formatExact(value));
