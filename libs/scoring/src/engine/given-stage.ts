import { decimal, formatExact, parseDecimal } from '../exact/decimal.js';
import { compare } from '../exact/rational.js';
import type { GivenStage, StageRules } from '../rules/stage-rules.types.js';
import type { Prepared } from './prepare.js';
import { problem, type Problem } from './problem.js';
import { rounded, shown } from './rounding.js';
import { emptyOutcome, type StageOutcome } from './stage-outcome.js';

/** A stage whose score comes with the entry. Adds to `problems` when it is not a number or outside its range. */
export function givenStage(stage: StageRules & GivenStage, prepared: Prepared, problems: Problem[]): Map<number, StageOutcome> {
  const [min, max] = [stage.min, stage.max].map((end) => (end === undefined ? null : decimal(end)));
  const outcomes = new Map<number, StageOutcome>();
  for (const [position, entry] of prepared.entries.entries()) {
    const raw = entry.attributes?.[stage.attribute];
    if (raw === null || raw === undefined) continue;
    const path = `entries/${entry.id}/attributes/${stage.attribute}`;
    const value = typeof raw === 'boolean' ? null : parseDecimal(raw);
    if (value === null) problems.push(problem('ITEM_NOT_A_NUMBER', path, { value: String(raw) }));
    else if ((min && compare(value, min) < 0) || (max && compare(value, max) > 0)) {
      problems.push(problem('ITEM_OUT_OF_RANGE', path, { value: formatExact(value), min: min ? formatExact(min) : '', max: max ? formatExact(max) : '' }));
    } else {
      const result = rounded(value, stage);
      const empty = emptyOutcome(stage.key, 'given', 'ok');
      const trace = { ...empty.trace, exact: formatExact(value), score: shown(result, stage) };
      outcomes.set(position, { ...empty, score: result, exact: value, raw: result, trace });
    }
  }
  return outcomes;
}
