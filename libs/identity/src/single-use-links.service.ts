import { Injectable } from '@nestjs/common';
import { Clock, Config, currentContext, Database, Random, Refusal } from '#libs/platform';
import { tokenHash } from './token-hash.js';

export interface LinkOrder {
  /** What it is for, also the first part of the page's address: `invitation` -> /invitation/<token>. */
  purpose: string;
  /** The account, person or other thing it is about. */
  subjectId: string;
  /** How long it works, in milliseconds. */
  lifeMs: number;
  /** The e-mail address that alone gets it. */
  sentTo?: string;
}

export interface IssuedLink {
  token: string;
  url: string;
  issuedAt: Date;
  expiresAt: Date;
}

export interface LinkRow {
  id: string;
  purpose: string;
  subjectId: string;
  expiresAt: Date;
  sentTo: string | null;
}

const ROW = `id, purpose, subject_id AS "subjectId", expires_at AS "expiresAt", sent_to AS "sentTo"`;

/** Links that work once and for a while. Using one ends the others of the same purpose and subject. */
@Injectable()
export class SingleUseLinks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly config: Config,
  ) {}

  /** The token exists in this answer only; the database keeps its hash. */
  async issue(order: LinkOrder): Promise<IssuedLink> {
    const token = this.random.token(32);
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + order.lifeMs);
    await this.database.query(
      `INSERT INTO single_use_link (purpose, token_hash, subject_id, expires_at, created_by, created_at, sent_to) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [order.purpose, tokenHash(token), order.subjectId, expiresAt, currentContext().accountId ?? null, now, order.sentTo ?? null],
    );
    return { token, url: `${this.config.settings.publicUrl}/${order.purpose}/${token}`, issuedAt: now, expiresAt };
  }

  /** What the link is about, without using it. LINK_NOT_VALID when it never existed, was used or is too old. */
  async look(purpose: string, token: string): Promise<LinkRow> {
    const row = await this.database.first<LinkRow>(`SELECT ${ROW} FROM single_use_link WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3`, [
      tokenHash(token), purpose, this.clock.now(),
    ]);
    if (!row) throw new Refusal('gone', 'LINK_NOT_VALID');
    return row;
  }

  /** Uses the link up; of two at once one wins. Call it inside the transaction of what it allows. */
  async use(purpose: string, token: string): Promise<LinkRow> {
    const row = await this.database.first<LinkRow>(
      `UPDATE single_use_link SET used_at = $3 WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL AND expires_at > $3 RETURNING ${ROW}`,
      [tokenHash(token), purpose, this.clock.now()],
    );
    if (!row) throw new Refusal('gone', 'LINK_NOT_VALID');
    await this.withdraw(purpose, row.subjectId);
    return row;
  }

  /** Ends the open links of a purpose for a subject. */
  async withdraw(purpose: string, subjectId: string): Promise<void> {
    await this.database.query(`UPDATE single_use_link SET used_at = $3 WHERE purpose = $1 AND subject_id = $2 AND used_at IS NULL`, [purpose, subjectId, this.clock.now()]);
  }
}
