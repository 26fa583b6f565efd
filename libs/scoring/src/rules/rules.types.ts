import type { Decimal } from '../exact/decimal.js';
import type { Expression } from '../expression/expression.types.js';
import type { AwardRules } from './award-rules.types.js';
import type { RankingRules } from './ranking-rules.types.js';
import type { SelectionRules } from './selection-rules.types.js';
import type { SheetRules } from './sheet-rules.types.js';
import type { StageRules } from './stage-rules.types.js';
import type { Words } from './words.types.js';

/** A contest's scoring rules as one JSON document: what the rulebook of an edition carries under `scoring`. See README.md. */
export interface ScoringRules {
  format: 'qingsai-scoring/1';
  /** Score sheets by name; stages refer to them. */
  sheets?: Record<string, SheetRules>;
  /** Constants of this edition (a national base line, a headcount), named `param.<name>` in expressions. */
  parameters?: Record<string, Decimal>;
  /** Numbers worked out from parameters and earlier figures (a quota, a reference line), named `figure.<name>` and shown in the output. */
  figures?: { key: string; label?: Words; value: Expression; places?: number }[];
  stages: StageRules[];
  total: TotalRules;
  ranking: RankingRules;
  awards?: AwardRules[];
  selections?: SelectionRules[];
}

/** How the stage scores become one total. The total is rounded half-up to `places` once (null: not rounded) and ranked as published. */
export type TotalRules = {
  places: number | null;
  /** Stages an entry must have a score in; default: those the method names. */
  requires?: string[];
  /** When false the entry has no result (for example: no task solved). */
  resultWhen?: Expression;
} & (
  | { method: 'stage'; stage: string }
  | { method: 'sum'; stages: string[] }
  /** Σ weight x stage score; the weights must sum to 1 unless `freeWeights`. */
  | { method: 'weighted'; weights: Record<string, Decimal>; freeWeights?: boolean }
  /** Every stage is scaled from its own maximum to the largest maximum, weighted, and added. */
  | { method: 'scaled'; stages: { stage: string; maximum: Decimal; weight: Decimal }[] }
  /** Sum of the ranks inside each stage; the lowest sum wins. */
  | { method: 'rankSum'; stages: string[] }
  | { method: 'formula'; value: Expression }
);
