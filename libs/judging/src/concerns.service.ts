import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal, text as say } from '#libs/platform';
import type { ConcernInput, ConcernRow } from './dto/desk.dto.js';
import { JudgingPeople } from './judging-people.queries.js';
import { inReach } from './judging-scope.js';
import { Panels } from './panels.service.js';

const SELECT = `SELECT k.id, c.code, k.kind, k.text, k.raised_at AS "raisedAt", k.answer, k.answered_at AS "answeredAt", p.edition_id AS "editionId", p.id AS "panelId"
  FROM concern k JOIN assignment a ON a.id = k.assignment_id JOIN entry_code c ON c.id = a.code_id JOIN panel p ON p.id = a.panel_id JOIN entry e ON e.id = c.entry_id`;

interface Row extends Omit<ConcernRow, 'raisedAt' | 'answeredAt'> {
  raisedAt: Date;
  answeredAt: Date | null;
  editionId: string;
  panelId: string;
}

/** What judges suspect about an entry, and what the secretariat found. */
@Injectable()
export class Concerns {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly panels: Panels,
    private readonly notices: Notices,
    private readonly people: JudgingPeople,
  ) {}

  /** The secretariat is told at once. Sent twice under one key it is one report. */
  async raise(actor: Actor, assignmentId: string, { kind, text, clientKey }: ConcernInput): Promise<ConcernRow> {
    return this.database.transaction(async () => {
      const earlier = clientKey === undefined ? undefined : await this.database.first<{ id: string }>(
        'SELECT k.id FROM concern k JOIN assignment a ON a.id = k.assignment_id JOIN judge j ON j.id = a.judge_id WHERE k.assignment_id = $1 AND k.client_key = $2 AND j.account_id = $3',
        [assignmentId, clientKey, actor.accountId],
      );
      if (earlier) return viewOf(await this.row(earlier.id));
      const made = await this.database.first<{ id: string }>(
        `INSERT INTO concern (assignment_id, kind, text, raised_at, client_key) SELECT a.id, $3, $4, $5, $6 FROM assignment a JOIN judge j ON j.id = a.judge_id
         WHERE a.id = $1 AND j.account_id = $2 AND a.state = 'assigned' RETURNING id`,
        [assignmentId, actor.accountId, kind, text, this.clock.now(), clientKey ?? null],
      );
      if (!made) throw new Refusal('missing', 'NOT_FOUND');
      await this.audit.record({ action: 'judging.concernRaised', subject: { type: 'concern', id: made.id }, after: { assignmentId, kind } });
      const row = await this.row(made.id);
      await this.notices.send({
        to: await this.people.secretariat(row.editionId), template: 'judging.concern', params: { code: row.code, kind: say(`judging.concernKind.${kind}`) },
        link: `/secretariat/panels/${row.panelId}?part=concerns`, dedupeKey: `concern:${made.id}`,
      });
      return viewOf(row);
    });
  }

  async list(actor: Actor, panelId: string): Promise<ConcernRow[]> {
    const panel = await this.panels.facts(panelId);
    this.access.sees(actor, 'judging.read', { editionId: panel.editionId });
    const rows = await this.database.query<Row>(`${SELECT} WHERE a.panel_id = $1 AND ${inReach('e.prefecture_id', 2)} ORDER BY k.raised_at DESC, k.id`, [panelId, this.access.orgPaths(actor, 'judging.read')]);
    return rows.map(viewOf);
  }

  async answer(actor: Actor, id: string, answer: string): Promise<ConcernRow> {
    return this.database.transaction(async () => {
      const found = await this.row(id);
      this.access.sees(actor, 'judging.manage', { editionId: found.editionId });
      const answered = await this.database.query('UPDATE concern SET answer = $2, answered_by = $3, answered_at = $4 WHERE id = $1 AND answer IS NULL RETURNING id', [
        id, answer, actor.accountId, this.clock.now(),
      ]);
      if (answered.length === 0) throw new Refusal('conflict', 'CONCERN_ANSWERED');
      await this.audit.record({ action: 'judging.concernAnswered', subject: { type: 'concern', id }, reason: answer });
      return viewOf(await this.row(id));
    });
  }

  private async row(id: string): Promise<Row> {
    const row = await this.database.first<Row>(`${SELECT} WHERE k.id = $1`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }
}

const viewOf = ({ editionId: _edition, panelId: _panel, ...row }: Row): ConcernRow => ({ ...row, raisedAt: row.raisedAt.toISOString(), answeredAt: row.answeredAt?.toISOString() ?? null });
