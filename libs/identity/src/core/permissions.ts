import type { Role } from './roles.js';

/** Whoever is logged in, whatever the role; for one's own account only. */
export const EVERYONE = 'everyone';

const SCHOOL_UP: readonly Role[] = ['school_admin', 'county_admin', 'prefecture_admin', 'province_admin'];
const COUNTY_UP: readonly Role[] = ['county_admin', 'prefecture_admin', 'province_admin'];

/**
 * The table permission -> roles. `@Access` names a row; the scope of the grant then narrows what the row reaches.
 * One line each, grouped by room; a room that needs a permission adds its line here.
 */
export const PERMISSIONS = {
  // identity
  'own.manage': [EVERYONE],
  'school.propose': ['coach', ...SCHOOL_UP, 'system_admin'],
  'school.list': [...SCHOOL_UP, 'secretariat', 'supervisor', 'system_admin'],
  'school.approve': [...COUNTY_UP, 'system_admin'],
  'school.edit': [...COUNTY_UP, 'system_admin'],
  'school.merge': ['prefecture_admin', 'province_admin', 'system_admin'],
  'school.import': [...COUNTY_UP, 'system_admin'],
  'import.run': ['coach', ...SCHOOL_UP, 'secretariat', 'system_admin'],
  'person.create': ['coach', ...SCHOOL_UP],
  'person.list': ['coach', ...SCHOOL_UP, 'supervisor'],
  'person.view': ['coach', ...SCHOOL_UP, 'supervisor'],
  'person.edit': ['coach', ...SCHOOL_UP],
  'person.move': COUNTY_UP,
  'person.claim': ['coach', ...SCHOOL_UP],
  'account.list': [...SCHOOL_UP, 'secretariat', 'supervisor', 'system_admin'],
  'account.invite': [...SCHOOL_UP, 'secretariat', 'system_admin'],
  'account.disable': [...SCHOOL_UP, 'system_admin'],
  'account.recover': [...SCHOOL_UP, 'secretariat', 'system_admin'],
  'grant.decide': [...SCHOOL_UP, 'secretariat', 'system_admin'],
  'policy.view': ['province_admin', 'supervisor', 'system_admin'],
  'policy.edit': ['system_admin'],
  'clock.set': ['system_admin'],
  // platform, audit, notices
  'file.upload': [EVERYONE],
  'notice.read': [EVERYONE],
  'audit.read': ['province_admin', 'supervisor', 'system_admin'],
  'job.follow': [EVERYONE],
  'job.read': ['supervisor', 'system_admin'],
  'job.retry': ['system_admin'],
  // contests
  'edition.view': [EVERYONE],
  'contest.manage': ['province_admin'],
  'edition.manage': ['province_admin'],
  'rulebook.view': [EVERYONE],
  'rulebook.manage': ['province_admin'],
  'quota.view': [...SCHOOL_UP, 'secretariat', 'supervisor'],
  'quota.manage': COUNTY_UP,
  'announcement.manage': ['province_admin', 'secretariat'],
  // registration; makers (student, coach, school) reach their own entries, units those below them
  'entry.own': ['student', 'coach', 'school_admin'],
  'entry.create': ['student', 'coach', 'school_admin'],
  'entry.import': ['coach', 'school_admin'],
  'entry.edit': ['student', 'coach', 'school_admin'],
  'entry.view': ['student', 'coach', ...SCHOOL_UP, 'secretariat', 'supervisor'],
  'entry.list': [...SCHOOL_UP, 'secretariat', 'supervisor'],
  'entry.approve': ['school_admin'],
  'entry.decide': SCHOOL_UP,
  'entry.remind': COUNTY_UP,
  'waitingList.manage': ['province_admin'],
  'entry.message': [...SCHOOL_UP, 'secretariat'],
  'entry.export': [...SCHOOL_UP, 'secretariat'],
  'identityExport.ask': ['prefecture_admin', 'province_admin'],
  'identityExport.decide': ['province_admin'],
  'entry.disqualify': ['province_admin', 'secretariat'],
  // findings name people: never for those who judge
  'finding.read': ['province_admin', 'secretariat', 'supervisor'],
  'finding.decide': ['province_admin', 'secretariat'],
  // results
  'results.read': ['province_admin', 'secretariat', 'supervisor'],
  'results.verify': ['province_admin', 'secretariat', 'supervisor'],
  'results.propose': ['secretariat'],
  'results.approve': ['province_admin', 'secretariat'],
  'results.publish': ['province_admin'],
  'results.disqualify': ['province_admin', 'secretariat'],
  'results.mine': [EVERYONE],
  // judging; who may open the codes is not who assigns and locks
  'judging.read': ['province_admin', 'secretariat', 'supervisor'],
  'judging.manage': ['secretariat'],
  'codes.open': ['province_admin'],
  'judge.self': ['judge'],
  'sheet.write': ['judge'],
  'scores.view': ['province_admin', 'secretariat', 'supervisor', 'judge'],
} as const satisfies Record<string, readonly (Role | typeof EVERYONE)[]>;

export type Permission = keyof typeof PERMISSIONS;

/** Whether the table lets `role` do `permission` at all, somewhere. */
export function roleMay(role: Role, permission: Permission): boolean {
  const row: readonly string[] = PERMISSIONS[permission];
  return row.includes(role) || row.includes(EVERYONE);
}

/** Whether an account without any role may do it. */
export function everyoneMay(permission: Permission): boolean {
  const row: readonly string[] = PERMISSIONS[permission];
  return row.includes(EVERYONE);
}
