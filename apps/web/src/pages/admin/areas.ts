import { may, type Me } from '../../session/session.js';

/** Areas of the administration: the permission that shows one, and the one that changes something there. The server decides again. */
const AREAS = [
  { key: 'people', see: 'account.list', change: 'grant.decide' },
  { key: 'schools', see: 'school.list', change: 'school.approve' },
  { key: 'contests', see: 'quota.view', change: 'contest.manage' },
  { key: 'editions', see: 'quota.view', change: 'edition.manage' },
  { key: 'announcements', see: 'announcement.manage', change: 'announcement.manage' },
  { key: 'deliveries', see: 'job.read', change: 'job.retry' },
  { key: 'queues', see: 'job.read', change: 'job.retry' },
  { key: 'audit', see: 'audit.read', change: 'audit.read' },
  { key: 'security', see: 'policy.view', change: 'policy.edit' },
] as const;

export type AreaKey = (typeof AREAS)[number]['key'];

export const areasOf = (me: Me): AreaKey[] => AREAS.filter((area) => may(me, area.see)).map((area) => area.key);

/** Whether the reader may change something there. */
export function mayChange(me: Me, key: AreaKey): boolean {
  return AREAS.some((area) => area.key === key && may(me, area.change));
}
