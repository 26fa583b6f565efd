import type { PairExplanation } from '../assignment/explanation.js';
import type { InfeasibilityProof } from '../assignment/problem.js';

export type PlanningLanguage = 'zh' | 'en';

/** All sentences of this library, one record per language. */
export interface PlanningTexts {
  readonly proof: { readonly [Kind in InfeasibilityProof['kind']]: (proof: Extract<InfeasibilityProof, { kind: Kind }>) => string };
  readonly pair: { readonly [Kind in PairExplanation['kind']]: (explanation: Extract<PairExplanation, { kind: Kind }>) => string };
}
