import { problem, type Problem } from './problem.js';
import type { ScoreInput } from './score-input.types.js';

/** Finds unknown names and contradictions in what people decided beside the scores: places taken or given back, revoked prizes, recusals, judges' states. */
export function checkDecisions(input: ScoreInput, position: ReadonlyMap<string, number>, problems: Problem[]): void {
  const { rules } = input;
  const selections = new Set(rules.selections?.map((one) => one.key));
  const awards = new Set(rules.awards?.map((one) => one.key));
  const stages = new Set(rules.stages.map((one) => one.key));
  const seen = new Set<string>();
  const once = (list: string, index: number, ...parts: string[]): void => {
    const key = [list, ...parts].join('\u0000');
    if (seen.has(key)) problems.push(problem('DUPLICATE_KEY', `${list}/${index}`, { key: parts.filter((part) => part !== '').join(', ') }));
    seen.add(key);
  };
  const entry = (id: string, path: string): void => {
    if (!position.has(id)) problems.push(problem('UNKNOWN_ENTRY', `${path}/entry`, { entry: id }));
  };
  const stage = (key: string | undefined, path: string): void => {
    if (key !== undefined && !stages.has(key)) problems.push(problem('UNKNOWN_STAGE', `${path}/stage`, { stage: key }));
  };
  for (const [index, one] of (input.selected ?? []).entries()) {
    entry(one.entry, `selected/${index}`);
    if (!selections.has(one.selection)) problems.push(problem('UNKNOWN_NAME', `selected/${index}/selection`, { name: one.selection }));
    once('selected', index, one.selection, one.entry);
  }
  for (const [index, one] of (input.revoked ?? []).entries()) {
    entry(one.entry, `revoked/${index}`);
    if (!awards.has(one.award)) problems.push(problem('UNKNOWN_NAME', `revoked/${index}/award`, { name: one.award }));
    once('revoked', index, one.award, one.entry);
  }
  for (const [index, one] of (input.judges ?? []).entries()) {
    stage(one.stage, `judges/${index}`);
    once('judges', index, one.id, one.stage ?? '');
  }
  for (const [index, one] of (input.recusals ?? []).entries()) {
    entry(one.entry, `recusals/${index}`);
    stage(one.stage, `recusals/${index}`);
  }
}
