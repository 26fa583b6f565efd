import { parseArgs } from 'node:util';
import { exactSolver } from '#libs/exact';
import { currentContext, text } from '#libs/platform';
import { PlanningInputError, PlanningUndecided, type IntegerSolver } from '#libs/planning';
import { readJson } from '../input-file.js';
import { requireShape, type PlanContext } from '../plan/planner.js';
import { planners } from '../plan/planners.js';
import { renderTable } from '../plan/table.js';
import { UsageError } from '../usage-error.js';

const OPTIONS = {
  verify: { type: 'boolean', default: false },
  format: { type: 'string', default: 'json' },
  seconds: { type: 'string', default: '20' },
  shape: { type: 'boolean', default: false },
} as const;

function readArguments(args: string[]): { words: string[]; verify: boolean; format: string; seconds: number; shape: boolean } {
  let parsed;
  try {
    parsed = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n${text('cli.plan.usage', { kinds: Object.keys(planners).join(' | ') })}`);
  }
  const { values, positionals } = parsed;
  const seconds = Number(values.seconds);
  if (!['json', 'table'].includes(values.format) || !(seconds > 0)) throw new UsageError(text('cli.plan.usage', { kinds: Object.keys(planners).join(' | ') }));
  return { words: positionals, verify: values.verify, format: values.format, seconds, shape: values.shape };
}

/** Where a command reads its input and writes its words. */
export interface Terminal {
  readInput(path: string | undefined): unknown;
  out(words: string): void;
  err(words: string): void;
}

const processTerminal: Terminal = { readInput: readJson, out: (words) => void process.stdout.write(words), err: (words) => void process.stderr.write(words) };

/**
 * `plan KIND FILE|- [--verify] [--format json|table] [--seconds N]`, or `plan KIND --shape`: plans from a document. Exit code 0 with
 * a plan, 1 when there is none (with the reason) or it stays open, 2 for an input that cannot be read, 3 when the verifier objects.
 */
export async function run(args: string[], terminal: Terminal = processTerminal): Promise<number> {
  const { words: [kind = '', file], verify, format, seconds, shape } = readArguments(args);
  const planner = Object.hasOwn(planners, kind) ? planners[kind] : undefined;
  if (!planner) throw new UsageError(text('cli.plan.usage', { kinds: Object.keys(planners).join(' | ') }));
  if (shape) {
    terminal.out(`${JSON.stringify(planner.input, null, 2)}\n`);
    return 0;
  }
  const input = terminal.readInput(file);
  requireShape(planner.input, input);
  let loaded: Promise<IntegerSolver> | undefined;
  const context: PlanContext = { language: currentContext().language, solver: () => (loaded ??= exactSolver({ seconds })) };
  try {
    const planned = await planner.plan(input, context);
    terminal.out(format === 'table' ? renderTable(planned.table) : `${JSON.stringify(planned.result, null, 2)}\n`);
    if (planned.refusal !== null) terminal.err(`${planned.refusal}\n`);
    if (verify) {
      const faults = planned.verify();
      terminal.err(faults.length === 0 ? `${text(planned.refusal === null ? 'cli.plan.verified' : 'cli.plan.proofVerified')}\n` : faults.map((fault) => `${text('cli.plan.fault', { fault })}\n`).join(''));
      if (faults.length > 0) return 3;
    }
    return planned.refusal === null ? 0 : 1;
  } catch (error) {
    if (error instanceof PlanningUndecided) terminal.err(`${text('cli.plan.undecided', { seconds })}\n`);
    else if (error instanceof PlanningInputError) terminal.err(`${error.message}\n`);
    else throw error;
    return error instanceof PlanningInputError ? 2 : 1;
  }
}
