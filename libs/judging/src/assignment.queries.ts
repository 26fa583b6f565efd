import { Injectable } from '@nestjs/common';
import { AccessService, type Actor } from '#libs/identity';
import { Database, Refusal, type Page } from '#libs/platform';
import type { AssignmentQuery, AssignmentRow, SheetVersionView } from './dto/assignment.dto.js';
import { inReach } from './judging-scope.js';
import { Panels } from './panels.service.js';

const ROW = `a.id, a.code_id AS "codeId", c.code, a.judge_id AS "judgeId", account.name AS "judgeName", a.state, a.source, a.reason, a.sheet_state AS "sheetState",
  CASE WHEN p.state = 'locked' THEN a.sheet_total END AS total, a.created_at AS "createdAt", a.end_reason AS "endReason"`;
const FROM = `FROM assignment a JOIN panel p ON p.id = a.panel_id JOIN entry_code c ON c.id = a.code_id JOIN judge j ON j.id = a.judge_id JOIN account ON account.id = j.account_id JOIN entry e ON e.id = c.entry_id`;

type Row = Omit<AssignmentRow, 'createdAt'> & { createdAt: Date };
const viewOf = (row: Row): AssignmentRow => ({ ...row, createdAt: row.createdAt.toISOString() });

/** Who judges what, for the secretariat: codes and judges, scores only once the panel is locked. */
@Injectable()
export class AssignmentQueries {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly panels: Panels) {}

  async list(actor: Actor, panelId: string, query: AssignmentQuery): Promise<Page<AssignmentRow>> {
    const panel = await this.panels.facts(panelId);
    this.access.sees(actor, 'judging.read', { editionId: panel.editionId });
    const where = `WHERE a.panel_id = $1 AND ($2::uuid IS NULL OR a.judge_id = $2) AND ($3::text IS NULL OR c.code = upper($3)) AND ($4::text IS NULL OR a.state = $4)
      AND ($5::text IS NULL OR c.code ILIKE $5 OR account.name ILIKE $5) AND ${inReach('e.prefecture_id', 6)}`;
    const values = [panelId, query.judgeId ?? null, query.code ?? null, query.state ?? null, query.q ? `%${query.q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null, this.access.orgPaths(actor, 'judging.read')];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total ${FROM} ${where}`, values);
    const rows = await this.database.query<Row>(`SELECT ${ROW} ${FROM} ${where} ORDER BY c.code, account.name, a.created_at LIMIT $7 OFFSET $8`, [
      ...values, query.size, (query.page - 1) * query.size,
    ]);
    return { rows: rows.map(viewOf), total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  async one(id: string): Promise<AssignmentRow> {
    const row = await this.database.first<Row>(`SELECT ${ROW} ${FROM} WHERE a.id = $1`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return viewOf(row);
  }

  /** Every version of a sheet, once the panel is locked; the judge's private note is never shown. */
  async versions(actor: Actor, id: string): Promise<SheetVersionView[]> {
    const found = await this.database.first<{ editionId: string; state: string }>(
      `SELECT p.edition_id AS "editionId", p.state FROM assignment a JOIN panel p ON p.id = a.panel_id JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id
       WHERE a.id = $1 AND ${inReach('e.prefecture_id', 2)}`,
      [id, this.access.orgPaths(actor, 'judging.read')],
    );
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, 'judging.read', { editionId: found.editionId });
    if (found.state !== 'locked') throw new Refusal('conflict', 'PANEL_NOT_LOCKED');
    const rows = await this.database.query<Omit<SheetVersionView, 'savedAt'> & { savedAt: Date }>(
      `SELECT id, version, state, values, total, jury_comment AS "juryComment", participant_comment AS "participantComment", reason, sha256, saved_at AS "savedAt"
       FROM score_sheet WHERE assignment_id = $1 ORDER BY version`,
      [id],
    );
    return rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }));
  }
}
