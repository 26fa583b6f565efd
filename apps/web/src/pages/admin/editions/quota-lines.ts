import type { Schemas } from '../../../api/client.js';

type Quota = Schemas['QuotaView'];

/** Places of one unit for one kind of entry: all of them (`*`), a type, or a type in one group (`project/primary`). */
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

interface TypeRules {
  key: string;
  groups: string[];
}

/** The kinds shown side by side: all together and each type, or one type and its groups. What is in force and in no rulebook any more is shown too. */
export function shownKinds(quotas: Quota[], types: TypeRules[], type: string): string[] {
  const kinds = quotas.map((quota) => quota.entryType);
  if (type === '*') return [...new Set(['*', ...types.map((one) => one.key), ...kinds.filter((kind) => !kind.includes('/'))])];
  const groups = types.find((one) => one.key === type)?.groups ?? [];
  return [...new Set([type, ...groups.map((group) => `${type}/${group}`), ...kinds.filter((kind) => kind.startsWith(`${type}/`))])];
}

/** Whether `wider` counts everything that `kind` does, and more. */
export const countsFor = (wider: string, kind: string): boolean => wider !== kind && (wider === '*' || kind.startsWith(`${wider}/`));
