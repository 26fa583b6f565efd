import { decimal, formatExact, parseDecimal, roundHalfUp, type Decimal } from '../exact/decimal.js';
import { absolute, add, compare, equal, greater, half, lesser, median, subtract, type Rational } from '../exact/rational.js';
import type { MarkingRules } from '../rules/stage-rules.types.js';
import type { ProblemTrace } from '../trace/trace.types.js';

/** The marks one script got for one problem: first, second, third or leader's, arbitration. */
export interface Marks<Mark> {
  first?: Mark;
  second?: Mark;
  third?: Mark;
  arbitration?: Mark;
}

export interface Resolution {
  state: ProblemTrace['state'];
  by: ProblemTrace['by'];
  score: Rational | null;
}

const waiting = (state: ProblemTrace['state']): Resolution => ({ state, by: null, score: null });
const final = (by: NonNullable<ProblemTrace['by']>, score: Rational): Resolution => ({ state: 'final', by, score });

/** What the marks of one problem come to, or which mark is needed next (domain 6.4). An arbitration mark always stands. */
export function resolveMarks(marks: Marks<Rational>, rules: MarkingRules, tolerance: Rational): Resolution {
  const resolution = together(marks, rules, tolerance);
  return resolution.score && rules.places !== undefined ? { ...resolution, score: roundHalfUp(resolution.score, rules.places) } : resolution;
}

function together(marks: Marks<Rational>, rules: MarkingRules, tolerance: Rational): Resolution {
  if (marks.arbitration) return final('arbitration', marks.arbitration);
  if (!marks.first) return waiting('needFirst');
  switch (rules.method) {
    case 'single':
      return final('single', marks.first);
    case 'reviewed':
      if (!marks.second) return waiting('needSecond');
      return within(marks.first, marks.second, tolerance) ? final('review', marks.second) : waiting('needArbitration');
    case 'double':
      return resolveDouble(marks.first, marks, { first: tolerance, third: rules.thirdTolerance === undefined ? tolerance : decimal(rules.thirdTolerance) }, rules.equidistant ?? 'higher');
  }
}

const distance = (a: Rational, b: Rational): Rational => absolute(subtract(a, b));
const within = (a: Rational, b: Rational, tolerance: Rational): boolean => compare(distance(a, b), tolerance) <= 0;
const middle = (a: Rational, b: Rational): Rational => half(add(a, b));

/** 2+1+1: two marks within the tolerance give their mean; else the third with the nearer one, when that is within the tolerance for a third. */
function resolveDouble(first: Rational, { second, third }: Marks<Rational>, tolerance: { first: Rational; third: Rational }, equidistant: NonNullable<MarkingRules['equidistant']>): Resolution {
  if (!second) return waiting('needSecond');
  if (within(first, second, tolerance.first)) return final('double', middle(first, second));
  if (!third) return waiting('needThird');
  const [toFirst, toSecond] = [distance(first, third), distance(second, third)];
  const nearest = lesser(toFirst, toSecond);
  if (compare(nearest, tolerance.third) > 0) return waiting('needArbitration');
  if (!equal(toFirst, toSecond)) return final('third', middle(third, compare(toFirst, toSecond) < 0 ? first : second));
  if (equidistant === 'median') return final('third', median([first, second, third]));
  return final('third', middle(third, equidistant === 'higher' ? greater(first, second) : lesser(first, second)));
}

/** As {@link resolveMarks} for marks as typed in; for the marking desk. @throws RangeError when a mark is not a number */
export function checkMarks(marks: Marks<Decimal>, rules: MarkingRules): { state: ProblemTrace['state']; by: ProblemTrace['by']; score: string | null } {
  const read = (mark: Decimal | undefined): { mark?: Rational } => {
    if (mark === undefined) return {};
    const parsed = parseDecimal(mark);
    if (!parsed) throw new RangeError(`not a mark: ${String(mark)}`);
    return { mark: parsed };
  };
  const resolution = resolveMarks(
    { first: read(marks.first).mark, second: read(marks.second).mark, third: read(marks.third).mark, arbitration: read(marks.arbitration).mark },
    rules,
    decimal(rules.tolerance ?? 0),
  );
  return { ...resolution, score: resolution.score && formatExact(resolution.score) };
}
