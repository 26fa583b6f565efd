import { ceiling, decimal, floor, parseDecimal, roundHalfUp } from '../exact/decimal.js';
import { ONE, ZERO, absolute, add, compare, divide, greater, isZero, lesser, multiply, subtract, whole, type Rational } from '../exact/rational.js';
import type { Expression, ExpressionOperators } from './expression.types.js';

/** What a name or a calculation yields: a number, a text, or nothing. Conditions yield 1 or 0. */
export type Value = Rational | string | null;

/** Finds the value of a name; null when it is missing. */
export type Lookup = (name: string) => Value;
export type Calculation = (lookup: Lookup) => Value;

type Operator = keyof ExpressionOperators;

/** A calculation that cannot be carried out, though the expression is well formed. */
export class CalculationError extends Error {
  constructor(readonly code: 'DIVISION_BY_ZERO' | 'TEXT_IN_ARITHMETIC') {
    super(code);
  }
}

/** Turns an expression into a function of the names. The expression must have been checked (see rules/validate-expression). */
export function compile(expression: Expression): Calculation {
  if (typeof expression === 'number') return constant(decimal(expression));
  if (typeof expression === 'boolean') return constant(expression ? ONE : ZERO);
  if (typeof expression === 'string') return (lookup) => lookup(expression);
  const [operator, argument] = Object.entries(expression)[0] as [Operator, unknown];
  const build = builders[operator] as (argument: unknown) => Calculation;
  return build(argument);
}

/** Whether a value counts as true: a number other than 0. */
export const holds = (value: Value): boolean => value !== null && typeof value !== 'string' && !isZero(value);

const constant =
  (value: Value): Calculation =>
  () =>
    value;

const truth = (condition: boolean): Rational => (condition ? ONE : ZERO);

function fold(combine: (a: Rational, b: Rational) => Rational) {
  return (expressions: Expression[]): Calculation => {
    const parts = expressions.map(compile);
    return (lookup) => {
      let result: Rational | null = null;
      for (const part of parts) {
        const value = numeric(part(lookup));
        if (value === null) return null;
        result = result === null ? value : combine(result, value);
      }
      return result ?? ZERO;
    };
  };
}

const binary =
  (combine: (a: Rational, b: Rational) => Rational) =>
  ([left, right]: [Expression, Expression]): Calculation =>
    fold(combine)([left, right]);

function numeric(value: Value): Rational | null {
  if (typeof value === 'string') throw new CalculationError('TEXT_IN_ARITHMETIC');
  return value;
}

function unary(apply: (value: Rational) => Rational) {
  return (expression: Expression): Calculation => {
    const part = compile(expression);
    return (lookup) => {
      const value = numeric(part(lookup));
      return value === null ? null : apply(value);
    };
  };
}

function sameValue(a: Value, b: Value): boolean {
  if (a === null || b === null) return false;
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return compare(a, b) === 0;
}

function comparison(accept: (order: number) => boolean) {
  return ([left, right]: [Expression, Expression]): Calculation => {
    const [first, second] = [compile(left), compile(right)];
    return (lookup) => {
      const a = numeric(first(lookup));
      const b = numeric(second(lookup));
      return truth(a !== null && b !== null && accept(compare(a, b)));
    };
  };
}

function safeDivide(a: Rational, b: Rational): Rational {
  if (isZero(b)) throw new CalculationError('DIVISION_BY_ZERO');
  return divide(a, b);
}

const builders: { [K in Operator]: (argument: ExpressionOperators[K]) => Calculation } = {
  add: fold(add),
  mul: fold(multiply),
  min: fold(lesser),
  max: fold(greater),
  sub: binary(subtract),
  div: binary(safeDivide),
  abs: unary(absolute),
  floor: unary(floor),
  ceil: unary(ceiling),
  round: ([expression, places]) => unary((value) => roundHalfUp(value, places))(expression),
  if: ([condition, yes, no]) => {
    const [test, then, otherwise] = [compile(condition), compile(yes), compile(no)];
    return (lookup) => (holds(test(lookup)) ? then(lookup) : otherwise(lookup));
  },
  eq: ([left, right]) => {
    const [a, b] = [compile(left), compile(right)];
    return (lookup) => truth(sameValue(a(lookup), b(lookup)));
  },
  ne: ([left, right]) => {
    const [a, b] = [compile(left), compile(right)];
    return (lookup) => {
      const [x, y] = [a(lookup), b(lookup)];
      return truth(x !== null && y !== null && !sameValue(x, y));
    };
  },
  lt: comparison((order) => order < 0),
  le: comparison((order) => order <= 0),
  gt: comparison((order) => order > 0),
  ge: comparison((order) => order >= 0),
  and: (expressions) => {
    const parts = expressions.map(compile);
    return (lookup) => truth(parts.every((part) => holds(part(lookup))));
  },
  or: (expressions) => {
    const parts = expressions.map(compile);
    return (lookup) => truth(parts.some((part) => holds(part(lookup))));
  },
  not: (expression) => {
    const part = compile(expression);
    return (lookup) => truth(!holds(part(lookup)));
  },
  text: (text) => constant(text),
  exact: (text) => constant(decimal(text)),
  present: (name) => (lookup) => truth(lookup(name) !== null),
  orElse: (expressions) => {
    const parts = expressions.map(compile);
    return (lookup) => {
      for (const part of parts) {
        const value = part(lookup);
        if (value !== null) return value;
      }
      return null;
    };
  },
  count: (expressions) => {
    const parts = expressions.map(compile);
    return (lookup) => whole(parts.filter((part) => holds(part(lookup))).length);
  },
  in: ([first, ...rest]) => {
    const member = compile(first as Expression);
    const options = rest.map(compile);
    return (lookup) => {
      const value = member(lookup);
      return truth(options.some((option) => sameValue(value, option(lookup))));
    };
  },
  step: ({ value, steps }) => {
    const sorted = steps.map((entry) => ({ from: decimal(entry.from), points: decimal(entry.points) })).sort((a, b) => compare(a.from, b.from));
    return unary((input) => {
      let points = ZERO;
      for (const entry of sorted) if (compare(entry.from, input) <= 0) points = entry.points;
      return points;
    })(value);
  },
};

export const OPERATORS = Object.keys(builders) as Operator[];

/** Every name an expression reads, each once, in order of first use. */
export function namesIn(expression: Expression): string[] {
  const found = new Set<string>();
  collect(expression, found);
  return [...found];
}

function collect(expression: Expression, found: Set<string>): void {
  if (typeof expression === 'string') found.add(expression);
  if (typeof expression !== 'object') return;
  const [operator, argument] = Object.entries(expression)[0] as [Operator, unknown];
  if (operator === 'text' || operator === 'exact') return;
  if (operator === 'present') found.add(argument as string);
  else if (operator === 'round') collect((argument as [Expression, number])[0], found);
  else if (operator === 'step') collect((argument as ExpressionOperators['step']).value, found);
  else for (const part of Array.isArray(argument) ? (argument as Expression[]) : [argument as Expression]) collect(part, found);
}

/** Reads an attribute or a sheet value given as JSON: a number exactly, a boolean as 1 or 0, a text as text. */
export function toValue(raw: unknown): Value {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'boolean') return raw ? ONE : ZERO;
  if (typeof raw === 'number') return parseDecimal(raw);
  return typeof raw === 'string' ? raw : null;
}
