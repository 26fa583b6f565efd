import type { PairExplanation } from '../assignment/explanation.js';
import type { InfeasibilityProof } from '../assignment/problem.js';
import type { LimitTooTight } from '../assignment/randomised.js';
import type { SwissProof } from '../draws/swiss.js';
import type { InterviewProof } from '../interviews/interview-timetable.js';
import type { AllianceScheduleImpossible } from '../matches/alliance-schedule.js';
import type { MatchTimes } from '../matches/match-times.js';
import type { RunTimetableProof } from '../matches/run-timetable.js';
import type { BlockSplit } from '../quotas/split-blocks.js';
import type { QuotaResult } from '../quotas/split-quota.js';
import type { SeatsShort, SeparationBound } from '../seating/problem.js';

/** Up to so many entries or judges a sentence names; beyond, it counts. */
export const NAMED_AT_MOST = 5;

export type PlanningLanguage = 'zh' | 'en';

/** Every other reason why a plan cannot be had as wished, and the bound on unavoidable neighbours. */
export type PlanningRefusal =
  | LimitTooTight
  | SeatsShort
  | ({ readonly kind: 'neighbours-unavoidable' } & SeparationBound)
  | SwissProof
  | AllianceScheduleImpossible['proof']
  | Extract<MatchTimes, { kind: 'infeasible' }>['proof']
  | Extract<RunTimetableProof | InterviewProof, { kind: 'places-short' }>
  | Extract<RunTimetableProof | InterviewProof, { kind: 'solver-verdict' }>
  | Extract<QuotaResult, { kind: 'infeasible' }>['proof']
  | ({ readonly kind: 'no-whole-blocks' } & Extract<BlockSplit, { kind: 'infeasible' }>['proof']);

/** All sentences of this library, one record per language. */
export interface PlanningTexts {
  readonly proof: { readonly [Kind in InfeasibilityProof['kind']]: (proof: Extract<InfeasibilityProof, { kind: Kind }>) => string };
  readonly refusal: { readonly [Kind in PlanningRefusal['kind']]: (refusal: Extract<PlanningRefusal, { kind: Kind }>) => string };
  readonly pair: { readonly [Kind in PairExplanation['kind']]: (explanation: Extract<PairExplanation, { kind: Kind }>) => string };
}
