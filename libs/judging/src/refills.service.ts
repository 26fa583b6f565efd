import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { exactSolver } from '#libs/exact';
import { Notices } from '#libs/notices';
import { PlanningUndecided, repairAssignmentInSteps, type ExistingPair } from '#libs/planning';
import { Clock, Database, Handles, job, Outbox, type JobRun } from '#libs/platform';
import type { RunState } from './core/judging-states.js';
import type { RunParameters } from './core/run-parameters.js';
import { JudgedStages } from './judged-stages.service.js';
import { JudgingPeople } from './judging-people.queries.js';
import { PanelProblems, type PanelProblem } from './panel-problem.queries.js';
import { PlanWriter } from './plan-writer.service.js';
import type { PanelObstacle, RunReport, Vacated } from './planned-panel.js';
import { SteppedPlanning } from './stepped-planning.service.js';

export const RefillPanel = job<{ runId: string }>('judging.refill', { queue: 'scores', attempts: 3 });

interface QueuedRefill {
  id: string;
  panelId: string;
  editionId: string;
  stageKey: string;
  state: RunState;
  report: RunReport;
  parameters: RunParameters;
}

/** Finds other judges when some have left, keeping what is there: in the background, with progress, and stopped when somebody cancels it. */
@Injectable()
export class Refills {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly notices: Notices,
    private readonly people: JudgingPeople,
    private readonly stages: JudgedStages,
    private readonly problems: PanelProblems,
    private readonly writer: PlanWriter,
    private readonly stepped: SteppedPlanning,
  ) {}

  /**
   * Has judges looked for, for these codes of an open panel, under the rules of the plan that is in force; the run's id, or null where there is
   * nothing to do. Called inside the transaction in which the others left.
   */
  async ask(accountId: string, panelId: string, codeIds: readonly string[]): Promise<string | null> {
    if (codeIds.length === 0) return null;
    const refill = [...new Set(codeIds)].sort();
    const made = await this.database.first<{ id: string }>(
      `INSERT INTO assignment_run (edition_id, stage_key, kind, panel_ids, seed, state, done, total, report, parameters, started_by, created_at)
       SELECT edition_id, stage_key, 'refill', ARRAY[id], 'refill ' || $2::text, 'queued', 0, $3, '{}', $4, $5, $6 FROM panel WHERE id = $1 AND state = 'open' RETURNING id`,
      [panelId, refill[0], refill.length, JSON.stringify({ ...(await this.rulesOf(panelId)), refill } satisfies RunParameters), accountId, this.clock.now()],
    );
    if (!made) return null;
    const jobId = await this.outbox.add(RefillPanel, { runId: made.id });
    await this.database.query('UPDATE assignment_run SET report = $2 WHERE id = $1', [made.id, JSON.stringify({ jobId } satisfies RunReport)]);
    return made.id;
  }

  /** See {@link ask}, for several panels; the runs' ids. */
  async askAll(accountId: string, vacated: Vacated = {}): Promise<string[]> {
    const runIds: string[] = [];
    for (const [panelId, codes] of Object.entries(vacated)) {
      const runId = await this.ask(accountId, panelId, codes);
      if (runId) runIds.push(runId);
    }
    return runIds;
  }

  /** All of the codes together where that is possible, else as many of them as possible one by one; the rest is named with its reason. No existing pair moves. */
  @Handles(RefillPanel)
  async refill({ runId }: { runId: string }, run: JobRun): Promise<void> {
    const row = await this.database.first<QueuedRefill>(
      `SELECT id, panel_ids[1] AS "panelId", edition_id AS "editionId", stage_key AS "stageKey", state, report, parameters FROM assignment_run WHERE id = $1`, [runId],
    );
    if (row?.state !== 'queued') return;
    const panel = await this.database.first<{ state: string }>('SELECT state FROM panel WHERE id = $1 FOR UPDATE', [row.panelId]);
    if (panel?.state !== 'open') {
      await this.database.query(`UPDATE assignment_run SET state = 'cancelled', finished_at = $2 WHERE id = $1 AND state = 'queued'`, [runId, this.clock.now()]);
      return;
    }
    const { refill = [], ...rules } = row.parameters;
    const problem = await this.problems.of(row.panelId, runId, { ...rules, minLoad: 0 });
    const asked = refill.filter((code) => problem.codes.has(code));
    const report = (done: number): Promise<void> => run.report(done, Math.max(asked.length, 1));
    const whole = await this.attempt(row.id, problem, asked, []);
    if (whole === 'cancelled') return;
    const added = Array.isArray(whole) ? whole : [];
    const short: ({ panel: string } & PanelObstacle)[] = [];
    if (!Array.isArray(whole)) {
      for (const [index, code] of asked.entries()) {
        const one = asked.length === 1 ? whole : await this.attempt(row.id, problem, [code], added);
        if (one === 'cancelled') return;
        if (Array.isArray(one)) added.push(...one);
        else short.push({ panel: `${problem.panel} ${problem.codes.get(code) ?? ''}`, ...one });
        await report(index + 1);
      }
    }
    await this.finish(row, problem, added, short);
    await report(Math.max(asked.length, 1));
  }

  private async finish(row: QueuedRefill, { panelId, panel, codes }: PanelProblem, added: readonly ExistingPair[], blocking: NonNullable<RunReport['blocking']>): Promise<void> {
    const report: RunReport = { ...row.report, filled: added.map(({ entry, judge }) => ({ code: codes.get(entry) ?? '', judge })), blocking };
    // Another person may have cancelled meanwhile; from here on they cannot.
    const own = await this.database.query(`UPDATE assignment_run SET state = $2, report = $3, done = total, finished_at = $4 WHERE id = $1 AND state = 'queued' RETURNING id`, [
      row.id, blocking.length > 0 ? 'infeasible' : 'done', JSON.stringify(report), this.clock.now(),
    ]);
    if (own.length === 0) return;
    await this.writer.add(panelId, added, 'refill');
    await this.audit.record({ action: 'judging.refilled', subject: { type: 'panel', id: panelId }, after: { runId: row.id, added: added.length, short: blocking.length } });
    if (blocking.length === 0) return;
    await this.notices.send({
      to: await this.people.secretariat(row.editionId), template: 'judging.refillShort', params: { panel, count: blocking.length }, link: `/secretariat/plan?edition=${row.editionId}&stage=${row.stageKey}`, dedupeKey: `refill:${row.id}`,
    });
  }

  /** The pairs that fill these codes, or why there are none. */
  private async attempt(runId: string, { problem, existing }: PanelProblem, codeIds: readonly string[], added: readonly ExistingPair[]): Promise<ExistingPair[] | PanelObstacle | 'cancelled'> {
    const held = [...existing, ...added].map((pair) => ({ ...pair, done: true }));
    const open = new Set(codeIds);
    // What nobody asked about stays as it is: of it only the loads of its judges count.
    const elsewhere = new Map<string, number>();
    for (const { entry, judge } of held) if (!open.has(entry)) elsewhere.set(judge, (elsewhere.get(judge) ?? 0) + 1);
    const asked = {
      ...problem,
      entries: problem.entries.filter(({ id }) => open.has(id)),
      judges: problem.judges.map((judge) => ({ ...judge, min: 0, max: Math.max(0, judge.max - (elsewhere.get(judge.id) ?? 0)) })),
      scores: problem.scores?.filter(({ entry }) => open.has(entry)),
      conflicts: problem.conflicts?.filter(({ entry }) => open.has(entry)),
    };
    const within = { existing: held.filter(({ entry }) => open.has(entry)) };
    const options = { linking: 'report', solver: await exactSolver() } as const;
    const nothing = (): Promise<void> => Promise.resolve();
    try {
      let result = await this.stepped.run(runId, repairAssignmentInSteps({ problem: asked, ...within }, options), nothing);
      // Judges whom somebody put there by hand against a rule stay; the rule cannot be kept by adding another.
      if (result !== 'cancelled' && result.kind === 'infeasible' && result.proof.kind === 'fixed-breaks-rule') result = await this.stepped.run(runId, repairAssignmentInSteps({ problem: { ...asked, composition: [] }, ...within }, options), nothing);
      if (result === 'cancelled') return result;
      return result.kind === 'infeasible' ? { proof: result.proof } : result.added.map((pair) => ({ ...pair, done: false }));
    } catch (error) {
      if (error instanceof PlanningUndecided) return { undecided: true };
      throw error;
    }
  }

  /** The composition that the plan in force was made with, else the rulebook's. */
  private async rulesOf(panelId: string): Promise<RunParameters> {
    const found = await this.database.first<{ editionId: string; stageKey: string; parameters: RunParameters | null }>(
      `SELECT p.edition_id AS "editionId", p.stage_key AS "stageKey",
         (SELECT r.parameters FROM assignment_run r WHERE r.kind = 'plan' AND r.state = 'done' AND p.id = ANY(r.panel_ids) AND NOT jsonb_exists(r.parameters, 'extra') ORDER BY r.finished_at DESC LIMIT 1) AS parameters
       FROM panel p WHERE p.id = $1`,
      [panelId],
    );
    if (!found) return {};
    const { leads, ofField, perEmployer, perRegion, sameRegionPenalty, apart } = { ...(await this.stages.of(found.editionId, found.stageKey)).panel.composition, ...found.parameters };
    return { leads, ofField, perEmployer, perRegion, sameRegionPenalty, apart };
  }
}
