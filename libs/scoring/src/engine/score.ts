import { formatExact } from '../exact/decimal.js';
import { ZERO, type Rational } from '../exact/rational.js';
import { CalculationError } from '../expression/expression.js';
import { validateScoringRules } from '../rules/validate.js';
import { ENGINE_VERSION } from './version.js';
import { figuresOf } from './figures.js';
import { scoreGroups } from './score-groups.js';
import { givenStage } from './given-stage.js';
import { markedStage } from './marked-stage.js';
import { matchStage, type Meeting } from './match-stage.js';
import { prepare, type Prepared } from './prepare.js';
import { ScoringRefusal, problem, type Problem } from './problem.js';
import type { ScoreInput } from './score-input.types.js';
import type { CorrectionReport, ScoreOutput } from './score-output.types.js';
import { scoreSheetStage } from './sheet-stage.js';
import { emptyOutcome, type StageOutcome } from './stage-outcome.js';
import type { StageResults } from './stage-results.types.js';

/**
 * Works out a whole contest: sheets, correction, judges, rounds, stages, rank, prizes, selections, with the derivation of every result.
 * The same input always gives the same output, whatever the order of its lists; nothing but the input is read.
 * @throws ScoringRefusal with every problem found, when the rules or the input cannot be right
 */
export function score(input: ScoreInput): ScoreOutput {
  const problems = validateScoringRules(input.rules);
  if (problems.length > 0) throw new ScoringRefusal(problems.map((one) => ({ ...one, path: `rules/${one.path}` })));
  const prepared = prepare(input, problems);
  if (problems.length > 0) throw new ScoringRefusal(problems);
  try {
    const stages = scoreStages(prepared, problems);
    if (problems.length > 0) throw new ScoringRefusal(problems);
    const figures = figuresOf(input.rules);
    const { groups, selections } = scoreGroups(prepared, stages, figures);
    return {
      format: 'qingsai-result/1',
      engine: ENGINE_VERSION,
      rulebookVersion: input.rulebookVersion,
      figures: Object.fromEntries([...figures].map(([key, value]) => [key, value && formatExact(value)])),
      groups,
      selections,
    };
  } catch (error) {
    if (error instanceof CalculationError) throw new ScoringRefusal([problem(error.code, 'rules')]);
    throw error;
  }
}

function scoreStages(prepared: Prepared, problems: Problem[]): StageResults {
  const outcomes = new Map<string, (StageOutcome | undefined)[]>();
  const keep = (stage: string, found: ReadonlyMap<number, StageOutcome>): void => {
    const list = new Array<StageOutcome | undefined>(prepared.entries.length).fill(undefined);
    for (const [position, outcome] of found) list[position] = outcome;
    outcomes.set(stage, list);
  };
  const counted = new Map<string, ReadonlyMap<number, readonly Rational[]>>();
  const corrections: ReadonlyMap<string | null, CorrectionReport>[] = [];
  const meetings = new Map<string, () => readonly Meeting[]>();
  for (const stage of prepared.input.rules.stages) {
    switch (stage.kind) {
      case 'sheets': {
        const result = scoreSheetStage(stage, prepared.input.rules.sheets ?? {}, prepared, problems);
        outcomes.set(stage.key, result.outcomes);
        counted.set(stage.key, result.counted);
        corrections.push(result.corrections);
        break;
      }
      case 'given':
        keep(stage.key, givenStage(stage, prepared, problems));
        break;
      case 'marked':
        keep(stage.key, markedStage(stage, prepared, problems));
        break;
      case 'matches': {
        const result = matchStage(stage, prepared, problems);
        keep(stage.key, result.outcomes);
        meetings.set(stage.key, result.meetings);
        break;
      }
    }
  }
  for (const stage of prepared.input.rules.stages) if (stage.whenMissing === 'zero') fillWithZero(stage.key, outcomes);
  return { outcomes, corrections, counted, meetings };
}

/** Gives every entry without anything in the stage a score of 0. */
function fillWithZero(stage: string, outcomes: ReadonlyMap<string, (StageOutcome | undefined)[]>): void {
  const list = outcomes.get(stage) ?? [];
  for (let position = 0; position < list.length; position++) list[position] ??= { ...emptyOutcome(stage, 'zero', 'ok'), score: ZERO, exact: ZERO, raw: ZERO };
}
