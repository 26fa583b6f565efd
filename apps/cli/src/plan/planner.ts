import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { text } from '#libs/platform';
import type { IntegerSolver, PlanningLanguage } from '#libs/planning';
import { UsageError } from '../usage-error.js';
import type { Shape } from './shape.js';

/** Rows of a plan for people; the column names are keys under `cli.plan.columns`. */
export interface PlanTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface Planned {
  /** What is printed as JSON. */
  readonly result: unknown;
  readonly table: PlanTable;
  /** Why there is no plan, in one sentence; `null` when there is one. */
  readonly refusal: string | null;
  /** Reads input and outcome again with the independent verifiers; what is wrong, line by line. */
  verify(): readonly string[];
}

export interface PlanContext {
  readonly language: PlanningLanguage;
  /** Loaded when first asked for. */
  solver(): Promise<IntegerSolver>;
}

export interface Planner {
  readonly input: Shape;
  plan(input: unknown, context: PlanContext): Promise<Planned>;
}

/** A planner whose input has been checked against its shape. */
export function planner<Input>(input: Shape, plan: (input: Input, context: PlanContext) => Promise<Planned> | Planned): Planner {
  return { input, plan: async (stated, context) => plan(stated as Input, context) };
}

/** What a proof verifier's answer means as a fault line. */
export const proven = (holds: boolean): string[] => (holds ? [] : [text('cli.plan.proofNotConfirmed')]);

function problemOf({ instancePath, keyword, params }: ErrorObject): string {
  const path = instancePath.slice(1).replaceAll('/', '.') || '.';
  const known = ['required', 'additionalProperties', 'type', 'enum', 'minimum', 'minLength', 'minItems'].includes(keyword) ? keyword : 'other';
  const given = params as { missingProperty?: string; additionalProperty?: string; type?: string | string[]; allowedValues?: string[]; limit?: number };
  const detail = given.missingProperty ?? given.additionalProperty ?? given.allowedValues?.join(', ') ?? (given.type === undefined ? String(given.limit ?? '') : [given.type].flat().join('/'));
  return text(`cli.plan.shape.${known}`, { path, detail });
}

const PROBLEMS_SHOWN = 20;

/** Refuses an input of another shape, naming every place at once. */
export function requireShape(shape: Shape, input: unknown): void {
  const validate = new Ajv2020({ allErrors: true, strict: false }).compile(shape);
  if (validate(input)) return;
  // `anyOf` repeats what its branches have said already.
  const problems = [...new Set((validate.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf').map(problemOf))];
  throw new UsageError([text('cli.plan.shape.title'), ...problems.slice(0, PROBLEMS_SHOWN)].join('\n'));
}
