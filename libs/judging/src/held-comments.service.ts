import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Handles, job, Refusal, type Page } from '#libs/platform';
import { knownNames, namesIn, type KnownNames } from './core/comment-names.js';
import { contactsIn } from './core/comment-signs.js';
import { COMMENT_PARTS, type CommentPart } from './core/comment-states.js';
import type { CommentDecision, HeldComment, HeldCommentQuery } from './dto/held-comment.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { inReach } from './judging-scope.js';
import { JudgingPeople } from './judging-people.queries.js';

/** Added by the database with every sheet handed in that has a comment. */
export const CheckComments = job<{ assignmentId: string; version: number }>('judging.check-comments', { queue: 'scores', attempts: 5 });

const FRESH_MS = 60_000;

interface StoredHeld extends Omit<HeldComment, 'checkedAt' | 'decidedAt'> {
  editionId: string;
  checkedAt: Date;
  decidedAt: Date | null;
}

const SELECT = `SELECT k.id, p.edition_id AS "editionId", p.id AS "panelId", p.name AS panel, c.code, account.name AS judge, k.part, k.state, k.words, a.sheet_version = k.version AS newest,
    CASE k.part WHEN 'juryComment' THEN v.jury_comment ELSE v.participant_comment END AS comment, k.checked_at AS "checkedAt", k.reason, by.name AS "decidedBy", k.decided_at AS "decidedAt"
  FROM comment_check k JOIN score_sheet v ON v.assignment_id = k.assignment_id AND v.version = k.version JOIN assignment a ON a.id = k.assignment_id JOIN entry_code c ON c.id = a.code_id
    JOIN entry e ON e.id = c.entry_id JOIN panel p ON p.id = a.panel_id JOIN judge j ON j.id = a.judge_id JOIN account ON account.id = j.account_id LEFT JOIN account by ON by.id = k.decided_by`;

/**
 * Comments that name somebody who takes part, or say how to reach somebody: nobody else reads them before the secretariat has decided.
 * The judge's own answer knows nothing of it. It looks at everyone in the edition, not at the entry's own people, so that a finding tells
 * the secretariat no more about a code than the comment itself does.
 */
@Injectable()
export class HeldComments {
  private readonly editions = new Map<string, { at: number; known: Promise<KnownNames> }>();

  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly stages: JudgedStages,
    private readonly people: JudgingPeople,
  ) {}

  @Handles(CheckComments)
  async check({ assignmentId, version }: { assignmentId: string; version: number }): Promise<void> {
    const sheet = await this.database.first<{ editionId: string; stageKey: string; panelId: string; panel: string } & Record<CommentPart, string>>(
      `SELECT p.edition_id AS "editionId", p.stage_key AS "stageKey", p.id AS "panelId", p.name AS panel, v.jury_comment AS "juryComment", v.participant_comment AS "participantComment"
       FROM score_sheet v JOIN assignment a ON a.id = v.assignment_id JOIN panel p ON p.id = a.panel_id WHERE v.assignment_id = $1 AND v.version = $2`,
      [assignmentId, version],
    );
    if (!sheet) return;
    const known = await this.known(sheet.editionId);
    const checked = COMMENT_PARTS.filter((part) => sheet[part].trim() !== '').map((part) => ({ part, words: [...namesIn(sheet[part], known), ...contactsIn(sheet[part])] }));
    const held = await this.database.query<{ state: string }>(
      `INSERT INTO comment_check (assignment_id, version, part, state, words, checked_at)
       SELECT $1, $2, r.part, CASE WHEN r.words = '[]' THEN 'clear' ELSE 'held' END, ARRAY(SELECT jsonb_array_elements_text(r.words)), $4 FROM jsonb_to_recordset($3::jsonb) AS r (part text, words jsonb)
       ON CONFLICT ON CONSTRAINT comment_check_once DO NOTHING RETURNING state`,
      [assignmentId, version, JSON.stringify(checked), this.clock.now()],
    );
    if (!held.some(({ state }) => state === 'held')) return;
    await this.notices.send({
      to: await this.people.secretariat(sheet.editionId), template: 'judging.commentHeld', params: { panel: sheet.panel },
      link: `/secretariat/screens?edition=${sheet.editionId}&stage=${sheet.stageKey}`, dedupeKey: `comments-held:${sheet.panelId}:${this.clock.now().toISOString().slice(0, 10)}`,
    });
  }

  /** Those that wait first, the newest first. */
  async list(actor: Actor, editionId: string, stageKey: string, query: HeldCommentQuery): Promise<Page<HeldComment>> {
    this.access.sees(actor, 'judging.read', { editionId });
    await this.stages.of(editionId, stageKey);
    const where = `p.edition_id = $1 AND p.stage_key = $2 AND k.state <> 'clear' AND (NOT $3::boolean OR k.state = 'held') AND ${inReach('e.prefecture_id', 4)}`;
    const values = [editionId, stageKey, query.open ?? false, this.access.orgPaths(actor, 'judging.read')];
    const counted = await this.database.first<{ total: number }>(
      `SELECT count(*)::int AS total FROM comment_check k JOIN assignment a ON a.id = k.assignment_id JOIN entry_code c ON c.id = a.code_id JOIN entry e ON e.id = c.entry_id JOIN panel p ON p.id = a.panel_id WHERE ${where}`, values,
    );
    const rows = await this.database.query<StoredHeld>(`${SELECT} WHERE ${where} ORDER BY (k.state <> 'held'), k.checked_at DESC, k.id LIMIT $5 OFFSET $6`, [...values, query.size, (query.page - 1) * query.size]);
    return { rows: rows.map(viewOf), total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  /** Lets a comment go or keeps it back, with the reason; decided once. */
  async decide(actor: Actor, id: string, { decision, reason }: CommentDecision): Promise<HeldComment> {
    return this.database.transaction(async () => {
      const found = await this.one(id);
      this.access.sees(actor, 'judging.manage', { editionId: found.editionId });
      const decided = await this.database.query(
        `UPDATE comment_check SET state = $2, reason = $3, decided_by = $4, decided_at = $5 WHERE id = $1 AND state = 'held' RETURNING id`, [id, decision, reason.trim(), actor.accountId, this.clock.now()],
      );
      if (decided.length === 0) throw new Refusal('conflict', 'COMMENT_DECIDED');
      await this.audit.record({ action: `judging.comment.${decision}`, subject: { type: 'comment_check', id }, after: { code: found.code, part: found.part }, reason });
      return viewOf(await this.one(id));
    });
  }

  private async one(id: string): Promise<StoredHeld> {
    const row = await this.database.first<StoredHeld>(`${SELECT} WHERE k.id = $1 AND k.state <> 'clear'`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  private known(editionId: string): Promise<KnownNames> {
    const kept = this.editions.get(editionId);
    if (kept && Math.abs(this.clock.millis() - kept.at) < FRESH_MS) return kept.known;
    const known = this.load(editionId);
    known.catch(() => this.editions.delete(editionId));
    this.editions.set(editionId, { at: this.clock.millis(), known });
    return known;
  }

  private async load(editionId: string): Promise<KnownNames> {
    const rows = await this.database.query<{ person: string | null; school: string | null }>(
      `SELECT p.name AS person, NULL AS school FROM entry e JOIN entry_member m ON m.entry_id = e.id JOIN person p ON p.id = m.person_id WHERE e.edition_id = $1
       UNION SELECT p.name, NULL FROM entry e JOIN entry_coach c ON c.entry_id = e.id JOIN person p ON p.id = c.person_id WHERE e.edition_id = $1
       UNION SELECT NULL, o.name FROM entry e JOIN org_unit o ON o.id = e.school_id WHERE e.edition_id = $1`,
      [editionId],
    );
    return knownNames(rows.flatMap(({ person }) => (person === null ? [] : [person])), rows.flatMap(({ school }) => (school === null ? [] : [school])));
  }
}

const viewOf = ({ editionId: _edition, ...row }: StoredHeld): HeldComment => ({ ...row, checkedAt: row.checkedAt.toISOString(), decidedAt: row.decidedAt?.toISOString() ?? null });
