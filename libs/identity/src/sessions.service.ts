import { Injectable } from '@nestjs/common';
import { Clock, currentContext, Database, Gathered, Random, Refusal } from '#libs/platform';
import type { Actor } from './actor.js';
import type { Grant } from './core/access-decision.js';
import { SESSION_LIFE_MS, SESSION_SEEN_EVERY_MS, sessionAlive } from './core/session-policy.js';
import { TWO_FACTOR_ROLES, type Role } from './core/roles.js';
import { SecurityPolicy } from './security-policy.service.js';
import { tokenHash } from './token-hash.js';

interface SessionRow {
  token_hash: string;
  id: string;
  account_id: string;
  person_id: string | null;
  name: string;
  last_seen_at: Date;
  expires_at: Date;
  second_factor: boolean;
  require_second_factor: boolean | null;
  grants: { role: Role; orgId: string | null; orgPath: string | null; editionId: string | null; panelId: string | null }[];
}

/** A login that counts, and whether the account must first enrol its second factor. */
export interface LiveSession {
  actor: Actor;
  mustEnrol: boolean;
}

export interface SessionView {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
  current: boolean;
}

function grantOf(row: SessionRow['grants'][number]): Grant {
  return {
    role: row.role,
    ...(row.orgId !== null && { orgId: row.orgId }),
    ...(row.orgPath !== null && { orgPath: row.orgPath }),
    ...(row.editionId !== null && { editionId: row.editionId }),
    ...(row.panelId !== null && { panelId: row.panelId }),
  };
}

/** Server-side sessions: each lasts until it is idle too long, too old, or ended. */
@Injectable()
export class Sessions {
  private readonly rows = new Gathered<string, SessionRow | undefined>((hashes) => this.byToken(hashes));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly policy: SecurityPolicy,
  ) {}

  /** A new session for the account. Answers with the token for the cookie and its life in milliseconds. */
  async begin(accountId: string, userAgent?: string): Promise<{ token: string; maxAge: number }> {
    const token = this.random.token(32);
    const now = this.clock.now();
    await this.database.query(
      `INSERT INTO session (account_id, token_hash, created_at, last_seen_at, expires_at, ip, user_agent) VALUES ($1, $2, $3, $3, $4, $5, $6)`,
      [accountId, tokenHash(token), now, new Date(now.getTime() + SESSION_LIFE_MS), currentContext().ip ?? null, userAgent?.slice(0, 200) ?? null],
    );
    return { token, maxAge: SESSION_LIFE_MS };
  }

  /** Who acts with that token; undefined when the session does not count (any more). */
  async resolve(token: string): Promise<LiveSession | undefined> {
    const row = await this.rows.of(tokenHash(token));
    const now = this.clock.now();
    if (!row || !sessionAlive(now.getTime(), row.last_seen_at.getTime(), row.expires_at.getTime())) return undefined;
    if (now.getTime() - row.last_seen_at.getTime() > SESSION_SEEN_EVERY_MS) {
      await this.database.query(`UPDATE session SET last_seen_at = $2 WHERE id = $1`, [row.id, now]);
    }
    const grants = row.grants.map(grantOf);
    const needsSecond = grants.some((grant) => TWO_FACTOR_ROLES.includes(grant.role));
    return {
      actor: { accountId: row.account_id, ...(row.person_id !== null && { personId: row.person_id }), name: row.name, grants, sessionId: row.id },
      mustEnrol: needsSecond && !row.second_factor && this.policy.secondFactorRequired(row.require_second_factor),
    };
  }

  /** Every request asks for one: many at once ask together. */
  private async byToken(hashes: string[]): Promise<(SessionRow | undefined)[]> {
    const rows = await this.database.often<SessionRow>(
      `SELECT s.token_hash, s.id, s.account_id, a.person_id, coalesce(p.name, a.name) AS name, s.last_seen_at, s.expires_at, a.totp_confirmed_at IS NOT NULL AS second_factor,
              (SELECT require_second_factor FROM security_policy) AS require_second_factor,
              coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role, 'orgId', g.org_unit_id, 'orgPath', o.path::text, 'editionId', g.edition_id, 'panelId', g.panel_id)
                                         ORDER BY g.created_at, g.id)
                        FROM role_grant g LEFT JOIN org_unit o ON o.id = g.org_unit_id
                        WHERE g.account_id = a.id AND g.state = 'active'), '[]') AS grants
       FROM session s JOIN account a ON a.id = s.account_id LEFT JOIN person p ON p.id = a.person_id
       WHERE s.token_hash = ANY($1) AND s.ended_at IS NULL AND a.status = 'active'`,
      [hashes],
    );
    const found = new Map(rows.map((row) => [row.token_hash, row]));
    return hashes.map((hash) => found.get(hash));
  }

  /** One's own open sessions, newest use first. */
  async list(actor: Actor): Promise<SessionView[]> {
    const now = this.clock.now().getTime();
    const rows = await this.database.query<Omit<SessionView, 'current'>>(
      `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt", ip, user_agent AS "userAgent"
       FROM session WHERE account_id = $1 AND ended_at IS NULL ORDER BY last_seen_at DESC, id LIMIT 200`,
      [actor.accountId],
    );
    return rows
      .filter((row) => sessionAlive(now, row.lastSeenAt.getTime(), row.expiresAt.getTime()))
      .map((row) => ({ ...row, current: row.id === actor.sessionId }));
  }

  /** Ends one of the actor's own sessions. NOT_FOUND for anybody else's. */
  async end(actor: Actor, sessionId: string): Promise<void> {
    const ended = await this.database.query(
      `UPDATE session SET ended_at = $3 WHERE id = $1 AND account_id = $2 AND ended_at IS NULL RETURNING id`,
      [sessionId, actor.accountId, this.clock.now()],
    );
    if (ended.length === 0) throw new Refusal('missing', 'NOT_FOUND');
  }

  /** Ends the session of a token, if it is one (rotation at login). */
  async endByToken(token: string): Promise<void> {
    await this.database.query(`UPDATE session SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL`, [tokenHash(token), this.clock.now()]);
  }

  /** Ends all sessions of an account, but one if it is named: after a new password, a lost device, a disabled account. */
  async endAll(accountId: string, exceptSessionId?: string): Promise<void> {
    await this.database.query(
      `UPDATE session SET ended_at = $3 WHERE account_id = $1 AND ended_at IS NULL AND ($2::uuid IS NULL OR id <> $2)`,
      [accountId, exceptSessionId ?? null, this.clock.now()],
    );
  }
}
