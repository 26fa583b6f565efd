import type { Schemas } from '../../../api/client.js';

type Quota = Schemas['QuotaView'];

/** Places of one unit for one type of entry, or for all of them (`*`). */
export interface QuotaCell {
  key: string;
  unitId: string;
  entryType: string;
  used: number;
  places: number | null;
}

export interface QuotaRow {
  unitId: string;
  unitName: string;
  /** In the order of `types`. */
  cells: QuotaCell[];
}

/** One row a unit, one cell a type. Units and types without places yet have cells too, so that theirs can be set. */
export function quotaRows(quotas: Quota[], units: { id: string; name: string }[], types: string[]): QuotaRow[] {
  const known = new Map(quotas.map((quota) => [`${quota.unitId}|${quota.entryType}`, quota]));
  const names = new Map([...units.map((unit) => [unit.id, unit.name] as const), ...quotas.map((quota) => [quota.unitId, quota.unitName] as const)]);
  const order = [...new Set([...quotas.map((quota) => quota.unitId), ...units.map((unit) => unit.id)])];
  return order.map((unitId) => ({
    unitId,
    unitName: names.get(unitId) ?? '',
    cells: types.map((entryType) => {
      const quota = known.get(`${unitId}|${entryType}`);
      return { key: `${unitId}|${entryType}`, unitId, entryType, used: quota?.used ?? 0, places: quota?.places ?? null };
    }),
  }));
}

/** Types that quotas of the level speak of: all together first, then the rulebook's, then whatever else has places. */
export const quotaTypes = (quotas: Quota[], types: string[]): string[] => [...new Set(['*', ...types, ...quotas.map((quota) => quota.entryType)])];
