import type { AssignmentInstance } from './instance.js';
import type { IntegerModel, IntegerSolver } from './problem.js';
import { waterLevel } from './water-level.js';

interface Row {
  readonly columns: number[];
  readonly coefficients: number[];
  readonly least: number;
  readonly most: number;
}

const row = (columns: number[], least: number, most: number, coefficients: number[] = columns.map(() => 1)): Row => ({ columns, coefficients, least, most });

/** How loads enter the model: as bounds around the water level, as squared cost (up to a sum of squares), or within their own bounds alone. */
export type LoadGoal = { readonly kind: 'between'; readonly level: number } | { readonly kind: 'squared'; readonly most?: number } | { readonly kind: 'within-bounds' };

/** What the model is asked: the best plan, any plan, or the most reviews that can be placed (entries may stay short). */
export interface ModelAim {
  readonly seek: 'best' | 'any' | 'most-reviews';
  /** Least expertise every entry must reach. */
  readonly floor?: number;
}

/** Columns: one per allowed pair; then, for a convex load cost, one per unit of a judge's load. */
interface ModelColumns {
  readonly cells: number[];
  readonly columnOf: Map<number, number>;
}

function pairColumns(instance: AssignmentInstance): ModelColumns {
  const cells: number[] = [];
  const width = instance.judges.length;
  instance.allowed.forEach((allowed, cell) => allowed && instance.need[Math.floor(cell / width)]! > 0 && cells.push(cell));
  return { cells, columnOf: new Map(cells.map((cell, column) => [cell, column])) };
}

function ruleRows(instance: AssignmentInstance, columnOf: ReadonlyMap<number, number>): Row[] {
  const width = instance.judges.length;
  return instance.entries.flatMap((_, entry) =>
    instance.need[entry] === 0 ? [] : instance.rules.classLimits(entry).map(({ judges, most }) => row(judges.flatMap((judge) => columnOf.get(entry * width + judge) ?? []), 0, most)),
  );
}

/** The assignment as a binary program, for an exact solver. */
export function buildIntegerModel(instance: AssignmentInstance, loads: LoadGoal, aim: ModelAim = { seek: 'best' }): { model: IntegerModel; columns: ModelColumns } {
  const { entries, judges, need, least, most, fixed, weights, expertise, score } = instance;
  const width = judges.length;
  const columns = pairColumns(instance);
  const objective = columns.cells.map((cell) => (aim.seek === 'best' ? score[cell]! : aim.seek === 'any' ? 0 : 1));
  const rows: Row[] = [];
  const panelOf = entries.map((): number[] => []);
  const reviewsOf = judges.map((): number[] => []);
  columns.cells.forEach((cell, column) => {
    panelOf[Math.floor(cell / width)]!.push(column);
    reviewsOf[cell % width]!.push(column);
  });
  panelOf.forEach((panel, entry) => {
    rows.push(row(panel, aim.seek === 'most-reviews' ? 0 : need[entry]!, need[entry]!));
    if (aim.floor !== undefined && need[entry]! > 0) rows.push(row(panel, aim.floor, Infinity, panel.map((column) => expertise[columns.cells[column]!]!)));
  });
  const squares = { columns: [] as number[], coefficients: [] as number[] };
  reviewsOf.forEach((reviews, judge) => {
    const low = aim.seek === 'most-reviews' ? 0 : least[judge]!;
    const within = (load: number): number => Math.min(most[judge]!, Math.max(low, load));
    rows.push(loads.kind === 'between' ? row(reviews, within(loads.level), within(loads.level + 1)) : row(reviews, low, most[judge]!));
    if (weights.load === 0 || loads.kind !== 'squared') return;
    const units = Array.from({ length: most[judge]! }, (_, unit) => {
      const column = objective.push(aim.seek === 'best' ? -weights.load * (2 * unit + 1) : 0) - 1;
      squares.columns.push(column);
      squares.coefficients.push(2 * unit + 1);
      return column;
    });
    rows.push(row([...reviews, ...units], 0, 0, [...reviews.map(() => 1), ...units.map(() => -1)]));
  });
  if (loads.kind === 'squared' && loads.most !== undefined && squares.columns.length > 0) rows.push(row(squares.columns, 0, loads.most, squares.coefficients));
  for (const { entry, judge } of fixed) rows.push(row([columns.columnOf.get(entry * width + judge)!], 1, 1));
  rows.push(...ruleRows(instance, columns.columnOf));
  return { model: { objective, rows: rows.filter(({ columns: used, least: low, most: high }) => used.length > 0 || low > 0 || high < 0) }, columns };
}

/** What an exact solver makes of an instance; `proven` where it had the time to finish, `unknown` where it had not and has nothing. */
export type ProgramOutcome = { readonly kind: 'panels'; readonly panels: number[][]; readonly proven: boolean } | { readonly kind: 'none' } | { readonly kind: 'unknown' };

export function solveProgram(instance: AssignmentInstance, solver: IntegerSolver, loads: LoadGoal, aim: ModelAim): ProgramOutcome {
  const { model, columns } = buildIntegerModel(instance, loads, aim);
  const outcome = solver.solve(model);
  if (outcome.kind === 'infeasible') return { kind: 'none' };
  if (outcome.values === null) return { kind: 'unknown' };
  const panels = instance.entries.map((): number[] => []);
  columns.cells.forEach((cell, column) => {
    if (outcome.values![column]! > 0.5) panels[Math.floor(cell / instance.judges.length)]!.push(cell % instance.judges.length);
  });
  return { kind: 'panels', panels, proven: outcome.kind === 'optimal' };
}

/**
 * The best plan by an exact solver. Even loads are asked for as bounds first (the water level or one more), because a solver's
 * tolerances suffer from very large weights.
 */
export function solveAsIntegerProgram(instance: AssignmentInstance, solver: IntegerSolver): ProgramOutcome {
  const level = waterLevel(instance);
  const even = level > 0 ? solveProgram(instance, solver, { kind: 'between', level }, { seek: 'best' }) : null;
  if (even?.kind === 'panels') return even;
  const best = solveProgram(instance, solver, { kind: 'squared' }, { seek: 'best' });
  return best.kind === 'panels' && even?.kind === 'unknown' ? { ...best, proven: false } : best;
}
