import type { CapacityLimit } from '#libs/contests';

/** What decides which limits an entry falls under. */
export interface CapacitySubject {
  type: string;
  groupKey: string | null;
  schoolId: string;
  countyId: string;
  prefectureId: string;
}

/** One row of an edition's counted places. Null does not narrow it; `limit` null: counted without a limit. */
export interface CapacityScope {
  entryType: string | null;
  groupKey: string | null;
  unitId: string | null;
  limit: number | null;
}

const UNIT = { school: 'schoolId', county: 'countyId', prefecture: 'prefectureId' } as const;

export const scopeKey = (scope: Omit<CapacityScope, 'limit'>): string => [scope.entryType ?? '*', scope.groupKey ?? '*', scope.unitId ?? '*'].join(' ');

/** The limits an entry falls under; the first counts every place of the edition, whether the rulebook limits it or not. */
export function scopesOf(limits: readonly CapacityLimit[], entry: CapacitySubject): CapacityScope[] {
  const all: CapacityScope = { entryType: null, groupKey: null, unitId: null, limit: null };
  const scopes = new Map<string, CapacityScope>([[scopeKey(all), all]]);
  for (const limit of limits) {
    if ((limit.type !== undefined && limit.type !== entry.type) || (limit.group !== undefined && limit.group !== entry.groupKey)) continue;
    const scope = { entryType: limit.type ?? null, groupKey: limit.group ?? null, unitId: limit.per ? entry[UNIT[limit.per]] : null, limit: limit.places };
    const same = scopes.get(scopeKey(scope))?.limit ?? null;
    scopes.set(scopeKey(scope), { ...scope, limit: same === null ? limit.places : Math.min(same, limit.places) });
  }
  return [...scopes.values()];
}

/** The first limit without room, by the places used so far (scope key -> used). */
export function fullScope(scopes: readonly CapacityScope[], used: ReadonlyMap<string, number>): CapacityScope | undefined {
  return scopes.find((scope) => scope.limit !== null && (used.get(scopeKey(scope)) ?? 0) >= scope.limit);
}
