/**
 * A calculation written as JSON. A number is itself (read as an exact decimal), a text is the name of a value, an object applies one operator:
 * `{"add":[{"mul":["initial",0.3]},{"mul":["final",0.7]}]}`. A missing value makes the arithmetic that uses it missing; a comparison with it is false.
 */
export type Expression =
  | number
  | string
  | boolean
  | { add: Expression[] }
  | { sub: [Expression, Expression] }
  | { mul: Expression[] }
  | { div: [Expression, Expression] }
  | { min: Expression[] }
  | { max: Expression[] }
  | { abs: Expression }
  | { floor: Expression }
  | { ceil: Expression }
  | { round: [Expression, number] }
  | { if: [Expression, Expression, Expression] }
  | { eq: [Expression, Expression] }
  | { ne: [Expression, Expression] }
  | { lt: [Expression, Expression] }
  | { le: [Expression, Expression] }
  | { gt: [Expression, Expression] }
  | { ge: [Expression, Expression] }
  | { and: Expression[] }
  | { or: Expression[] }
  | { not: Expression }
  | { text: string }
  | { exact: string }
  | { present: string }
  | { orElse: Expression[] }
  | { count: Expression[] }
  | { in: Expression[] }
  | { step: StepTable };

export interface ExpressionOperators {
  add: Expression[];
  sub: [Expression, Expression];
  mul: Expression[];
  div: [Expression, Expression];
  min: Expression[];
  max: Expression[];
  abs: Expression;
  floor: Expression;
  ceil: Expression;
  /** [value, decimals], half-up. */
  round: [Expression, number];
  /** [condition, then, otherwise] */
  if: [Expression, Expression, Expression];
  eq: [Expression, Expression];
  ne: [Expression, Expression];
  lt: [Expression, Expression];
  le: [Expression, Expression];
  gt: [Expression, Expression];
  ge: [Expression, Expression];
  and: Expression[];
  or: Expression[];
  not: Expression;
  /** A text constant, to compare with a choice or an attribute. */
  text: string;
  /** An exact constant written as text: "1/3", "0.10". */
  exact: string;
  /** Whether the value is there. */
  present: string;
  /** The first value that is there. */
  orElse: Expression[];
  /** How many of the conditions hold. */
  count: Expression[];
  /** Whether the first value equals one of the others: ["attr.grade", {"text":"10"}, {"text":"11"}]. */
  in: Expression[];
  /** Points for a number by steps: the last step whose `from` is not above the value. */
  step: StepTable;
}

export interface StepTable {
  value: Expression;
  steps: { from: number; points: number }[];
}
