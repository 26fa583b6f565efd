import { EVERYWHERE, isWithin, outermost } from './org-path.js';
import { everyoneMay, roleMay, type Permission } from './permissions.js';
import { PERSONAL_ROLES, READ_ONLY_ROLES, type Role } from './roles.js';

/** A role somebody holds and where it counts. */
export interface Grant {
  role: Role;
  orgId?: string;
  orgPath?: string;
  editionId?: string;
  panelId?: string;
}

/** Where an object lies. Name every dimension that it has; what it has not does not narrow. */
export interface Place {
  orgPath?: string;
  editionId?: string;
  panelId?: string;
}

/** Whether any of the grants could satisfy the permission on some object (the guard's question). */
export function mayAnywhere(grants: readonly Grant[], permission: Permission): boolean {
  return everyoneMay(permission) || grants.some((grant) => roleMay(grant.role, permission));
}

/** Grants that count for a write: read-only roles have none. */
export function writingGrants(grants: readonly Grant[]): Grant[] {
  return grants.filter((grant) => !READ_ONLY_ROLES.includes(grant.role));
}

function covers(grant: Grant, place: Place): boolean {
  if (grant.orgPath !== undefined && place.orgPath !== undefined && !isWithin(place.orgPath, grant.orgPath)) return false;
  if (grant.editionId !== undefined && place.editionId !== undefined && place.editionId !== grant.editionId) return false;
  if (grant.panelId !== undefined && place.panelId !== undefined && place.panelId !== grant.panelId) return false;
  return true;
}

/**
 * Whether the grants satisfy the permission at that place. Personal roles (student, guardian, coach) never do: what
 * they may touch depends on whose thing it is, which the object's own room decides.
 */
export function mayWithin(grants: readonly Grant[], permission: Permission, place: Place): boolean {
  return grants.some((grant) => roleMay(grant.role, permission) && !PERSONAL_ROLES.includes(grant.role) && covers(grant, place));
}

/** Subtrees whose objects (of one edition, if it is named) the grants may list under the permission; [''] is everywhere, [] nowhere. */
export function pathsFor(grants: readonly Grant[], permission: Permission, editionId?: string): string[] {
  const counted = grants.filter(
    (grant) =>
      roleMay(grant.role, permission) && !PERSONAL_ROLES.includes(grant.role) && grant.panelId === undefined &&
      (editionId === undefined || grant.editionId === undefined || grant.editionId === editionId),
  );
  return outermost(counted.map((grant) => grant.orgPath ?? EVERYWHERE));
}

/** Editions the grants are confined to under the permission; 'all' when one of them is not confined. */
export function editionsFor(grants: readonly Grant[], permission: Permission): 'all' | string[] {
  const counted = grants.filter((grant) => roleMay(grant.role, permission) && !PERSONAL_ROLES.includes(grant.role));
  if (counted.some((grant) => grant.editionId === undefined)) return 'all';
  return [...new Set(counted.flatMap((grant) => grant.editionId ?? []))];
}

/**
 * Whether the grants hold the permission over the whole installation (or the whole of one edition): not confined to a part of the province, to
 * another edition or a panel. Lists whose rows have no place (the audit log, the queues, what was sent) are for those alone.
 */
export function mayThroughout(grants: readonly Grant[], permission: Permission, editionId?: string): boolean {
  return grants.some(
    (grant) =>
      roleMay(grant.role, permission) && !PERSONAL_ROLES.includes(grant.role) && !(grant.orgPath ?? '').includes('.') && grant.panelId === undefined &&
      (grant.editionId === undefined || grant.editionId === editionId),
  );
}

/** Schools at which the grants hold the permission through a personal role (a coach's or student's own school). */
export function personalSchools(grants: readonly Grant[], permission: Permission): string[] {
  const counted = grants.filter((grant) => roleMay(grant.role, permission) && PERSONAL_ROLES.includes(grant.role));
  return [...new Set(counted.flatMap((grant) => grant.orgId ?? []))];
}
