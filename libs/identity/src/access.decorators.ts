import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '#libs/platform';
import type { Actor } from './actor.js';
import type { Permission } from './core/permissions.js';

export const ACCESS_KEY = 'qingsai:access';

/** What a handler declares: a permission of the table, or that it is open to the world. */
export type AccessDeclaration = { permission: Permission } | { public: true };

/** The caller needs this permission of core/permissions.ts; the service then narrows to the object. */
export const Access = (permission: Permission): CustomDecorator => SetMetadata(ACCESS_KEY, { permission } satisfies AccessDeclaration);

/** Open to everybody, logged in or not. */
export const Public = (): CustomDecorator => SetMetadata(ACCESS_KEY, { public: true } satisfies AccessDeclaration);

/** What the guard leaves on the request. */
export interface RequestWithActor {
  actor?: Actor;
}

const actorOf = (context: ExecutionContext): Actor | undefined => context.switchToHttp().getRequest<RequestWithActor>().actor;

/** The logged-in caller. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context);
  if (!actor) throw new Refusal('unauthenticated', 'NOT_LOGGED_IN');
  return actor;
});

/** The caller of a public handler: undefined when not logged in. */
export const MaybeActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor | undefined => actorOf(context));
