/** Who people are in the contest (domain: actors). A grant gives an account one of them within a scope. */
export const ROLES = [
  'student', 'guardian', 'coach', 'school_admin', 'county_admin', 'prefecture_admin', 'province_admin', 'secretariat', 'judge', 'supervisor', 'system_admin',
] as const;
export type Role = (typeof ROLES)[number];

export type ScopeKind = 'none' | 'province' | 'prefecture' | 'county' | 'school' | 'edition' | 'panel';

/** Which scopes a grant of the role may carry. */
export const ROLE_SCOPES: Record<Role, readonly ScopeKind[]> = {
  student: ['school'],
  guardian: ['none'],
  coach: ['school'],
  school_admin: ['school'],
  county_admin: ['county'],
  prefecture_admin: ['prefecture'],
  province_admin: ['province'],
  secretariat: ['none', 'edition'],
  judge: ['none', 'edition', 'panel'],
  supervisor: ['none', 'province', 'prefecture', 'edition'],
  system_admin: ['none'],
};

/** These roles give rights over one's own things only, never over a whole school or subtree. */
export const PERSONAL_ROLES: readonly Role[] = ['student', 'guardian', 'coach'];

/** They read and never write; the guard takes their grants away before any write. */
export const READ_ONLY_ROLES: readonly Role[] = ['supervisor'];

/** They see other people's data or decide about it, so they need a second factor where it is required. */
export const TWO_FACTOR_ROLES: readonly Role[] = [
  'school_admin', 'county_admin', 'prefecture_admin', 'province_admin', 'secretariat', 'judge', 'supervisor', 'system_admin',
];

/** Which roles the holder of a role may give and take, inside the own scope. Nobody gives the own level or above, except the system's administrators. */
export const GRANTABLE: Record<Role, readonly Role[]> = {
  student: [],
  guardian: [],
  coach: [],
  school_admin: ['coach', 'student'],
  county_admin: ['school_admin', 'coach', 'student'],
  prefecture_admin: ['county_admin', 'school_admin', 'coach', 'student'],
  province_admin: ['prefecture_admin', 'county_admin', 'school_admin', 'coach', 'student', 'guardian', 'secretariat', 'judge', 'supervisor'],
  secretariat: ['judge'],
  judge: [],
  supervisor: [],
  system_admin: ROLES,
};
