import type { Problem } from '#libs/platform';

/** All types together. */
export const ALL_TYPES = '*';

/** What places are counted for: `*`, a type, or a type in one group (`project/primary`). Each kind that is limited must have room. */
export const quotaKinds = (type: string, group: string | null | undefined): string[] => [ALL_TYPES, type, ...(group ? [`${type}/${group}`] : [])];

/** Whether `wider` counts everything that `kind` does, and more. */
const covers = (wider: string, kind: string): boolean => wider !== kind && (wider === ALL_TYPES || kind.startsWith(`${wider}/`));

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
  const stay = there.filter((row) => sameUnit(row, quota) && !quotas.some((other) => sameUnit(other, row) && other.entryType === row.entryType));
  const around = [...quotas.filter((other) => sameUnit(other, quota)), ...stay].flatMap(({ entryType, places }) => (places === null ? [] : [{ entryType, places }]));
  const most = Math.min(Infinity, ...around.filter((other) => covers(other.entryType, quota.entryType)).map((other) => other.places));
  // Those that are set with it are told at their own lines.
  const highest = Math.max(0, ...stay.filter((row) => covers(quota.entryType, row.entryType)).map((row) => row.places ?? 0));
  return [
    ...(quota.places < used ? [{ code: 'QUOTA_BELOW_USED', path: at, params: { used } }] : []),
    ...(base !== undefined && quota.places < base ? [{ code: 'QUOTA_BELOW_BASE', path: at, params: { base } }] : []),
    ...(quota.places > most ? [{ code: 'QUOTA_TYPE_ABOVE_ALL', path: at, params: { all: most, places: quota.places } }] : []),
    ...(quota.places < highest ? [{ code: 'QUOTA_TYPE_ABOVE_ALL', path: at, params: { all: quota.places, places: highest } }] : []),
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
