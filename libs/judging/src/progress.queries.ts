import { Injectable } from '@nestjs/common';
import { Editions } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { currentContext, Database, Refusal, type Page } from '#libs/platform';
import { divergenceOf } from './core/divergence.js';
import type { DivergenceRow, EntryProgressQuery, EntryProgressRow, JudgeProgress, PanelProgress, PanelScoreRow, StageProgress } from './dto/progress.dto.js';
import { inReach } from './judging-scope.js';
import { JudgedStages, type JudgedStage } from './judged-stages.service.js';
import { Panels, type PanelFacts } from './panels.service.js';

/** Sheets handed in, per code: how many are there and what they say. */
const PER_CODE = `SELECT c.id AS "codeId", c.code, c.panel_id AS "panelId", p.reviews_per_entry + c.extra_readers AS needed,
    count(a.id)::int AS assigned, count(a.id) FILTER (WHERE a.sheet_state IN ('draft', 'reopened'))::int AS drafts,
    count(a.id) FILTER (WHERE a.sheet_state = 'submitted')::int AS submitted, g.reason AS gap,
    coalesce(array_agg(a.sheet_total) FILTER (WHERE a.sheet_state = 'submitted' AND a.sheet_total IS NOT NULL), '{}') AS totals
  FROM entry_code c JOIN panel p ON p.id = c.panel_id JOIN entry e ON e.id = c.entry_id LEFT JOIN assignment a ON a.code_id = c.id AND a.state = 'assigned'
  LEFT JOIN panel_gap g ON g.panel_id = c.panel_id AND g.code_id = c.id`;
const GROUPED = 'GROUP BY c.id, c.code, c.panel_id, p.reviews_per_entry, c.extra_readers, g.reason';

const NO_COMPOSITION = { leads: null, ofField: null, perEmployer: null, perRegion: null, sameRegionPenalty: null, mostChance: null };

interface CodeProgress extends Omit<EntryProgressRow, 'diverging'> {
  panelId: string;
  totals: string[];
}

/** Entries that still take part; the others need no sheets. */
export const JUDGED_STATES = `e.state NOT IN ('disqualified', 'withdrawn', 'absent')`;

/** The secretariat's view of the work. Numbers and codes; scores only once a panel is locked. */
@Injectable()
export class ProgressQueries {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly stages: JudgedStages,
    private readonly panels: Panels,
    private readonly editions: Editions,
  ) {}

  async stage(actor: Actor, editionId: string, stageKey: string): Promise<StageProgress> {
    this.access.sees(actor, 'judging.read', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    const paths = this.access.orgPaths(actor, 'judging.read');
    const codes = await this.codes(stage, paths);
    const panels = await this.database.query<{ panelId: string; name: string; state: PanelProgress['state']; judges: number }>(
      `SELECT p.id AS "panelId", p.name, p.state, (SELECT count(*)::int FROM panel_judge s WHERE s.panel_id = p.id AND s.state = 'accepted') AS judges
       FROM panel p WHERE p.edition_id = $1 AND p.stage_key = $2 ORDER BY p.name`,
      [editionId, stageKey],
    );
    const closed = await this.database.first('SELECT 1 FROM stage_closing WHERE edition_id = $1 AND stage_key = $2', [editionId, stageKey]);
    const window = await this.editions.stageWindow(editionId, stageKey).catch(() => undefined);
    const waiting = await this.database.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM entry e WHERE e.edition_id = $1 AND e.state = ANY($3) AND NOT EXISTS (SELECT 1 FROM entry_code c WHERE c.entry_id = e.id AND c.stage_key = $2) AND ${inReach('e.prefecture_id', 4)}`,
      [editionId, stageKey, stage.first ? ['eligible', 'in_review'] : ['finalist'], paths],
    );
    return {
      stageKey,
      stageLabel: stage.label[currentContext().language],
      closed: closed !== undefined,
      codesSecret: stage.panel.blind,
      composition: { ...NO_COMPOSITION, ...stage.panel.composition },
      closesAt: window?.closesAt.toISOString() ?? null,
      entries: codes.length + (waiting?.count ?? 0),
      withoutPanel: waiting?.count ?? 0,
      panels: panels.map((panel) => panelProgress(panel, codes.filter((code) => code.panelId === panel.panelId), stage)),
    };
  }

  async judges(actor: Actor, panelId: string): Promise<JudgeProgress[]> {
    await this.panel(actor, panelId);
    const rows = await this.database.query<Omit<JudgeProgress, 'lastSavedAt' | 'remindedAt' | 'invitedAt' | 'answeredAt'> & { lastSavedAt: Date | null; remindedAt: Date | null; invitedAt: Date; answeredAt: Date | null }>(
      `SELECT s.judge_id AS "judgeId", account.name, s.lead, s.senior, s.state, s.invited_at AS "invitedAt", s.answered_at AS "answeredAt", s.terms_version AS "termsVersion", s.reason, count(a.id)::int AS assigned,
         count(a.id) FILTER (WHERE a.sheet_state IN ('draft', 'reopened'))::int AS drafts, count(a.id) FILTER (WHERE a.sheet_state = 'submitted')::int AS submitted,
         (SELECT max(v.saved_at) FROM score_sheet v JOIN assignment o ON o.id = v.assignment_id WHERE o.panel_id = s.panel_id AND o.judge_id = s.judge_id) AS "lastSavedAt",
         (SELECT max(r.sent_at) FROM judging_reminder r WHERE r.panel_id = s.panel_id AND r.judge_id = s.judge_id) AS "remindedAt"
       FROM panel_judge s JOIN judge j ON j.id = s.judge_id JOIN account ON account.id = j.account_id
       LEFT JOIN assignment a ON a.panel_id = s.panel_id AND a.judge_id = s.judge_id AND a.state = 'assigned'
       WHERE s.panel_id = $1 GROUP BY s.id, account.name ORDER BY account.name, s.judge_id`,
      [panelId],
    );
    return rows.map((row) => ({
      ...row, lastSavedAt: row.lastSavedAt?.toISOString() ?? null, remindedAt: row.remindedAt?.toISOString() ?? null, invitedAt: row.invitedAt.toISOString(), answeredAt: row.answeredAt?.toISOString() ?? null,
    }));
  }

  async entries(actor: Actor, panelId: string, query: EntryProgressQuery): Promise<Page<EntryProgressRow>> {
    const panel = await this.panel(actor, panelId);
    const stage = await this.stages.of(panel.editionId, panel.stageKey);
    const codes = (await this.codes(stage, this.access.orgPaths(actor, 'judging.read'), panelId)).filter((code) => !query.short || code.submitted < code.needed).filter((code) => !query.q || code.code.includes(query.q.toUpperCase()));
    const start = (query.page - 1) * query.size;
    return { rows: codes.slice(start, start + query.size).map((code) => entryRow(code, stage)), total: codes.length, page: query.page, size: query.size };
  }

  async divergence(actor: Actor, panelId: string): Promise<DivergenceRow[]> {
    const panel = await this.panel(actor, panelId);
    const stage = await this.stages.of(panel.editionId, panel.stageKey);
    return (await this.codes(stage, this.access.orgPaths(actor, 'judging.read'), panelId)).flatMap(({ codeId, code, totals }) => {
      const found = divergenceOf(totals, stage.screens);
      return found && (found.overRange || found.overSd) ? [{ codeId, code, scores: totals.length, ...found }] : [];
    });
  }

  /** The panel's scores side by side, for the office and the panel's own judges, from the moment the panel is locked. Judges do not read what names somebody. */
  async scores(actor: Actor, panelId: string): Promise<PanelScoreRow[]> {
    const panel = await this.panels.facts(panelId);
    const office = this.access.covers(actor, 'judging.read', { editionId: panel.editionId });
    if (!office) {
      const seated = await this.database.first(
        `SELECT 1 FROM panel_judge s JOIN judge j ON j.id = s.judge_id WHERE s.panel_id = $1 AND j.account_id = $2 AND s.state = 'accepted'`,
        [panelId, actor.accountId],
      );
      if (!seated) throw new Refusal('missing', 'NOT_FOUND');
    }
    if (panel.state !== 'locked') throw new Refusal('conflict', 'PANEL_NOT_LOCKED');
    return this.database.query<PanelScoreRow>(
      `SELECT c.id AS "codeId", c.code, coalesce(jsonb_agg(jsonb_build_object('judgeId', a.judge_id, 'judgeName', account.name, 'total', a.sheet_total,
           'juryComment', CASE WHEN $3::uuid IS NULL OR j.account_id = $3 OR k.state IN ('clear', 'released') THEN coalesce(v.jury_comment, '') ELSE '' END, 'counts', a.state = 'assigned' AND a.sheet_state = 'submitted') ORDER BY account.name, a.created_at)
           FILTER (WHERE a.id IS NOT NULL), '[]') AS scores
       FROM entry_code c LEFT JOIN assignment a ON a.code_id = c.id AND a.sheet_version > 0 LEFT JOIN score_sheet v ON v.assignment_id = a.id AND v.version = a.sheet_version
       LEFT JOIN comment_check k ON k.assignment_id = v.assignment_id AND k.version = v.version AND k.part = 'juryComment' LEFT JOIN judge j ON j.id = a.judge_id LEFT JOIN account ON account.id = j.account_id JOIN entry e ON e.id = c.entry_id WHERE c.panel_id = $1 AND ${inReach('e.prefecture_id', 2)} GROUP BY c.id, c.code ORDER BY c.code`,
      [panelId, office ? this.access.orgPaths(actor, 'judging.read') : [''], office ? null : actor.accountId],
    );
  }

  private async panel(actor: Actor, panelId: string): Promise<PanelFacts> {
    const panel = await this.panels.facts(panelId);
    this.access.sees(actor, 'judging.read', { editionId: panel.editionId });
    return panel;
  }

  private codes(stage: JudgedStage, paths: string[], panelId?: string): Promise<CodeProgress[]> {
    return this.database.query<CodeProgress>(
      `${PER_CODE} WHERE c.edition_id = $1 AND c.stage_key = $2 AND ($3::uuid IS NULL OR c.panel_id = $3) AND ${JUDGED_STATES} AND ${inReach('e.prefecture_id', 4)} ${GROUPED} ORDER BY c.code`,
      [stage.editionId, stage.key, panelId ?? null, paths],
    );
  }
}

function entryRow({ totals, panelId: _panel, ...code }: CodeProgress, stage: JudgedStage): EntryProgressRow {
  const found = divergenceOf(totals, stage.screens);
  return { ...code, diverging: found !== null && (found.overRange || found.overSd) };
}

function panelProgress(panel: { panelId: string; name: string; state: PanelProgress['state']; judges: number }, codes: CodeProgress[], stage: JudgedStage): PanelProgress {
  const sum = (take: (code: CodeProgress) => number): number => codes.reduce((total, code) => total + take(code), 0);
  return {
    ...panel,
    entries: codes.length,
    needed: sum((code) => code.needed),
    assigned: sum((code) => code.assigned),
    drafts: sum((code) => code.drafts),
    submitted: sum((code) => code.submitted),
    short: sum((code) => (code.submitted < code.needed ? 1 : 0)),
    diverging: sum((code) => (entryRow(code, stage).diverging ? 1 : 0)),
  };
}
