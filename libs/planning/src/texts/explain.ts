import type { PairExplanation } from '../assignment/explanation.js';
import type { InfeasibilityProof } from '../assignment/problem.js';
import { en } from './en.js';
import type { PlanningLanguage, PlanningRefusal } from './planning-texts.js';
import { zh } from './zh.js';

const languages = { zh, en };

/** The union of sentence makers of a record takes only what all of them take; the kind chooses the right one. */
function say<Topic extends { readonly kind: string }>(sentences: { readonly [Kind in Topic['kind']]: (topic: Extract<Topic, { kind: Kind }>) => string }, topic: Topic): string {
  const sentence = sentences[topic.kind as Topic['kind']] as (topic: Topic) => string;
  return sentence(topic);
}

/** A proof of infeasibility in one sentence. */
export function explainInfeasible(proof: InfeasibilityProof, language: PlanningLanguage): string {
  return say<InfeasibilityProof>(languages[language].proof, proof);
}

/** Why a judge has an entry or has not, in one or two sentences. */
export function explainPairInWords(explanation: PairExplanation, language: PlanningLanguage): string {
  return say<PairExplanation>(languages[language].pair, explanation);
}

/** Any other refusal of this library (seats, draws, timetables, quotas) in one sentence. */
export function explainRefusal(refusal: PlanningRefusal, language: PlanningLanguage): string {
  return say<PlanningRefusal>(languages[language].refusal, refusal);
}
