import type { Decimal } from '../exact/decimal.js';
import type { Expression } from '../expression/expression.types.js';
import type { Words } from './words.types.js';

/** One score sheet: items the judge or referee fills in, values worked out from them, and the total. */
export interface SheetRules {
  /** What people call this sheet, where a stage has several. */
  label?: Words;
  items: SheetItem[];
  /** Values worked out from items and other derived values, in any order; cycles are refused. */
  derived?: DerivedItem[];
  /** Default: the sum of the items' points. */
  total?: Expression;
  /** Lowest and highest total. */
  floor?: Decimal;
  cap?: Decimal;
  /** Decimals the sheet total is rounded to (half-up); default: not rounded. */
  places?: number;
  /** Conditions a consistent sheet fulfils. A sheet that breaks any is refused with all of their messages. */
  restrictions?: Restriction[];
  /** When false the sheet counts as played but gives no result (for example: no task completed). */
  resultWhen?: Expression;
}

export interface Restriction {
  key: string;
  holds: Expression;
  message: Words;
}

export interface DerivedItem {
  key: string;
  label?: Words;
  value: Expression;
}

interface ItemBase {
  key: string;
  label: Words;
  hint?: Words;
  /** Value taken when the item is left blank; without it a blank item is an error. */
  default?: Decimal | boolean | string;
  /** Lowest and highest points of this item. */
  floor?: Decimal;
  cap?: Decimal;
}

export type SheetItem = ItemBase &
  (
    | ScoreItem
    | { kind: 'count'; max: number; min?: number; points: Decimal }
    | { kind: 'flag'; points: Decimal }
    | { kind: 'choice'; options: { key: string; label: Words; points: Decimal }[] }
    /** Points by the value itself: `{at: 4, points: 35}`. */
    | { kind: 'lookup'; table: { at: number; points: Decimal }[] }
    /** A measured number (seconds, metres, grams); no points unless `points` gives points per unit. */
    | { kind: 'measure'; min?: Decimal; max?: Decimal; step?: Decimal; unit?: string; points?: Decimal }
    /** Several tries; null is a void try. */
    | { kind: 'tries'; most: number; min?: Decimal; max?: Decimal; step?: Decimal; unit?: string; take: 'highest' | 'lowest' | 'sum' | 'mean' | 'last' }
    /** An answer to a question with several true/false parts: points by the number of right parts, from 0 up. */
    | { kind: 'answers'; right: string; pointsByRight: Decimal[] }
    /** Results of the tests of one subtask, each 0..1; `threshold`: all tests must reach it, else no points. */
    | { kind: 'tests'; max: Decimal; take: 'min' | 'threshold' | 'product' | 'share'; threshold?: Decimal }
  );

/** A criterion: a number from `min` (default 0) to `max` in steps. Its points are value x weight (default 1). */
export interface ScoreItem {
  kind: 'score';
  max: Decimal;
  min?: Decimal;
  step?: Decimal;
  weight?: Decimal;
  /** What a value of `from` or more means, highest first: shown beside the criterion, without any effect on the points. */
  anchors?: { from: Decimal; label: Words }[];
}
