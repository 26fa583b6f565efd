import loadHighs from 'highs';
import type { IntegerModel, IntegerOutcome, IntegerSolver } from '#libs/planning';

// The package's types describe its CommonJS build, whose default export sits one level deeper than that of the ES module in use.
const load = loadHighs as unknown as typeof loadHighs.default;

export interface ExactLimits {
  /** Seconds that one call of the solver may take; then it hands out the best it has, and the bound. Default 20. */
  readonly seconds?: number;
}

const DEFAULT_SECONDS = 20;
/** Below one unit of an integer objective, so that an optimum is one. */
const ABSOLUTE_GAP = 0.5;

/** The rows of a model one after the other, in the form the solver reads. */
function matrixOf({ objective, rows }: IntegerModel): { format: 'csr'; numRows: number; numCols: number; starts: number[]; indices: number[]; values: number[] } {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { columns, coefficients } of rows) {
    columns.forEach((column, place) => {
      indices.push(column);
      values.push(coefficients[place]!);
    });
    starts.push(indices.length);
  }
  return { format: 'csr', numRows: rows.length, numCols: objective.length, starts, indices, values };
}

/**
 * HiGHS (WASM) as the exact solver of `#libs/planning`, for servers and the command line; the web app does without it. A call
 * holds its thread while it runs, for `seconds` at most; the same model and enough time give the same answer.
 */
export async function exactSolver({ seconds = DEFAULT_SECONDS }: ExactLimits = {}): Promise<IntegerSolver> {
  const highs = await load();
  const { modelStatus, objectiveSense } = highs.constants;
  return {
    name: 'HiGHS',
    solve: (problem) =>
      highs.withModel((model): IntegerOutcome => {
        const { objective, rows } = problem;
        // Nothing to choose: the solver has a status of its own for that.
        if (objective.length === 0) return rows.every(({ least, most }) => least <= 0 && most >= 0) ? { kind: 'optimal', values: [] } : { kind: 'infeasible' };
        model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: ABSOLUTE_GAP, random_seed: 1, time_limit: seconds });
        model.passModel({
          numCols: objective.length,
          numRows: rows.length,
          sense: objectiveSense.maximize,
          colCost: [...objective],
          colLower: objective.map(() => 0),
          colUpper: objective.map(() => 1),
          rowLower: rows.map((row) => row.least),
          rowUpper: rows.map((row) => row.most),
          integrality: objective.map(() => 1 as const),
          matrix: matrixOf(problem),
        });
        model.run();
        const status = model.getModelStatus();
        const found = (): number[] => Array.from(model.getSolution().colValue);
        if (status === modelStatus.optimal) return { kind: 'optimal', values: found() };
        // Every column lies between 0 and 1, so nothing is unbounded.
        if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return { kind: 'infeasible' };
        const values = found();
        return { kind: 'stopped', values: keeps(problem, values) ? values : null, bound: Number(model.info.get('mip_dual_bound')) };
      }),
  };
}

/** Whether values are whole and keep every row: what a stopped solver holds may be anything. */
function keeps({ objective, rows }: IntegerModel, values: readonly number[]): boolean {
  const slack = 1e-6;
  if (values.length !== objective.length || values.some((value) => Math.abs(value - Math.round(value)) > slack)) return false;
  return rows.every(({ columns, coefficients, least, most }) => {
    const sum = columns.reduce((total, column, place) => total + Math.round(values[column]!) * coefficients[place]!, 0);
    return sum >= least - slack && sum <= most + slack;
  });
}
