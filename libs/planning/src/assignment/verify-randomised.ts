import { verifyAssignment } from './certificate.js';
import type { AssignmentProblem, EntryJudgePair } from './problem.js';
import type { PairLimit, RandomisedPlan } from './randomised.js';

/**
 * Faults of a randomised assignment, read from the problem: the drawn pairs keep every hard rule, no chance exceeds the limit (fixed
 * pairs are certain), chances add up to what entries need and within what judges take, and only pairs with a chance were drawn. With panel rules every plan that might have been
 * drawn keeps them, and the chances are those of the draw. `asked`: the limit that was asked for.
 */
export function checkRandomised(problem: AssignmentProblem, { pairs, chances, limit, plans }: RandomisedPlan, asked: PairLimit = limit): string[] {
  const uncertified = { prices: [], loadWeight: 0, minimumWeight: 0, keepWeight: 0 };
  const faults = [...verifyAssignment(problem, { pairs, certificate: uncertified }).violations];
  if (limit.numerator * asked.denominator > asked.numerator * limit.denominator) faults.push(`a limit of ${limit.numerator}/${limit.denominator} was kept, not ${asked.numerator}/${asked.denominator}`);
  const keyOf = (entry: string, judge: string): string => JSON.stringify([entry, judge]);
  const fixed = new Set((problem.fixed ?? []).map(({ entry, judge }) => keyOf(entry, judge)));
  const never = new Set((problem.conflicts ?? []).map(({ entry, judge }) => keyOf(entry, judge)));
  const known = new Set<string>();
  const ofEntry = new Map<string, number>();
  const ofJudge = new Map<string, number>();
  for (const { entry, judge, units } of chances) {
    const key = keyOf(entry, judge);
    if (known.has(key)) faults.push(`${entry}/${judge} has two chances`);
    known.add(key);
    if (never.has(key)) faults.push(`conflict ${entry}/${judge} has a chance`);
    if (fixed.has(key) ? units !== limit.denominator : units < 1 || units > limit.numerator) faults.push(`${entry}/${judge} has a chance of ${units}/${limit.denominator}`);
    ofEntry.set(entry, (ofEntry.get(entry) ?? 0) + units);
    ofJudge.set(judge, (ofJudge.get(judge) ?? 0) + units);
  }
  for (const { id, need } of problem.entries) if ((ofEntry.get(id) ?? 0) !== need * limit.denominator) faults.push(`the chances of ${id} do not add up to ${need}`);
  for (const { id, min = 0, max } of problem.judges) {
    const expected = ofJudge.get(id) ?? 0;
    if (expected < min * limit.denominator || expected > max * limit.denominator) faults.push(`${id} has an expected load outside ${min}..${max}`);
  }
  for (const { entry, judge } of pairs) if (!known.has(keyOf(entry, judge))) faults.push(`${entry}/${judge} was drawn without a chance`);
  if (plans) faults.push(...plans.flatMap((plan, index) => verifyAssignment(problem, { pairs: plan.map((pair) => ({ ...pair, score: 0 })), certificate: uncertified }).violations.map((fault) => `plan ${index + 1}: ${fault}`)));
  if (plans) faults.push(...faultsOfDraw(pairs, chances, plans));
  return faults;
}

/** Whether the chances are those of drawing one of the plans, and the drawn pairs are one of them. */
function faultsOfDraw(pairs: readonly EntryJudgePair[], chances: RandomisedPlan['chances'], plans: readonly (readonly EntryJudgePair[])[]): string[] {
  const faults: string[] = [];
  const textOf = (plan: readonly EntryJudgePair[]): string => JSON.stringify(plan.map(({ entry, judge }) => JSON.stringify([entry, judge])).sort());
  if (!plans.some((plan) => textOf(plan) === textOf(pairs))) faults.push('the drawn pairs are none of the plans');
  for (const { entry, judge, units } of chances) {
    const times = plans.filter((plan) => plan.some((pair) => pair.entry === entry && pair.judge === judge)).length;
    if (times !== units) faults.push(`${entry}/${judge} is in ${times} plans, not in ${units}`);
  }
  return faults;
}
