import type { Decimal } from '../exact/decimal.js';
import type { Expression } from '../expression/expression.types.js';
import type { Words } from './rules.types.js';

/** Who goes on: finalists, national nominations, teams. Taken in rank order. */
export interface SelectionRules {
  key: string;
  label?: Words;
  /** Over the whole field or inside each group (default). */
  per?: 'group' | 'all';
  /** A number of places, or a share of the base rounded down. */
  places: { count: Expression } | { share: Decimal };
  /** Only these can be chosen. */
  eligible?: Expression;
  /** At most so many with the same attribute value. */
  caps?: { attribute: string; most: number }[];
  ties: 'expand' | 'shrink' | 'report';
}
