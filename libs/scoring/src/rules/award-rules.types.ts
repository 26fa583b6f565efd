import type { Decimal } from '../exact/decimal.js';
import type { Expression } from '../expression/expression.types.js';
import type { Words } from './words.types.js';

/** One set of prizes, awarded inside each group in rank order. */
export interface AwardRules {
  key: string;
  label?: Words;
  /** Best prize first. */
  levels: AwardLevel[];
  /** Shares are taken of: entries with a rank (default) or all registered entries of the group. */
  base?: 'ranked' | 'registered';
  /** What cuts and lines are drawn on, highest first, instead of the rank (for example total plus a class bonus). */
  drawnOn?: Expression;
  /**
   * How a share of the base becomes a whole number of places. Shares are added up first, then rounded. Default floor.
   * `nearestTie`: the number nearest to the share that splits no tie, the last level never above its share (medals in the ratio 1:2:3, at most half).
   */
  rounding?: 'floor' | 'halfUp' | 'ceil' | 'nearestTie';
  /** A tie across a cut: all rise · all drop to the next prize · left undecided. Always reported. */
  ties: 'expand' | 'shrink' | 'report';
  /** Only these entries can win; the others keep their rank and take no place. */
  eligible?: Expression;
  /** Limits on prizes that go to one school, region, coach, ... inside a group. */
  caps?: AwardCap[];
  /** Groups too small for the rule. */
  smallGroup?: SmallGroupRules;
  /** A prize for those left without one who fulfil the condition (honourable mention). */
  mention?: { key: string; label: Words; when: Expression };
}

export interface AwardLevel {
  key: string;
  label: Words;
  /** This prize's own share of the base; shares of the levels add up. */
  share?: Decimal;
  /** A fixed number of places; may use `param.*` and `figure.*`. */
  count?: Expression;
  /** Everyone whose `drawnOn` value reaches it, or whose total does (where the lowest total ranks first: is not above it); may use `param.*` and `figure.*`. A missing line awards nobody. */
  line?: Expression;
  /** Lowest and highest number of prizes of this and the better levels together: the smallest number in it that splits no tie. */
  range?: [number, number];
  /** Further condition for this prize (a raw minimum); an entry that fails it goes to no lower prize either unless it meets that one's. */
  when?: Expression;
}

/**
 * At most so many prizes for entries with the same value of an attribute. Whoever is beyond it gets none and takes no place; with `level`, that prize only is
 * limited and whoever is beyond it stands for the next one. Of a tie that a cap would split nobody passes, or with `ties: "report"` a person decides.
 */
export interface AwardCap {
  attribute: string;
  /** May use `param.*`, `figure.*` and `@group`. */
  most: Expression;
  level?: string;
}

export interface SmallGroupRules {
  /** Fewer ranked entries: the committee decides. */
  manualBelow?: number;
  /** With at least this many ranked entries, at least one prize of the best level. */
  oneFirstFrom?: number;
  /** Fewer units (entries) or people (`people` attribute): participation only. */
  minimumUnits?: number;
  minimumPeople?: number;
}
