import { decimal, floor, formatExact, parseDecimal, roundHalfUp } from '../exact/decimal.js';
import { ONE, ZERO, compare, divide, equal, greater, isZero, lesser, mean, multiply, roundsTo, subtract, sum, whole, type Rational } from '../exact/rational.js';
import type { Value } from '../expression/expression.js';
import type { SheetItem } from '../rules/sheet-rules.types.js';
import { problem, type Problem } from '../engine/problem.js';

/** What one item of a sheet says and what it is worth. */
export interface ItemReading {
  value: Value;
  points: Rational;
}

/** Reads the raw value of one item: null when blank, a problem when it cannot be. */
export type ItemReader = (raw: unknown, path: string) => ItemReading | Problem;

interface Range {
  min: Rational | null;
  max: Rational | null;
  step: Rational | null;
}

const optional = (value: number | string | undefined): Rational | null => (value === undefined ? null : decimal(value));

/** The reader of an item, its points kept inside the item's own floor and cap. */
export function itemReader(item: SheetItem): ItemReader {
  const read = plainReader(item);
  const [low, high] = [optional(item.floor), optional(item.cap)];
  if (!low && !high) return read;
  return (raw, path) => {
    const reading = read(raw, path);
    if ('code' in reading) return reading;
    let points = reading.points;
    if (low) points = greater(points, low);
    if (high) points = lesser(points, high);
    return { value: reading.value, points };
  };
}

function plainReader(item: SheetItem): ItemReader {
  switch (item.kind) {
    case 'score':
      return scoreReader({ min: optional(item.min) ?? ZERO, max: decimal(item.max), step: optional(item.step) }, optional(item.weight) ?? ONE);
    case 'count':
      return scoreReader({ min: whole(item.min ?? 0), max: whole(item.max), step: ONE }, decimal(item.points));
    case 'measure':
      return scoreReader({ min: optional(item.min), max: optional(item.max), step: optional(item.step) }, optional(item.points) ?? ZERO);
    case 'flag':
      return flagReader(decimal(item.points));
    case 'choice':
      return choiceReader(new Map(item.options.map((option) => [option.key, decimal(option.points)])));
    case 'lookup':
      return lookupReader(item.table.map((row) => ({ at: decimal(row.at), points: decimal(row.points) })));
    case 'tries':
      return triesReader({ min: optional(item.min), max: optional(item.max), step: optional(item.step) }, item.most, item.take);
    case 'answers':
      return answersReader(item.right, item.pointsByRight.map(decimal));
    case 'tests':
      return testsReader(decimal(item.max), item.take, optional(item.threshold) ?? ONE);
  }
}

function rangeProblem(value: Rational, range: Range, path: string): Problem | null {
  if ((range.min && compare(value, range.min) < 0) || (range.max && compare(value, range.max) > 0)) {
    return problem('ITEM_OUT_OF_RANGE', path, {
      value: formatExact(value),
      min: range.min ? formatExact(range.min) : '',
      max: range.max ? formatExact(range.max) : '',
    });
  }
  if (range.step && !isOnStep(value, range.min ?? ZERO, range.step)) {
    return problem('ITEM_OFF_STEP', path, { value: formatExact(value), step: formatExact(range.step) });
  }
  return null;
}

function isOnStep(value: Rational, from: Rational, step: Rational): boolean {
  // In whole numbers of the step's denominator where all three are: nearly always.
  const [units, start] = [roundsTo(value, step.d), roundsTo(from, step.d)];
  if (units !== null && start !== null && step.wide === null && Number.isSafeInteger(units - start)) return (units - start) % step.n === 0;
  return isWhole(divide(subtract(value, from), step));
}

const isWhole = (value: Rational): boolean => (value.wide === null ? value.n % value.d === 0 : equal(floor(value), value));

function scoreReader(range: Range, weight: Rational): ItemReader {
  const unweighted = equal(weight, ONE);
  const worthless = isZero(weight);
  return (raw, path) => {
    const value = parseDecimal(raw);
    if (!value) return problem('ITEM_NOT_A_NUMBER', path, { value: String(raw) });
    return rangeProblem(value, range, path) ?? { value, points: unweighted ? value : worthless ? ZERO : multiply(value, weight) };
  };
}

function flagReader(points: Rational): ItemReader {
  return (raw, path) => {
    if (raw === true || raw === 1) return { value: ONE, points };
    if (raw === false || raw === 0) return { value: ZERO, points: ZERO };
    return problem('ITEM_NOT_YES_OR_NO', path, { value: String(raw) });
  };
}

function choiceReader(options: ReadonlyMap<string, Rational>): ItemReader {
  return (raw, path) => {
    const points = typeof raw === 'string' ? options.get(raw) : undefined;
    return points ? { value: raw as string, points } : problem('CHOICE_UNKNOWN', path, { value: String(raw), choices: [...options.keys()].join(', ') });
  };
}

function lookupReader(table: { at: Rational; points: Rational }[]): ItemReader {
  return (raw, path) => {
    const value = parseDecimal(raw);
    const row = value && table.find((candidate) => equal(candidate.at, value));
    return value && row ? { value, points: row.points } : problem('LOOKUP_UNKNOWN', path, { value: String(raw), known: table.map((entry) => formatExact(entry.at)).join(', ') });
  };
}

function triesReader(range: Range, most: number, take: 'highest' | 'lowest' | 'sum' | 'mean' | 'last'): ItemReader {
  return (raw, path) => {
    if (!Array.isArray(raw)) return problem('ITEM_NOT_A_LIST', path, { value: String(raw) });
    if (raw.length > most) return problem('TOO_MANY_TRIES', path, { tries: raw.length, most });
    const valid: Rational[] = [];
    for (const [index, one] of raw.entries()) {
      if (one === null) continue;
      const value = parseDecimal(one);
      if (!value) return problem('ITEM_NOT_A_NUMBER', `${path}/${index}`, { value: String(one) });
      const wrong = rangeProblem(value, range, `${path}/${index}`);
      if (wrong) return wrong;
      valid.push(value);
    }
    const value = takeTry(valid, take, raw.at(-1) === null);
    return { value, points: value ?? ZERO };
  };
}

function takeTry(valid: Rational[], take: 'highest' | 'lowest' | 'sum' | 'mean' | 'last', lastIsVoid: boolean): Rational | null {
  if (valid.length === 0) return null;
  switch (take) {
    case 'highest':
      return valid.reduce(greater);
    case 'lowest':
      return valid.reduce(lesser);
    case 'sum':
      return sum(valid);
    case 'mean':
      return mean(valid);
    case 'last':
      return lastIsVoid ? null : (valid.at(-1) ?? null);
  }
}

function answersReader(right: string, pointsByRight: Rational[]): ItemReader {
  const key = right.toUpperCase();
  return (raw, path) => {
    if (typeof raw !== 'string' || raw.length !== right.length) return problem('ANSWER_LENGTH', path, { value: String(raw), length: right.length });
    const given = raw.toUpperCase();
    const hits = [...key].filter((letter, index) => given[index] === letter).length;
    return { value: whole(hits), points: pointsByRight[hits] ?? ZERO };
  };
}

function testsReader(max: Rational, take: 'min' | 'threshold' | 'product' | 'share', threshold: Rational): ItemReader {
  return (raw, path) => {
    if (!Array.isArray(raw)) return problem('ITEM_NOT_A_LIST', path, { value: String(raw) });
    const outcomes: Rational[] = [];
    for (const [index, one] of raw.entries()) {
      const value = parseDecimal(one);
      if (!value) return problem('ITEM_NOT_A_NUMBER', `${path}/${index}`, { value: String(one) });
      const wrong = rangeProblem(value, { min: ZERO, max: ONE, step: null }, `${path}/${index}`);
      if (wrong) return wrong;
      outcomes.push(value);
    }
    const share = outcomes.length === 0 ? ZERO : subtaskShare(outcomes, take, threshold);
    return { value: share, points: multiply(max, share) };
  };
}

function subtaskShare(outcomes: Rational[], take: 'min' | 'threshold' | 'product' | 'share', threshold: Rational): Rational {
  switch (take) {
    case 'min':
      return outcomes.reduce(lesser);
    case 'threshold':
      return outcomes.every((outcome) => compare(outcome, threshold) >= 0) ? ONE : ZERO;
    case 'product':
      return outcomes.reduce(multiply);
    case 'share':
      return mean(outcomes);
  }
}

/** The most points an item can give; null when it has no upper end. */
export function fullPoints(item: SheetItem): Rational | null {
  const most = plainFullPoints(item);
  return most && item.cap !== undefined ? lesser(most, decimal(item.cap)) : most;
}

function plainFullPoints(item: SheetItem): Rational | null {
  switch (item.kind) {
    case 'score':
      return multiply(decimal(item.max), optional(item.weight) ?? ONE);
    case 'count':
      return multiply(whole(item.max), decimal(item.points));
    case 'flag':
      return greater(decimal(item.points), ZERO);
    case 'choice':
      return item.options.map((option) => decimal(option.points)).reduce(greater);
    case 'lookup':
      return item.table.map((row) => decimal(row.points)).reduce(greater);
    case 'answers':
      return item.pointsByRight.map(decimal).reduce(greater);
    case 'tests':
      return decimal(item.max);
    case 'measure':
    case 'tries':
      return null;
  }
}

/** Sum of item points, inside the sheet's floor and cap, rounded where the sheet says so. */
export function boundTotal(total: Rational, bounds: { floor: Rational | null; cap: Rational | null; places: number | null }): Rational {
  let result = total;
  if (bounds.floor) result = greater(result, bounds.floor);
  if (bounds.cap) result = lesser(result, bounds.cap);
  return bounds.places === null ? result : roundHalfUp(result, bounds.places);
}

