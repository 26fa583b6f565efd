import type { Expression } from '../expression/expression.types.js';
import type { Words } from './words.types.js';

export interface RankingRules {
  /** Ties are broken by the keys in turn; entries equal in all share a rank. */
  keys: RankKey[];
  /**
   * competition 1,2,2,4 (default) · dense 1,2,2,3 · ordinal 1,2,3,4: every entry has a number of its own; entries equal in all keys are numbered by the stored draw, without
   * one by their id. They stay marked as tied and are reported, and prizes and selections still treat them as a tie.
   */
  style?: 'competition' | 'dense' | 'ordinal';
}

interface RankKeyBase {
  /** Name in the trace. */
  key: string;
  label?: Words;
}

export type RankKey = RankKeyBase &
  (
    | { by: 'value'; value: Expression; order: 'desc' | 'asc'; missing?: 'last' | 'first' | 'excluded' }
    /** The entry's round results from best to worst, compared one after another; a missing result loses. */
    | { by: 'rounds'; stage: string; skip?: number }
    /** As `rounds` for an average that drops the worst: the next worst is left out again and again. */
    | { by: 'droppingOn'; stage: string }
    /** Item results from highest to lowest, compared one after another: more full scores first, then the next lower value, and so on. */
    | { by: 'items'; stage: string }
    /** Games among the tied: two by their own games, more by a mini-league of a figure; a cycle is reported as needing a play-off. */
    | { by: 'headToHead'; stage: string; figure: string }
    /** A stored draw (`lots` of the input): the lowest number first. Nothing is drawn here. */
    | { by: 'lot' }
  );
