import { componentReliability, correlation, fitMixed, type SheetRules } from '#libs/scoring';

/** One counted sheet with the marks of its criteria. */
export interface MarkedSheet {
  entry: string;
  judge: string;
  /** Name of the score sheet. */
  sheet: string;
  values: Readonly<Record<string, unknown>>;
}

/** How one criterion works, over the sheets of a group; marks in points of the criterion. */
export interface CriterionFigures {
  sheet: string;
  key: string;
  /** Sheets it rests on. */
  sheets: number;
  max: number;
  mean: number;
  /** Standard deviation of the marks. */
  spread: number;
  /** Corrected item-total correlation: of the entries' mean marks with the means of all other criteria together; null where nothing varies. */
  discrimination: number | null;
  /** Intraclass correlation of one judge's mark; null where it cannot be told. */
  agreement: number | null;
}

/** Fewer entries say nothing about a criterion. */
const FEWEST_ENTRIES = 5;

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

/**
 * Statistics of the criteria of one sheet (feature 57): which of them tell the entries apart together with the others, and on which the judges agree. Over the entries' means, so that a judge's
 * liking for an entry as a whole does not count as discrimination. Sheets with a criterion missing are left out; nothing is said of fewer than five entries.
 */
export function criteriaFigures(name: string, rules: SheetRules, sheets: readonly MarkedSheet[]): CriterionFigures[] {
  const criteria = rules.items.flatMap((item) => (item.kind === 'score' ? [{ key: item.key, max: Number(item.max), weight: Number(item.weight ?? 1) }] : []));
  const marked = sheets.filter((one) => one.sheet === name).map((one) => ({ ...one, marks: criteria.map(({ key }) => Number(one.values[key] ?? Number.NaN)) })).filter((one) => one.marks.every(Number.isFinite));
  const byEntry = new Map<string, number[][]>();
  for (const { entry, marks } of marked) byEntry.set(entry, [...(byEntry.get(entry) ?? []), marks]);
  if (byEntry.size < FEWEST_ENTRIES) return [];
  const means = [...byEntry.values()].map((rows) => criteria.map((_criterion, at) => meanOf(rows.map((row) => row[at] as number))));
  return criteria.map(({ key, max }, at) => {
    const marks = marked.map((one) => one.marks[at] as number);
    const mean = meanOf(marks);
    const rest = means.map((row) => criteria.reduce((sum, { weight }, other) => (other === at ? sum : sum + weight * (row[other] as number)), 0));
    const fit = fitMixed(marked.map(({ entry, judge }, index) => ({ entry, judge, y: marks[index] as number })));
    return {
      sheet: name, key, sheets: marks.length, max, mean,
      spread: Math.sqrt(marks.reduce((sum, mark) => sum + (mark - mean) ** 2, 0) / (marks.length - 1)),
      discrimination: criteria.length < 2 ? null : correlation(means.map((row) => row[at] as number), rest),
      agreement: componentReliability(fit, 1)?.single ?? null,
    };
  });
}
