import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notices';
import { Clock, currentContext, Database } from '#libs/platform';

/** Tells judges that entries were given to them or taken from them, by code alone; never what a judge did oneself. */
@Injectable()
export class WorkNotices {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly notices: Notices) {}

  async given(panelId: string, judgeIds: readonly string[]): Promise<void> {
    const rows = await this.database.query<{ panel: string; accountId: string }>(
      'SELECT p.name AS panel, j.account_id AS "accountId" FROM panel p, judge j WHERE p.id = $1 AND j.id = ANY($2::uuid[]) ORDER BY 2',
      [panelId, [...new Set(judgeIds)]],
    );
    const [first] = rows;
    if (!first) return;
    await this.notices.send({
      to: rows.map(({ accountId }) => accountId), template: 'judging.workGiven', params: { panel: first.panel }, link: '/judge', dedupeKey: `work-given:${panelId}:${this.clock.now().toISOString()}`,
    });
  }

  /** Reviews that somebody else has ended. What was written on them stays as evidence and no longer counts. */
  async ended(assignmentIds: readonly string[]): Promise<void> {
    const rows = await this.database.query<{ accountId: string; panel: string; codes: string[]; first: string }>(
      `SELECT j.account_id AS "accountId", p.name AS panel, array_agg(c.code ORDER BY c.code) AS codes, min(a.id::text) AS first
       FROM assignment a JOIN judge j ON j.id = a.judge_id JOIN entry_code c ON c.id = a.code_id JOIN panel p ON p.id = a.panel_id
       WHERE a.id = ANY($1::uuid[]) AND j.account_id IS DISTINCT FROM $2::uuid GROUP BY j.account_id, p.id, p.name ORDER BY 1, 2`,
      [assignmentIds, currentContext().accountId ?? null],
    );
    for (const { accountId, panel, codes, first } of rows) {
      await this.notices.send({ to: [accountId], template: 'judging.workEnded', params: { panel, count: codes.length, codes: codes.join('、') }, link: '/judge', dedupeKey: `work-ended:${first}` });
    }
  }
}
