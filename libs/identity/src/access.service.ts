import { Injectable } from '@nestjs/common';
import { Refusal } from '#libs/platform';
import type { Actor } from './actor.js';
import { editionsFor, mayAnywhere, mayThroughout, mayWithin, pathsFor, personalSchools, type Place } from './core/access-decision.js';
import type { Permission } from './core/permissions.js';

/** Narrows what the guard let through to the object in hand. */
@Injectable()
export class AccessService {
  /** Whether the actor holds the permission somewhere. */
  can(actor: Actor, permission: Permission): boolean {
    return mayAnywhere(actor.grants, permission);
  }

  /** Whether the actor holds the permission at that place, through a role other than student, guardian or coach. */
  covers(actor: Actor, permission: Permission, place: Place): boolean {
    return mayWithin(actor.grants, permission, place);
  }

  /** Refuses with FORBIDDEN unless the actor holds the permission at that place. */
  within(actor: Actor, permission: Permission, place: Place): void {
    if (!this.covers(actor, permission, place)) throw new Refusal('forbidden', 'FORBIDDEN');
  }

  /** Like within, but answers NOT_FOUND, so that ids outside one's scope cannot be probed. */
  sees(actor: Actor, permission: Permission, place: Place): void {
    if (!this.covers(actor, permission, place)) throw new Refusal('missing', 'NOT_FOUND');
  }

  /** Subtrees for a list: `WHERE path <@ ANY($1::ltree[])`. [''] is everywhere, [] nothing. */
  orgPaths(actor: Actor, permission: Permission, editionId?: string): string[] {
    return pathsFor(actor.grants, permission, editionId);
  }

  /** Whether the actor holds the permission for everything (of one edition, if it is named). */
  holdsThroughout(actor: Actor, permission: Permission, editionId?: string): boolean {
    return mayThroughout(actor.grants, permission, editionId);
  }

  /** Refuses with FORBIDDEN whoever holds the permission for a part of the province or one edition only. */
  throughout(actor: Actor, permission: Permission, editionId?: string): void {
    if (!this.holdsThroughout(actor, permission, editionId)) throw new Refusal('forbidden', 'SCOPE_TOO_NARROW');
  }

  /** Editions a list is confined to; 'all' when it is not. */
  editionIds(actor: Actor, permission: Permission): 'all' | string[] {
    return editionsFor(actor.grants, permission);
  }

  /** Schools at which the actor has the permission as a coach or student, for one's own things. */
  ownSchoolIds(actor: Actor, permission: Permission): string[] {
    return personalSchools(actor.grants, permission);
  }
}
