import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal, type Page } from '#libs/platform';
import { divergenceOf } from './core/divergence.js';
import type { LeaderQuestion, QuestionAnswer, QuestionQuery, QuestionRow } from './dto/question.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { JudgingPeople } from './judging-people.queries.js';

interface StoredQuestion extends Omit<QuestionRow, 'askedAt' | 'settledAt' | 'answeredAt'> {
  editionId: string;
  askedAt: Date;
  settledAt: Date | null;
  answeredAt: Date | null;
}

const SELECT = `SELECT q.id, q.edition_id AS "editionId", q.kind, q.asked_of AS "askedOf", q.panel_id AS "panelId", p.name AS panel, q.judge_id AS "judgeId", account.name AS judge, other.name AS "otherJudge",
    c.code, q.evidence, q.asked_at AS "askedAt", q.settled_at AS "settledAt", q.outcome, q.answer, by.name AS "answeredBy", q.answered_at AS "answeredAt"
  FROM judging_question q LEFT JOIN panel p ON p.id = q.panel_id LEFT JOIN judge j ON j.id = q.judge_id LEFT JOIN account ON account.id = j.account_id
  LEFT JOIN judge oj ON oj.id = q.other_judge_id LEFT JOIN account other ON other.id = oj.account_id LEFT JOIN entry_code c ON c.id = q.code_id LEFT JOIN account by ON by.id = q.answered_by`;

/** Panels that the account leads. $1 account. */
const LED = `q.asked_of = 'leader' AND EXISTS (SELECT 1 FROM panel_judge s JOIN judge l ON l.id = s.judge_id WHERE s.panel_id = q.panel_id AND l.account_id = $1 AND s.lead AND s.state = 'accepted')`;

/** What people are asked about the scores, and what they answered. */
@Injectable()
export class Questions {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly stages: JudgedStages,
    private readonly people: JudgingPeople,
  ) {}

  /** Open ones first, the newest first. */
  async list(actor: Actor, editionId: string, stageKey: string, query: QuestionQuery): Promise<Page<QuestionRow>> {
    this.access.sees(actor, 'judging.read', { editionId });
    await this.stages.of(editionId, stageKey);
    const where = 'q.edition_id = $1 AND q.stage_key = $2 AND (NOT $3::boolean OR (q.answered_at IS NULL AND q.settled_at IS NULL))';
    const values = [editionId, stageKey, query.open ?? false];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM judging_question q WHERE ${where}`, values);
    const rows = await this.database.query<StoredQuestion>(
      `${SELECT} WHERE ${where} ORDER BY (q.answered_at IS NOT NULL OR q.settled_at IS NOT NULL), q.asked_at DESC, q.kind, q.id LIMIT $4 OFFSET $5`,
      [...values, query.size, (query.page - 1) * query.size],
    );
    return { rows: rows.map(rowOf), total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  async ofLeader(actor: Actor): Promise<LeaderQuestion[]> {
    const rows = await this.database.query<StoredQuestion>(
      `${SELECT} WHERE ${LED} AND p.state = 'open' AND q.settled_at IS NULL ORDER BY q.answered_at IS NOT NULL, q.asked_at DESC, q.id LIMIT 200`,
      [actor.accountId],
    );
    return rows.map(leaderRow);
  }

  /** The secretariat answers any question of its edition. */
  async answer(actor: Actor, id: string, answer: QuestionAnswer): Promise<QuestionRow> {
    return this.database.transaction(async () => {
      const found = await this.one('q.id = $1', [id]);
      this.access.sees(actor, 'judging.manage', { editionId: found.editionId });
      return rowOf(await this.store(actor, found, answer));
    });
  }

  /** The group leader answers those about the panel's own entries. */
  async answerAsLeader(actor: Actor, id: string, answer: QuestionAnswer): Promise<LeaderQuestion> {
    return this.database.transaction(async () => leaderRow(await this.store(actor, await this.one(`${LED} AND q.id = $2`, [actor.accountId, id]), answer)));
  }

  /** Asks the group leader once all sheets of an entry are in and lie further apart than the rules allow (domain R8). Without a leader the secretariat is asked. */
  async askAboutDivergence(assignmentId: string): Promise<void> {
    const facts = await this.database.first<{ codeId: string; code: string; panelId: string; panel: string; editionId: string; stageKey: string; totals: string[] }>(
      `SELECT c.id AS "codeId", c.code, p.id AS "panelId", p.name AS panel, p.edition_id AS "editionId", p.stage_key AS "stageKey", array_agg(n.sheet_total) AS totals
       FROM assignment a JOIN entry_code c ON c.id = a.code_id JOIN panel p ON p.id = a.panel_id JOIN assignment n ON n.code_id = c.id AND n.state = 'assigned'
       WHERE a.id = $1 GROUP BY c.id, p.id HAVING count(*) >= p.reviews_per_entry AND bool_and(n.sheet_state = 'submitted')`,
      [assignmentId],
    );
    if (!facts) return;
    const { screens } = await this.stages.of(facts.editionId, facts.stageKey);
    const found = divergenceOf(facts.totals, screens);
    if (!found || !(found.overRange || found.overSd)) return;
    const leader = await this.people.leader(facts.panelId);
    const asked = await this.database.query<{ id: string }>(
      `INSERT INTO judging_question (edition_id, stage_key, panel_id, kind, asked_of, code_id, evidence, asked_at) VALUES ($1, $2, $3, 'divergence', $4, $5, $6, $7)
       ON CONFLICT ON CONSTRAINT question_once DO NOTHING RETURNING id`,
      [facts.editionId, facts.stageKey, facts.panelId, leader.length > 0 ? 'leader' : 'office', facts.codeId, JSON.stringify({ scores: facts.totals.length, range: found.range, sd: found.sd }), this.clock.now()],
    );
    for (const { id } of asked) {
      const to = leader.length > 0 ? leader : await this.people.secretariat(facts.editionId);
      const link = leader.length > 0 ? '/judge' : `/secretariat/screens?edition=${facts.editionId}&stage=${facts.stageKey}`;
      await this.notices.send({ to, template: 'judging.divergence', params: { code: facts.code, panel: facts.panel, range: found.range }, link, dedupeKey: `question:${id}` });
    }
  }

  private async store(actor: Actor, question: StoredQuestion, { outcome, answer }: QuestionAnswer): Promise<StoredQuestion> {
    const stored = await this.database.query(
      'UPDATE judging_question SET outcome = $2, answer = $3, answered_by = $4, answered_at = $5 WHERE id = $1 AND answered_at IS NULL RETURNING id',
      [question.id, outcome, answer, actor.accountId, this.clock.now()],
    );
    if (stored.length === 0) throw new Refusal('conflict', 'QUESTION_ANSWERED');
    await this.audit.record({ action: 'judging.questionAnswered', subject: { type: 'judging_question', id: question.id }, after: { kind: question.kind, outcome }, reason: answer });
    return this.one('q.id = $1', [question.id]);
  }

  private async one(where: string, values: unknown[]): Promise<StoredQuestion> {
    const row = await this.database.first<StoredQuestion>(`${SELECT} WHERE ${where}`, values);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }
}

const rowOf = ({ editionId: _edition, ...row }: StoredQuestion): QuestionRow => ({
  ...row, askedAt: row.askedAt.toISOString(), settledAt: row.settledAt?.toISOString() ?? null, answeredAt: row.answeredAt?.toISOString() ?? null,
});

const leaderRow = (row: StoredQuestion): LeaderQuestion => ({
  id: row.id, panelId: row.panelId ?? '', panel: row.panel ?? '', code: row.code ?? '', evidence: row.evidence, askedAt: row.askedAt.toISOString(), outcome: row.outcome, answer: row.answer,
  answeredAt: row.answeredAt?.toISOString() ?? null,
});
