/**
 * Works out an innovation contest's result again from the stored sheets, on purpose without a line of the scoring library:
 * two derivations that agree are worth more than one that agrees with itself. Amounts are fractions of big integers.
 */
interface Fraction {
  top: bigint;
  bottom: bigint;
}

const fraction = (decimal: string): Fraction => {
  const [whole = '0', decimals = ''] = decimal.split('.');
  return { top: BigInt(whole + decimals), bottom: 10n ** BigInt(decimals.length) };
};
const plus = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
const times = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.top, bottom: a.bottom * b.bottom });
const compare = (a: Fraction, b: Fraction): number => {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};

/** Half-up to two decimals, as hundredths (amounts here are never negative). */
const hundredths = (value: Fraction): bigint => (value.top * 200n + value.bottom) / (value.bottom * 2n);
const ofHundredths = (value: bigint): Fraction => ({ top: value, bottom: 100n });

function mean(values: Fraction[]): Fraction {
  const sum = values.reduce(plus, { top: 0n, bottom: 1n });
  return { top: sum.top, bottom: sum.bottom * BigInt(values.length) };
}

/** From five on, one highest and one lowest are left out; fewer than three are no result. Hundredths. */
export function judgesMean(totals: string[]): bigint | undefined {
  if (totals.length < 3) return undefined;
  const sorted = totals.map(fraction).sort(compare);
  return hundredths(mean(totals.length >= 5 ? sorted.slice(1, -1) : sorted));
}

export interface RecomputeEntry {
  id: string;
  group: string;
  /** Handed-in sheets that count: the judge's total, and in the final the points for innovation. */
  initial: { total: string }[];
  final: { total: string; innovation: string }[];
}

export interface RecomputedRow {
  id: string;
  group: string;
  rank: number;
  /** Hundredths. */
  total: bigint;
  award: 'first' | 'second' | 'third' | null;
}

/**
 * Ranks and prizes by the default rules: 0.3 initial + 0.7 final; ties by final, innovation, initial, else shared; prizes by
 * cumulative shares 15/35/50 % of each group, rounded down, ties at a cut all rise; at least one first prize from three on,
 * groups below three are the committee's.
 */
export function recompute(entries: RecomputeEntry[]): RecomputedRow[] {
  const groups = new Map<string, { id: string; keys: bigint[] }[]>();
  for (const entry of entries) {
    const initial = judgesMean(entry.initial.map((sheet) => sheet.total));
    const final = judgesMean(entry.final.map((sheet) => sheet.total));
    if (initial === undefined || final === undefined) continue;
    const total = hundredths(plus(times(fraction('0.3'), ofHundredths(initial)), times(fraction('0.7'), ofHundredths(final))));
    const innovation = mean(entry.final.map((sheet) => fraction(sheet.innovation)));
    // Exact comparison of a mean: bring all to one denominator that every number of judges up to 20 divides.
    const common = (innovation.top * 232_792_560n * 100n) / innovation.bottom;
    const rows = groups.get(entry.group) ?? [];
    rows.push({ id: entry.id, keys: [total, final, common, initial] });
    groups.set(entry.group, rows);
  }
  return [...groups].flatMap(([group, rows]) => rankGroup(group, rows));
}

function rankGroup(group: string, rows: { id: string; keys: bigint[] }[]): RecomputedRow[] {
  const order = (a: bigint[], b: bigint[]): number => {
    for (let i = 0; i < a.length; i++) {
      const [x = 0n, y = 0n] = [a[i], b[i]];
      if (x !== y) return x > y ? -1 : 1;
    }
    return 0;
  };
  const sorted = [...rows].sort((a, b) => order(a.keys, b.keys));
  let rank = 0;
  const ranked = sorted.map((row, index) => {
    const before = sorted[index - 1];
    if (!before || order(before.keys, row.keys) !== 0) rank = index + 1;
    return { id: row.id, group, rank, total: row.keys[0] ?? 0n };
  });
  const n = ranked.length;
  const cut = (percent: number): number => Math.floor((n * percent) / 100);
  const cuts: [RecomputedRow['award'], number][] = [['first', Math.max(cut(15), n >= 3 ? 1 : 0)], ['second', cut(50)], ['third', n]];
  return ranked.map((row) => ({ ...row, award: n < 3 ? null : (cuts.find(([, seats]) => row.rank <= seats)?.[0] ?? null) }));
}
