import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Handles, job, Outbox } from '#libs/platform';
import { screenJudges } from '#libs/scoring';
import { lastMinute } from './core/last-minute.js';
import { questionsOf, questionsOfTime, type FoundQuestion } from './core/question-kinds.js';
import type { ScreeningAsked, ScreeningView } from './dto/question.dto.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';
import { JudgingPeople } from './judging-people.queries.js';
import { StageReviews, type StageReview } from './stage-reviews.queries.js';

export const ScreenStage = job<{ editionId: string; stageKey: string }>('judging.screen', { queue: 'scores', attempts: 3 });

/** Fewer judges or sheets say nothing about anybody. */
const FEWEST_JUDGES = 5;
const FEWEST_SHEETS = 30;

/** Looks at every judge against the others and asks people about what stands out. Excludes nobody and changes no score. */
@Injectable()
export class Screening {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly stages: JudgedStages,
    private readonly editions: Editions,
    private readonly reviews: StageReviews,
    private readonly notices: Notices,
    private readonly people: JudgingPeople,
  ) {}

  async ask(actor: Actor, editionId: string, stageKey: string): Promise<ScreeningAsked> {
    this.access.sees(actor, 'judging.manage', { editionId });
    await this.stages.of(editionId, stageKey);
    return this.database.transaction(async () => {
      await this.audit.record({ action: 'judging.screeningAsked', subject: { type: 'edition', id: editionId }, after: { stageKey } });
      return { jobId: await this.enqueue(editionId, stageKey) };
    });
  }

  enqueue(editionId: string, stageKey: string): Promise<string> {
    return this.outbox.add(ScreenStage, { editionId, stageKey }, { dedupeKey: `${editionId}:${stageKey}` });
  }

  /** Stores the figures and asks what was not asked before; a question that the scores no longer raise is settled, an answered one stays as it is. */
  @Handles(ScreenStage)
  async screen({ editionId, stageKey }: { editionId: string; stageKey: string }): Promise<void> {
    const stage = await this.stages.of(editionId, stageKey);
    const reviews = await this.reviews.of(stage);
    const now = this.clock.now();
    const enough = reviews.length >= FEWEST_SHEETS && new Set(reviews.map((review) => review.judge)).size >= FEWEST_JUDGES;
    const groups = new Map(reviews.map((review) => [review.entry, review.group]));
    const report = enough ? screenJudges(reviews, { track: (entry) => groups.get(entry) ?? '' }) : null;
    await this.database.query(
      `INSERT INTO stage_screening (edition_id, stage_key, made_at, sheets, judges) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (edition_id, stage_key) DO UPDATE SET made_at = EXCLUDED.made_at, sheets = EXCLUDED.sheets, judges = EXCLUDED.judges`,
      [editionId, stageKey, now, reviews.length, JSON.stringify(report?.judges ?? [])],
    );
    if (!report) return;
    const panels = new Map(reviews.map((review) => [`${review.judge} ${review.entry}`, review.panelId]));
    const panelOfJudge = new Map(reviews.map((review) => [review.judge, review.panelId]));
    const found = [...questionsOf(report), ...(await this.askedOfTime(stage, reviews))].map((one) => ({ ...one, panelId: panels.get(`${one.judgeId} ${one.codeId ?? ''}`) ?? panelOfJudge.get(one.judgeId) ?? null }));
    const asked = await this.database.query<{ id: string; fresh: boolean }>(
      `INSERT INTO judging_question AS q (edition_id, stage_key, panel_id, kind, asked_of, judge_id, other_judge_id, code_id, evidence, asked_at)
       SELECT $1, $2, f."panelId", f.kind, 'office', f."judgeId", f."otherJudgeId", f."codeId", f.evidence, $4
       FROM jsonb_to_recordset($3::jsonb) AS f ("panelId" uuid, kind text, "judgeId" uuid, "otherJudgeId" uuid, "codeId" uuid, evidence jsonb)
       ON CONFLICT ON CONSTRAINT question_once DO UPDATE SET evidence = EXCLUDED.evidence, settled_at = NULL WHERE q.answered_at IS NULL
       RETURNING id, asked_at = $4 AS fresh`,
      [editionId, stageKey, JSON.stringify(found), now],
    );
    await this.database.query(
      `UPDATE judging_question SET settled_at = $4 WHERE edition_id = $1 AND stage_key = $2 AND asked_of = 'office' AND answered_at IS NULL AND settled_at IS NULL AND NOT id = ANY($3::uuid[])`,
      [editionId, stageKey, asked.map(({ id }) => id), now],
    );
    const fresh = asked.filter((one) => one.fresh).length;
    if (fresh === 0) return;
    await this.notices.send({
      to: await this.people.secretariat(editionId), template: 'judging.questions', params: { count: fresh }, link: `/secretariat/screens?edition=${editionId}&stage=${stageKey}`,
      dedupeKey: `questions:${editionId}:${stageKey}:${now.toISOString()}`,
    });
  }

  private async askedOfTime(stage: JudgedStage, reviews: readonly StageReview[]): Promise<FoundQuestion[]> {
    const rules = stage.panel.lastMinute;
    if (!rules) return [];
    const { closesAt } = await this.editions.stageWindow(stage.editionId, stage.key);
    return questionsOfTime(lastMinute(reviews.filter((review) => !review.paper), closesAt, rules), rules.hours);
  }

  async view(actor: Actor, editionId: string, stageKey: string): Promise<ScreeningView> {
    this.access.sees(actor, 'judging.read', { editionId });
    await this.stages.of(editionId, stageKey);
    const stored = await this.database.first<{ madeAt: Date; sheets: number; judges: ScreeningView['judges'] }>(
      'SELECT made_at AS "madeAt", sheets, judges FROM stage_screening WHERE edition_id = $1 AND stage_key = $2',
      [editionId, stageKey],
    );
    if (!stored) return { madeAt: null, sheets: 0, judges: [] };
    const called = await this.people.names(stored.judges.map((judge) => judge.judge));
    return { madeAt: stored.madeAt.toISOString(), sheets: stored.sheets, judges: stored.judges.map((judge) => ({ ...judge, name: called.get(judge.judge) ?? '' })) };
  }
}
