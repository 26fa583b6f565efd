import type { Grant } from './access-decision.js';
import { isWithin } from './org-path.js';
import { GRANTABLE, type Role } from './roles.js';

/** A role and where it would count. */
export interface GrantScope {
  role: Role;
  orgPath?: string;
  editionId?: string;
}

/**
 * Whether somebody with these grants may give (or take) that role there: one of the grants stands above the role and its own scope contains
 * the other. A province's office may also give roles that have no place (judge, secretariat, supervisor).
 */
export function mayGive(grants: readonly Grant[], scope: GrantScope): boolean {
  return grants.some((grant) => {
    if (!GRANTABLE[grant.role].includes(scope.role)) return false;
    if (grant.orgPath !== undefined && scope.orgPath !== undefined && !isWithin(scope.orgPath, grant.orgPath)) return false;
    return grant.editionId === undefined || grant.editionId === scope.editionId;
  });
}

/** Whether somebody stands above an account: could take every role it has or asks for. One without any belongs to the province and the system. */
export function standsAbove(grants: readonly Grant[], roles: readonly GrantScope[]): boolean {
  if (roles.length === 0) return grants.some((grant) => grant.role === 'system_admin' || grant.role === 'province_admin');
  return roles.every((scope) => mayGive(grants, scope));
}
