import loadHighs from 'highs';
import type { IntegerSolver } from '#libs/planning';

// The package's types describe its CommonJS build, whose default export sits one level deeper than that of the ES module in use.
const load = loadHighs as unknown as typeof loadHighs.default;

/** HiGHS as the exact second opinion; its gap tolerance is below one unit of an integer objective. */
export async function highsSolver(): Promise<IntegerSolver> {
  const highs = await load();
  const { modelStatus, objectiveSense } = highs.constants;
  return {
    name: 'HiGHS',
    solve: ({ objective, rows }) =>
      highs.withModel((model) => {
        model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0.5, random_seed: 1 });
        const starts = [0];
        for (const row of rows) starts.push(starts[starts.length - 1]! + row.columns.length);
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
          matrix: {
            format: 'csr',
            numRows: rows.length,
            numCols: objective.length,
            starts,
            indices: rows.flatMap((row) => row.columns),
            values: rows.flatMap((row) => row.coefficients),
          },
        });
        model.run();
        const status = model.getModelStatus();
        if (status === modelStatus.optimal) return Array.from(model.getSolution().colValue);
        if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return null;
        throw new Error(`HiGHS stopped with model status ${status}`);
      }),
  };
}
