import { hasRole, type Me } from '../session/session.js';

interface MenuItem {
  to: string;
  /** Text key below `menu.`. */
  key: string;
  roles: readonly string[];
}

const OFFICIALS = ['school_admin', 'county_admin', 'prefecture_admin', 'province_admin'];

/** Where each role's work is; the server decides again on every request. */
const MENU: readonly MenuItem[] = [
  { to: '/entries', key: 'entries', roles: ['student', 'coach', 'guardian', 'school_admin'] },
  { to: '/workbench', key: 'workbench', roles: [...OFFICIALS, 'supervisor'] },
  { to: '/imports', key: 'imports', roles: ['coach', 'school_admin', 'secretariat'] },
  { to: '/findings', key: 'findings', roles: ['province_admin', 'secretariat', 'supervisor'] },
  { to: '/judge', key: 'judge', roles: ['judge'] },
  { to: '/secretariat', key: 'secretariat', roles: ['secretariat', 'province_admin', 'supervisor'] },
  { to: '/results', key: 'results', roles: ['student', 'coach', 'guardian', 'secretariat', 'province_admin', 'supervisor'] },
  { to: '/admin', key: 'admin', roles: [...OFFICIALS, 'secretariat', 'supervisor', 'system_admin'] },
];

export function menuOf(me: Me): MenuItem[] {
  return MENU.filter((item) => hasRole(me, ...item.roles));
}
