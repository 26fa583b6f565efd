import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config, currentContext, Refusal } from '#libs/platform';
import { ACCESS_KEY, type AccessDeclaration, type RequestWithActor } from './access.decorators.js';
import { mayAnywhere, writingGrants } from './core/access-decision.js';
import { everyoneMay } from './core/permissions.js';
import { Sessions } from './sessions.service.js';
import { tokenFromCookies } from './session-cookie.js';

interface GuardedRequest extends RequestWithActor {
  method: string;
  headers: { cookie?: string; origin?: string; host?: string };
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Before every handler: own origin for writes, a live session, the declared permission. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const declared = this.reflector.getAllAndOverride<AccessDeclaration | undefined>(ACCESS_KEY, [context.getHandler(), context.getClass()]);
    if (!declared) throw new Refusal('forbidden', 'FORBIDDEN');
    const request = context.switchToHttp().getRequest<GuardedRequest>();
    const writes = !READS.has(request.method);
    if (writes) this.requireOwnOrigin(request);
    const token = tokenFromCookies(request.headers.cookie);
    const session = token === undefined ? undefined : await this.sessions.resolve(token);
    if (session) {
      currentContext().accountId = session.actor.accountId;
      request.actor = { ...session.actor, grants: writes ? writingGrants(session.actor.grants) : session.actor.grants };
    }
    if ('public' in declared) return true;
    if (!session || !request.actor) throw new Refusal('unauthenticated', token === undefined ? 'NOT_LOGGED_IN' : 'SESSION_ENDED');
    if (session.mustEnrol && !everyoneMay(declared.permission)) throw new Refusal('forbidden', 'SECOND_FACTOR_NEEDED');
    if (!mayAnywhere(request.actor.grants, declared.permission)) throw new Refusal('forbidden', 'FORBIDDEN');
    return true;
  }

  /** A page of another site cannot set these two headers alike, so it cannot make a browser write here. */
  private requireOwnOrigin(request: GuardedRequest): void {
    const origin = request.headers.origin;
    const own = origin !== undefined && (origin === this.config.settings.publicUrl || (URL.canParse(origin) && new URL(origin).host === request.headers.host));
    if (!own) throw new Refusal('forbidden', 'FOREIGN_ORIGIN');
  }
}
