import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Whom judging tells something. */
@Injectable()
export class JudgingPeople {
  constructor(private readonly database: Database) {}

  /** Accounts of the secretariat that looks after the edition. */
  async secretariat(editionId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT DISTINCT g.account_id AS id FROM role_grant g JOIN account a ON a.id = g.account_id AND a.status = 'active'
       WHERE g.role = 'secretariat' AND g.state = 'active' AND (g.edition_id IS NULL OR g.edition_id = $1) ORDER BY 1`,
      [editionId],
    );
    return rows.map(({ id }) => id);
  }

  /** What judges are called, by the judge's id. */
  async names(judgeIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>('SELECT j.id, a.name FROM judge j JOIN account a ON a.id = j.account_id WHERE j.id = ANY($1::uuid[])', [[...new Set(judgeIds)]]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Account of the panel's leader; none: nobody leads it. */
  async leader(panelId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT j.account_id AS id FROM panel_judge s JOIN judge j ON j.id = s.judge_id WHERE s.panel_id = $1 AND s.lead AND s.state = 'accepted'`,
      [panelId],
    );
    return rows.map(({ id }) => id);
  }
}
