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

/** How loads enter the model: as bounds around the water level, or as squared cost in the objective. */
export type LoadGoal = { readonly kind: 'between'; readonly level: number } | { readonly kind: 'squared' };

/** Columns: one per allowed pair; then, for a convex load cost, one per unit of a judge's load. */
interface ModelColumns {
  readonly cells: number[];
  readonly columnOf: Map<number, number>;
}

function pairColumns(instance: AssignmentInstance): ModelColumns {
  const cells: number[] = [];
  instance.allowed.forEach((allowed, cell) => allowed && cells.push(cell));
  return { cells, columnOf: new Map(cells.map((cell, column) => [cell, column])) };
}

function ruleRows(instance: AssignmentInstance, columnOf: ReadonlyMap<number, number>): Row[] {
  const width = instance.judges.length;
  return instance.entries.flatMap((_, entry) =>
    instance.rules.classLimits(entry).map(({ judges, most }) => row(judges.flatMap((judge) => columnOf.get(entry * width + judge) ?? []), 0, most)),
  );
}

/** The assignment as a binary program, for an exact solver; `floor` is the least expertise every entry must reach. */
export function buildIntegerModel(instance: AssignmentInstance, loads: LoadGoal, floor?: number): { model: IntegerModel; columns: ModelColumns } {
  const { entries, judges, need, least, most, fixed, weights, expertise, score } = instance;
  const width = judges.length;
  const columns = pairColumns(instance);
  const objective = columns.cells.map((cell) => score[cell]!);
  const rows: Row[] = [];
  const present = (entry: number, judge: number): boolean => columns.columnOf.has(entry * width + judge);
  for (let entry = 0; entry < entries.length; entry++) {
    const candidates = judges.flatMap((_, judge) => (present(entry, judge) ? [judge] : []));
    const panel = candidates.map((judge) => columns.columnOf.get(entry * width + judge)!);
    rows.push(row(panel, need[entry]!, need[entry]!));
    if (floor !== undefined && need[entry]! > 0) rows.push(row(panel, floor, Infinity, candidates.map((judge) => expertise[entry * width + judge]!)));
  }
  for (let judge = 0; judge < width; judge++) {
    const reviews = entries.flatMap((_, entry) => (present(entry, judge) ? [columns.columnOf.get(entry * width + judge)!] : []));
    const within = (load: number): number => Math.min(most[judge]!, Math.max(least[judge]!, load));
    rows.push(loads.kind === 'between' ? row(reviews, within(loads.level), within(loads.level + 1)) : row(reviews, least[judge]!, most[judge]!));
    if (weights.load === 0 || loads.kind === 'between') continue;
    const units = Array.from({ length: most[judge]! }, (_, unit) => objective.push(-weights.load * (2 * unit + 1)) - 1);
    rows.push(row([...reviews, ...units], 0, 0, [...reviews.map(() => 1), ...units.map(() => -1)]));
  }
  for (const { entry, judge } of fixed) rows.push(row([columns.columnOf.get(entry * width + judge)!], 1, 1));
  rows.push(...ruleRows(instance, columns.columnOf));
  return { model: { objective, rows: rows.filter(({ columns: used, least: low, most: high }) => used.length > 0 || low > 0 || high < 0) }, columns };
}

/**
 * Panels of an exact solver's optimum, or `null` when it proved that there are none. Even loads are asked for as bounds first
 * (the water level or one more), because a solver's tolerances suffer from very large weights.
 */
export function solveAsIntegerProgram(instance: AssignmentInstance, solver: IntegerSolver, floor?: number): number[][] | null {
  const level = waterLevel(instance);
  const goals: LoadGoal[] = level > 0 ? [{ kind: 'between', level }, { kind: 'squared' }] : [{ kind: 'squared' }];
  for (const goal of goals) {
    const { model, columns } = buildIntegerModel(instance, goal, floor);
    const values = solver.solve(model);
    if (values === null) continue;
    const panels = instance.entries.map((): number[] => []);
    columns.cells.forEach((cell, column) => {
      if (values[column]! > 0.5) panels[Math.floor(cell / instance.judges.length)]!.push(cell % instance.judges.length);
    });
    return panels;
  }
  return null;
}
