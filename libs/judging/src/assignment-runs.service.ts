import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Handles, job, JobProgress, Outbox, Random, Refusal, violatedConstraint, type JobRun } from '#libs/platform';
import { explainInfeasible, PlanningCancelled, repairAssignmentInSteps, runStepsWithPauses, type InfeasibilityProof } from '#libs/planning';
import { Conflicts } from './conflicts.service.js';
import type { RunState } from './core/judging-states.js';
import type { BlockingView, PanelPlanView, RunInput, RunView } from './dto/assignment.dto.js';
import { JudgedStages } from './judged-stages.service.js';
import { PanelProblems, type PanelProblem } from './panel-problem.queries.js';
import { PlanWriter } from './plan-writer.service.js';

export const AssignPanels = job<{ runId: string }>('judging.assign', { queue: 'scores', attempts: 2 });

interface Report {
  jobId?: string;
  panels?: PanelPlanView[];
  blocking?: { panel: string; proof: InfeasibilityProof }[];
}

interface RunRow {
  id: string;
  editionId: string;
  stageKey: string;
  panelIds: string[];
  state: RunState;
  seed: string;
  report: Report;
  createdAt: Date;
  finishedAt: Date | null;
}

interface Planned {
  problem: PanelProblem;
  added: { entry: string; judge: string }[];
  removed: { entry: string; judge: string }[];
  view: PanelPlanView;
}

const ROW = `SELECT id, edition_id AS "editionId", stage_key AS "stageKey", panel_ids AS "panelIds", state, seed, report, created_at AS "createdAt", finished_at AS "finishedAt" FROM assignment_run`;
const LOOK_EVERY_MS = 500;
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The assignment of a stage's panels as a job: all panels or none, started reviews kept, a proof where it cannot be done. */
@Injectable()
export class AssignmentRuns {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly outbox: Outbox,
    private readonly jobs: JobProgress,
    private readonly stages: JudgedStages,
    private readonly conflicts: Conflicts,
    private readonly problems: PanelProblems,
    private readonly writer: PlanWriter,
  ) {}

  async start(actor: Actor, editionId: string, stageKey: string, { panelIds, seed }: RunInput): Promise<RunView> {
    this.access.sees(actor, 'judging.manage', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    const id = await this.database.transaction(async () => {
      const open = await this.database.query<{ id: string }>(
        `SELECT id FROM panel WHERE edition_id = $1 AND stage_key = $2 AND state = 'open' AND ($3::uuid[] IS NULL OR id = ANY($3)) ORDER BY name`,
        [editionId, stageKey, panelIds && panelIds.length > 0 ? panelIds : null],
      );
      if (open.length === 0 || (panelIds && panelIds.length > open.length)) throw new Refusal('conflict', 'PANELS_NOT_OPEN');
      await this.conflicts.search(stage);
      const made = await this.database
        .first<{ id: string }>(
          `INSERT INTO assignment_run (edition_id, stage_key, panel_ids, seed, state, done, total, report, started_by, created_at)
           VALUES ($1, $2, $3, $4, 'queued', 0, $5, '{}', $6, $7) RETURNING id`,
          [editionId, stageKey, open.map((panel) => panel.id), seed ?? this.random.token(9), open.length, actor.accountId, this.clock.now()],
        )
        .catch((error: unknown) => {
          if (violatedConstraint(error) === 'assignment_run_one_open') throw new Refusal('conflict', 'RUN_UNDER_WAY');
          throw error;
        });
      const runId = made?.id ?? '';
      const jobId = await this.outbox.add(AssignPanels, { runId });
      await this.database.query('UPDATE assignment_run SET report = $2 WHERE id = $1', [runId, JSON.stringify({ jobId } satisfies Report)]);
      await this.audit.record({ action: 'judging.assignmentStarted', subject: { type: 'assignment_run', id: runId }, after: { stage: stageKey, panels: open.length } });
      return runId;
    });
    return this.load(id);
  }

  async list(actor: Actor, editionId: string, stageKey: string): Promise<RunView[]> {
    this.access.sees(actor, 'judging.read', { editionId });
    const rows = await this.database.query<RunRow>(`${ROW} WHERE edition_id = $1 AND stage_key = $2 ORDER BY created_at DESC, id LIMIT 50`, [editionId, stageKey]);
    return Promise.all(rows.map((row) => this.viewOf(row)));
  }

  async view(actor: Actor, runId: string): Promise<RunView> {
    const row = await this.row(runId);
    this.access.sees(actor, 'judging.read', { editionId: row.editionId });
    return this.viewOf(row);
  }

  /** A run that has not finished stops at its next step and changes nothing. */
  async cancel(actor: Actor, runId: string): Promise<RunView> {
    const row = await this.row(runId);
    this.access.sees(actor, 'judging.manage', { editionId: row.editionId });
    await this.database.transaction(async () => {
      const stopped = await this.database.query(`UPDATE assignment_run SET state = 'cancelled', finished_at = $2 WHERE id = $1 AND state = 'queued' RETURNING id`, [runId, this.clock.now()]);
      if (stopped.length === 0) throw new Refusal('conflict', 'RUN_FINISHED');
      await this.audit.record({ action: 'judging.assignmentCancelled', subject: { type: 'assignment_run', id: runId } });
    });
    return this.load(runId);
  }

  /** Plans every panel and stores the plans together; the run's own transaction makes it once in effect. */
  @Handles(AssignPanels)
  async assign({ runId }: { runId: string }, run: JobRun): Promise<void> {
    const row = await this.row(runId);
    if (row.state !== 'queued') return;
    const planned: Planned[] = [];
    const blocking: { panel: string; proof: InfeasibilityProof }[] = [];
    for (const [index, panelId] of row.panelIds.entries()) {
      if (await this.isCancelled(runId)) return;
      const problem = await this.problems.of(panelId, row.seed);
      const result = await this.plan(runId, problem, (done, total) => run.report(index * 1000 + Math.round((1000 * done) / Math.max(total, 1)), row.panelIds.length * 1000));
      if (result === 'cancelled') return;
      if ('proof' in result) blocking.push({ panel: problem.panel, proof: result.proof });
      else planned.push(result);
    }
    await this.finish(row, planned, blocking);
    await run.report(row.panelIds.length * 1000, row.panelIds.length * 1000);
  }

  /** Looks for a cancellation twice a second; that also keeps the run's transaction from counting as idle. */
  private async plan(runId: string, problem: PanelProblem, report: (done: number, total: number) => Promise<void>): Promise<Planned | { proof: InfeasibilityProof } | 'cancelled'> {
    const signal = { aborted: false };
    let reached = { done: 0, total: 1 };
    let looked = performance.now();
    const steps = repairAssignmentInSteps({ problem: problem.problem, existing: problem.existing });
    const breathe = async (): Promise<void> => {
      await report(reached.done, reached.total);
      if (performance.now() - looked > LOOK_EVERY_MS) {
        looked = performance.now();
        signal.aborted = await this.isCancelled(runId);
      }
      await pause();
    };
    const result = await runStepsWithPauses(steps, breathe, { signal, onProgress: (progress) => void (reached = progress) }).catch((error: unknown) => {
      if (error instanceof PlanningCancelled) return 'cancelled' as const;
      throw error;
    });
    if (result === 'cancelled') return result;
    if (result.kind === 'infeasible') return { proof: result.proof };
    const loads = result.plan.loads.map(({ load }) => load);
    const { problem: asked, existing, panelId, panel } = problem;
    return {
      problem,
      added: [...result.added],
      removed: result.removed.filter((pair) => pair.reason === 'made-room' || pair.reason === 'judge-left'),
      view: {
        panelId, panel, entries: asked.entries.length, judges: asked.judges.length, pairs: result.plan.pairs.length, kept: existing.length === 0 ? 0 : result.kept.length,
        minLoad: loads.length === 0 ? 0 : Math.min(...loads), maxLoad: loads.length === 0 ? 0 : Math.max(...loads), parts: result.plan.connectedness.components,
      },
    };
  }

  private async finish(row: RunRow, planned: Planned[], blocking: NonNullable<Report['blocking']>): Promise<void> {
    const state: RunState = blocking.length > 0 ? 'infeasible' : 'done';
    const report: Report = { ...row.report, panels: planned.map((one) => one.view), blocking };
    // Another person may have cancelled meanwhile; from here on they cannot.
    const own = await this.database.query(`UPDATE assignment_run SET state = $2, report = $3, done = total, finished_at = $4 WHERE id = $1 AND state = 'queued' RETURNING id`, [
      row.id, state, JSON.stringify(report), this.clock.now(),
    ]);
    if (own.length === 0 || state === 'infeasible') return;
    for (const { problem, added, removed } of planned) {
      await this.writer.remove(problem.panelId, removed);
      await this.writer.add(problem.panelId, added, 'plan');
    }
    await this.audit.record({ action: 'judging.assigned', subject: { type: 'assignment_run', id: row.id }, after: { panels: report.panels } });
  }

  private async isCancelled(runId: string): Promise<boolean> {
    return (await this.database.first(`SELECT 1 FROM assignment_run WHERE id = $1 AND state <> 'queued'`, [runId])) !== undefined;
  }

  private async row(runId: string): Promise<RunRow> {
    const row = await this.database.first<RunRow>(`${ROW} WHERE id = $1`, [runId]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  private async load(runId: string): Promise<RunView> {
    return this.viewOf(await this.row(runId));
  }

  /** While the job runs, its state and progress are the outbox's; a job laid aside as dead is a failed run. */
  private async viewOf(row: RunRow): Promise<RunView> {
    const waiting = row.state === 'queued' && row.report.jobId ? await this.jobs.of(row.report.jobId) : undefined;
    const state = waiting?.state === 'running' ? 'running' : waiting?.state === 'dead' ? 'failed' : row.state;
    return {
      id: row.id, editionId: row.editionId, stageKey: row.stageKey, state, seed: row.seed,
      done: waiting ? (waiting.done ?? 0) : 1, total: waiting ? (waiting.total ?? 1) : 1,
      panels: row.report.panels ?? [],
      blocking: await Promise.all((row.report.blocking ?? []).map((one) => this.blockingOf(one))),
      createdAt: row.createdAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null,
    };
  }

  /** The proof in words, with codes and names in place of ids. */
  private async blockingOf({ panel, proof }: { panel: string; proof: InfeasibilityProof }): Promise<BlockingView> {
    const ids = JSON.stringify(proof).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    const names = await this.database.query<{ id: string; name: string; judge: boolean }>(
      `SELECT id, code AS name, false AS judge FROM entry_code WHERE id = ANY($1::uuid[])
       UNION ALL SELECT j.id, a.name, true FROM judge j JOIN account a ON a.id = j.account_id WHERE j.id = ANY($1::uuid[]) ORDER BY name`,
      [ids],
    );
    let sentence = explainInfeasible(proof, currentContext().language);
    for (const { id, name } of names) sentence = sentence.replaceAll(id, name);
    return { panel, sentence, codes: names.filter((one) => !one.judge).map(({ name }) => name), judges: names.filter((one) => one.judge).map(({ name }) => name) };
  }
}
