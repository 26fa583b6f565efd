import type { Decimal } from '../exact/decimal.js';
import type { Expression } from '../expression/expression.types.js';
import type { Words } from './words.types.js';

/** Who goes on: finalists, the next round, national nominations, teams. Taken in rank order, with a reason for everyone. */
export interface SelectionRules {
  key: string;
  label?: Words;
  /** Inside each group (default), or over the whole field in one ranking. */
  per?: 'group' | 'all';
  /** A number of places (may use `@group`), a share of the base rounded down, or everyone who fulfils the condition. */
  places: { count: Expression } | { share: Decimal } | { when: Expression };
  /** What shares are taken of: entries with a rank or still outstanding (default), or all registered ones. */
  base?: 'ranked' | 'registered';
  /** Never more than this share of the base, rounded down, whatever `places` and `ties` say: a tie that would exceed it stays out. */
  atMostShare?: Decimal;
  /** Selections that stand before this one: whom they chose, or hold open, is not considered here (the B team after the A team). */
  without?: string[];
  /** Only these can be chosen. */
  eligible?: Expression;
  caps?: SelectionCap[];
  /** At least so many of the chosen fulfil the condition. The best who does replaces the last chosen who does not; if nobody does, the place stays empty. */
  quota?: { when: Expression; atLeast: number };
  /** A tie that does not fit: all in · all out · left undecided. Nobody ranked below an undecided or excluded tie gets its places. */
  ties: 'expand' | 'shrink' | 'report';
}

/** At most so many chosen with the same attribute value. */
export interface SelectionCap {
  attribute: string;
  /** May use `places`, `param.*`, `figure.*`: `{"round":[{"div":["places",3]},0]}` for the one-third rule. */
  most: Expression;
  /** The first `count` chosen who fulfil the condition are not counted (the best selected girl). */
  notCounted?: { when: Expression; count: number };
}
