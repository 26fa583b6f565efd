import {
  componentReliability, fitMixed, intraclass, kendallW, krippendorffAlpha, probabilityAbove, rankUncertainty, ratingsNeeded, type MixedFit,
} from '#libs/scoring';

/** One counted sheet. `order`: when it was handed in; sheets beyond the panel's number are extra readings. */
export interface CountedSheet {
  entry: string;
  judge: string;
  y: number;
  order: number;
}

/** What the result says of an entry, as texts of the result. */
export interface OfficialScore {
  entry: string;
  rank: number | null;
  score: string | null;
  raw: string | null;
}

/** A line that the result draws: the best `places` are above it. */
export interface Cut {
  name: string;
  places: number;
}

export interface ReliabilityRow {
  entry: string;
  reviews: number;
  rank: number | null;
  score: string | null;
  raw: string | null;
  mean: number;
  /** The model's estimate, freed of the judges' severity and drawn towards the mean by as much as is uncertain. */
  adjusted: number | null;
  adjustedRank: number | null;
  /** 90 % interval of the rank. */
  low: number | null;
  high: number | null;
  /** Chance of being above each cut, in their order. */
  above: number[];
}

export interface ExtraReading {
  entry: string;
  extra: number;
  meanBefore: number;
  meanAfter: number;
  rankBefore: number;
  rankAfter: number;
}

export interface GroupReliability {
  entries: number;
  judges: number;
  sheets: number;
  model: { varEntry: number; varJudge: number; varResidual: number; reliability: number | null; singular: boolean; parts: number; notes: string[] };
  /** Of one sheet, and of the mean of as many as an entry has. */
  icc: { single: number; mean: number } | null;
  /** Two-way, absolute agreement, with its 95 % interval; only where every judge has read every entry. */
  completeIcc: { mean: number; low: number; high: number } | null;
  alpha: number | null;
  /** Concordance of the orders; only where every judge has read every entry. */
  w: number | null;
  /** Sheets an entry would need for a reliability of 0.8. */
  readersFor80: number | null;
  severity: { judge: string; entries: number; effect: number; low: number; high: number }[];
  cuts: Cut[];
  rows: ReliabilityRow[];
  extras: ExtraReading[];
}

interface GroupInput {
  sheets: readonly CountedSheet[];
  official: readonly OfficialScore[];
  cuts: readonly Cut[];
  /** Sheets every entry has by the rules. */
  needed: number;
  seed: string;
}

const DRAWS = 1000;
const Z95 = 1.959963984540054;
const WANTED = 0.8;

/** How far the result of one group can be relied on (judging mathematics 2 and 3). Floating-point figures for people; the result itself is made elsewhere. */
export function groupReliability({ sheets, official, cuts, needed, seed }: GroupInput): GroupReliability {
  const fit = fitMixed(sheets);
  const reviews = fit.entries.length === 0 ? 0 : sheets.length / fit.entries.length;
  const icc = componentReliability(fit, Math.max(1, reviews));
  const table = completeTable(sheets, fit);
  const complete = table && intraclass(table);
  return {
    entries: fit.entries.length,
    judges: fit.judges.length,
    sheets: sheets.length,
    model: {
      varEntry: fit.varEntry, varJudge: fit.varJudge, varResidual: fit.varResidual, reliability: fit.reliability, singular: fit.singular, parts: fit.parts, notes: [...fit.notes],
    },
    icc,
    completeIcc: complete ? { mean: complete.point.icc2_k, low: complete.lower.icc2_k, high: complete.upper.icc2_k } : null,
    alpha: krippendorffAlpha(coderRows(sheets, fit), 'interval'),
    w: table ? (kendallW(transposed(table))?.w ?? null) : null,
    readersFor80: icc ? ratingsNeeded(icc.single, WANTED) : null,
    severity: fit.judges
      .map(({ judge, entries, effect, standardError }) => ({ judge, entries, effect, low: effect - Z95 * standardError, high: effect + Z95 * standardError }))
      .sort((a, b) => a.effect - b.effect || (a.judge < b.judge ? -1 : 1)),
    cuts: [...cuts],
    rows: rowsOf(sheets, official, cuts, fit, seed),
    extras: extraReadings(sheets, needed),
  };
}

function rowsOf(sheets: readonly CountedSheet[], official: readonly OfficialScore[], cuts: readonly Cut[], fit: MixedFit, seed: string): ReliabilityRow[] {
  const means = meansOf(sheets);
  const fitted = new Map(fit.entries.map((entry) => [entry.entry, entry]));
  const order = [...fit.entries].sort((a, b) => b.score - a.score || (a.entry < b.entry ? -1 : 1));
  const place = new Map(order.map((entry, index) => [entry.entry, index + 1]));
  const draws = fit.posterior ? cuts.map((cut) => rankUncertainty(fit.posterior as NonNullable<MixedFit['posterior']>, { seed, k: cut.places, draws: DRAWS })) : [];
  const first = draws[0] ?? (fit.posterior ? rankUncertainty(fit.posterior, { seed, k: 1, draws: DRAWS }) : []);
  const intervals = new Map(first.map((one) => [one.entry, one]));
  const above = cuts.map((cut, index) => aboveCut(cut, draws[index], order));
  return official.map(({ entry, rank, score, raw }) => {
    const one = fitted.get(entry);
    const interval = intervals.get(entry);
    return {
      entry, rank, score, raw, reviews: one?.reviews ?? 0, mean: means.get(entry)?.mean ?? 0, adjusted: one?.score ?? null, adjustedRank: place.get(entry) ?? null,
      low: interval?.low ?? null, high: interval?.high ?? null, above: above.map((chance) => chance.get(entry) ?? 0),
    };
  });
}

/** From joint draws; without them (one review each) from each entry's own interval around the score at the cut. */
function aboveCut(cut: Cut, drawn: { entry: string; topK: number }[] | undefined, order: MixedFit['entries']): Map<string, number> {
  if (drawn) return new Map(drawn.map((one) => [one.entry, one.topK]));
  const [last, next] = [order[cut.places - 1]?.score, order[cut.places]?.score];
  const line = last === undefined ? Number.NEGATIVE_INFINITY : next === undefined ? Number.NEGATIVE_INFINITY : (last + next) / 2;
  return new Map(order.map((entry) => [entry.entry, probabilityAbove(line, entry.score, entry.conditionalSd)]));
}

function meansOf(sheets: readonly CountedSheet[]): Map<string, { mean: number; count: number }> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { entry, y } of sheets) {
    const one = sums.get(entry) ?? { sum: 0, count: 0 };
    sums.set(entry, { sum: one.sum + y, count: one.count + 1 });
  }
  return new Map([...sums].map(([entry, { sum, count }]) => [entry, { mean: sum / count, count }]));
}

/** Entries by judges, where no sheet is missing. */
function completeTable(sheets: readonly CountedSheet[], fit: MixedFit): number[][] | null {
  if (fit.judges.length < 2 || fit.entries.length < 2 || sheets.length !== fit.judges.length * fit.entries.length) return null;
  const values = new Map(sheets.map((sheet) => [`${sheet.entry} ${sheet.judge}`, sheet.y]));
  const table = fit.entries.map(({ entry }) => fit.judges.map(({ judge }) => values.get(`${entry} ${judge}`)));
  return table.every((row) => row.every((value) => value !== undefined)) ? (table as number[][]) : null;
}

const transposed = (table: readonly (readonly number[])[]): number[][] => (table[0] ?? []).map((_, column) => table.map((row) => row[column] as number));

function coderRows(sheets: readonly CountedSheet[], fit: MixedFit): (number | null)[][] {
  const at = new Map(fit.entries.map(({ entry }, index) => [entry, index]));
  const rows = new Map(fit.judges.map(({ judge }) => [judge, Array<number | null>(fit.entries.length).fill(null)]));
  for (const { judge, entry, y } of sheets) (rows.get(judge) as (number | null)[])[at.get(entry) as number] = y;
  return [...rows.values()];
}

/** What readings beyond the usual number changed: each entry's mean and place with and without them, by means. */
function extraReadings(sheets: readonly CountedSheet[], needed: number): ExtraReading[] {
  const seen = new Map<string, number>();
  const usual = [...sheets].sort((a, b) => a.order - b.order).filter(({ entry }) => {
    seen.set(entry, (seen.get(entry) ?? 0) + 1);
    return (seen.get(entry) as number) <= needed;
  });
  if (usual.length === sheets.length) return [];
  const [before, after] = [meansOf(usual), meansOf(sheets)];
  const places = (means: Map<string, { mean: number }>): Map<string, number> =>
    new Map([...means].sort(([a, one], [b, other]) => other.mean - one.mean || (a < b ? -1 : 1)).map(([entry], index) => [entry, index + 1]));
  const [placesBefore, placesAfter] = [places(before), places(after)];
  return [...after]
    .filter(([entry, { count }]) => count > (before.get(entry)?.count ?? 0))
    .map(([entry, { mean, count }]) => ({
      entry, extra: count - (before.get(entry)?.count ?? 0), meanBefore: before.get(entry)?.mean ?? mean, meanAfter: mean,
      rankBefore: placesBefore.get(entry) ?? 0, rankAfter: placesAfter.get(entry) ?? 0,
    }))
    .sort((a, b) => a.rankAfter - b.rankAfter);
}
