import type { Problem } from '#libs/platform';

/** Places count for one type and for all types together; both rows must have room. */
export const ALL_TYPES = '*';

export interface QuotaFigure {
  level: string;
  unitId: string;
  entryType: string;
  places: number;
}

export interface StandingQuota extends Omit<QuotaFigure, 'places'> {
  places: number | null;
  used: number;
}

const sameUnit = (one: Omit<QuotaFigure, 'places'>, other: Omit<QuotaFigure, 'places'>): boolean => one.unitId === other.unitId && one.level === other.level;

/** What is wrong with one figure beside what is used, the base, and the unit's other figures (those set with it count as set). */
export function figureProblems({ quota, at, base, quotas, there }: { quota: QuotaFigure; at: string; base?: number; quotas: QuotaFigure[]; there: StandingQuota[] }): Problem[] {
  const used = there.find((row) => sameUnit(row, quota) && row.entryType === quota.entryType)?.used ?? 0;
  const all = quotas.find((other) => sameUnit(other, quota) && other.entryType === ALL_TYPES)?.places ?? there.find((row) => sameUnit(row, quota) && row.entryType === ALL_TYPES)?.places;
  const kinds = there.filter((row) => sameUnit(row, quota) && row.entryType !== ALL_TYPES && !quotas.some((other) => sameUnit(other, row) && other.entryType === row.entryType));
  const highest = Math.max(0, ...kinds.map((row) => row.places ?? 0));
  return [
    ...(quota.places < used ? [{ code: 'QUOTA_BELOW_USED', path: at, params: { used } }] : []),
    ...(base !== undefined && quota.places < base ? [{ code: 'QUOTA_BELOW_BASE', path: at, params: { base } }] : []),
    ...(quota.entryType !== ALL_TYPES && all !== undefined && all !== null && quota.places > all ? [{ code: 'QUOTA_TYPE_ABOVE_ALL', path: at, params: { all, places: quota.places } }] : []),
    ...(quota.entryType === ALL_TYPES && quota.places < highest ? [{ code: 'QUOTA_TYPE_ABOVE_ALL', path: at, params: { all: quota.places, places: highest } }] : []),
  ];
}

/** Levels and types whose places, with those of the sisters that stay, do not add up to the total. */
export function sumProblems(total: number, quotas: QuotaFigure[], there: StandingQuota[]): Problem[] {
  const kinds = [...new Set(quotas.map((quota) => `${quota.level} ${quota.entryType}`))];
  return kinds.flatMap((kind) => {
    const set = quotas.filter((quota) => `${quota.level} ${quota.entryType}` === kind);
    const stay = there.filter((row) => `${row.level} ${row.entryType}` === kind && !set.some((quota) => sameUnit(quota, row)));
    const sum = [...set, ...stay].reduce((all, row) => all + (row.places ?? 0), 0);
    return sum === total ? [] : [{ code: 'QUOTA_SUM', path: 'total', params: { sum, total, difference: Math.abs(sum - total) } }];
  });
}
