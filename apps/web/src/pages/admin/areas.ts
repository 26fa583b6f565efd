import { hasRole, type Me } from '../../session/session.js';

const OFFICIALS = ['school_admin', 'county_admin', 'prefecture_admin', 'province_admin'];

/** Areas of the administration: who sees them, and who may change something there. The server decides again. */
const AREAS = [
  { key: 'people', see: [...OFFICIALS, 'secretariat', 'supervisor', 'system_admin'], change: [...OFFICIALS, 'secretariat', 'system_admin'] },
  { key: 'schools', see: [...OFFICIALS, 'secretariat', 'supervisor', 'system_admin'], change: ['county_admin', 'prefecture_admin', 'province_admin', 'system_admin'] },
  { key: 'editions', see: [...OFFICIALS, 'secretariat', 'supervisor', 'system_admin'], change: ['province_admin'] },
  { key: 'announcements', see: ['province_admin', 'supervisor'], change: ['province_admin'] },
  { key: 'queues', see: ['system_admin', 'supervisor'], change: ['system_admin'] },
  { key: 'audit', see: ['province_admin', 'supervisor', 'system_admin'], change: [] },
] as const satisfies { key: string; see: readonly string[]; change: readonly string[] }[];

export type AreaKey = (typeof AREAS)[number]['key'];

export const areasOf = (me: Me): AreaKey[] => AREAS.filter((area) => hasRole(me, ...area.see)).map((area) => area.key);

/** Whether the reader may change something there; a supervisor never may. */
export function mayChange(me: Me, key: AreaKey): boolean {
  return hasRole(me, ...(AREAS.find((area) => area.key === key)?.change ?? []));
}
