import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Clock, Database, Handles, job, type JobRun } from '#libs/platform';
import { exactSolver } from '#libs/exact';
import { PlanningCancelled, repairAssignmentInSteps, runStepsWithPauses, topUpAssignment, type AssignmentOptions, type AssignmentPlan, type AssignmentProblem, type EntryJudgePair, type InfeasibilityProof } from '#libs/planning';
import { hashOf, type RawObservation } from '#libs/scoring';
import { chancesAtCut } from './core/grey-zone.js';
import type { RunState } from './core/judging-states.js';
import { compositionOf, optionsOf, type RunParameters } from './core/run-parameters.js';
import { EXPERT, PanelProblems, type PanelProblem } from './panel-problem.queries.js';
import { PlanWriter } from './plan-writer.service.js';

export const AssignPanels = job<{ runId: string }>('judging.assign', { queue: 'scores', attempts: 2 });

/** Figures of a panel's plan, as the run keeps them. */
export interface PanelFigures {
  panelId: string;
  panel: string;
  entries: number;
  judges: number;
  pairs: number;
  kept: number;
  added: number;
  removed: number;
  minLoad: number;
  maxLoad: number;
  parts: number;
  /** Reviews by somebody of the field, in percent. */
  expertPercent: number;
  worstEntry: { code: string; expertise: number } | null;
  optimal: boolean;
  loads: { judge: string; load: number; max: number }[];
  /** Codes that get more readers, and how many; codes in the grey zone that got none. */
  raised: { code: string; extra: number }[];
  leftOut: string[];
}

export interface RunReport {
  jobId?: string;
  panels?: PanelFigures[];
  blocking?: { panel: string; proof: InfeasibilityProof }[];
}

/** What a preview keeps of a panel, to be put into force later and to be explained. */
export interface KeptPlan {
  panelId: string;
  /** Of everything the plan was made from. */
  digest: string;
  plan: AssignmentPlan;
  added: EntryJudgePair[];
  removed: EntryJudgePair[];
  raised: { entry: string; extra: number }[];
}

interface Planned {
  kept: KeptPlan;
  figures: PanelFigures;
}

interface QueuedRun {
  id: string;
  panelIds: string[];
  state: RunState;
  seed: string;
  report: RunReport;
  parameters: RunParameters;
}

const LOOK_EVERY_MS = 500;
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Makes the plans of a run in the background: all panels or none, started reviews kept, a proof where it cannot be done. */
@Injectable()
export class AssignmentPlanner {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly problems: PanelProblems,
    private readonly writer: PlanWriter,
  ) {}

  /** Plans every panel and stores the plans together; the run's own transaction makes it once in effect. */
  @Handles(AssignPanels)
  async assign({ runId }: { runId: string }, run: JobRun): Promise<void> {
    const row = await this.database.first<QueuedRun>('SELECT id, panel_ids AS "panelIds", state, seed, report, parameters FROM assignment_run WHERE id = $1', [runId]);
    if (row?.state !== 'queued') return;
    const planned: Planned[] = [];
    const blocking: { panel: string; proof: InfeasibilityProof }[] = [];
    for (const [index, panelId] of row.panelIds.entries()) {
      if (await this.isCancelled(runId)) return;
      const problem = await this.problemOf(panelId, row);
      const result = row.parameters.extra
        ? await this.topUp(problem, row)
        : await this.plan(row, problem, (done, total) => run.report(index * 1000 + Math.round((1000 * done) / Math.max(total, 1)), row.panelIds.length * 1000));
      if (result === 'cancelled') return;
      if ('proof' in result) blocking.push({ panel: problem.panel, proof: result.proof });
      else planned.push(result);
      await run.report((index + 1) * 1000, row.panelIds.length * 1000);
    }
    await this.finish(row, planned, blocking);
    await run.report(row.panelIds.length * 1000, row.panelIds.length * 1000);
  }

  /** The panel as it is now, as the run's parameters ask it. */
  problemOf(panelId: string, run: { seed: string; parameters: RunParameters }): Promise<PanelProblem> {
    const { keepWishes, sameRegionPenalty } = run.parameters;
    return this.problems.of(panelId, run.seed, { wishes: keepWishes === true, sameRegionPenalty, composition: compositionOf(run.parameters) });
  }

  /** Of everything a plan is made from; another digest means that something has changed since. */
  digestOf({ problem: { seed: _seed, ...asked }, existing }: PanelProblem): string {
    return hashOf(JSON.parse(JSON.stringify({ asked, existing })) as Record<string, unknown>);
  }

  async write(plans: readonly KeptPlan[]): Promise<void> {
    for (const { panelId, added, removed, raised } of plans) {
      await this.writer.remove(panelId, removed);
      await this.writer.raise(raised);
      await this.writer.add(panelId, added, 'plan');
    }
  }

  /** Looks for a cancellation twice a second; that also keeps the run's transaction from counting as idle. */
  private async plan(row: QueuedRun, problem: PanelProblem, report: (done: number, total: number) => Promise<void>): Promise<Planned | { proof: InfeasibilityProof } | 'cancelled'> {
    const signal = { aborted: false };
    let reached = { done: 0, total: 1 };
    let looked = performance.now();
    // Only crossing rules and the worst entry need the exact solver.
    const exact = row.parameters.perEmployer !== undefined || row.parameters.fairness === 'worst-entry';
    const options = { ...optionsOf(row.parameters), ...(exact ? { solver: await exactSolver() } : {}) };
    const steps = repairAssignmentInSteps({ problem: problem.problem, existing: problem.existing }, options);
    const breathe = async (): Promise<void> => {
      await report(reached.done, reached.total);
      if (performance.now() - looked > LOOK_EVERY_MS) {
        looked = performance.now();
        signal.aborted = await this.isCancelled(row.id);
      }
      await pause();
    };
    const result = await runStepsWithPauses(steps, breathe, { signal, onProgress: (progress) => void (reached = progress) }).catch((error: unknown) => {
      if (error instanceof PlanningCancelled) return 'cancelled' as const;
      throw error;
    });
    if (result === 'cancelled') return result;
    if (result.kind === 'infeasible') return { proof: result.proof };
    const removed = result.removed.filter((pair) => pair.reason === 'made-room' || pair.reason === 'judge-left').map(({ entry, judge }) => ({ entry, judge }));
    return this.planned(problem, result.plan, { added: [...result.added], removed, raised: [], leftOut: [], kept: problem.existing.length === 0 ? 0 : result.kept.length });
  }

  /** Flows decide everything but panel rules that cross. */
  private async solverFor({ composition = [] }: AssignmentProblem): Promise<AssignmentOptions> {
    return composition.length > 0 ? { solver: await exactSolver() } : {};
  }

  /** More readers where the scores so far leave it open who goes on; every review that exists stays. */
  private async topUp(problem: PanelProblem, row: QueuedRun): Promise<Planned | { proof: InfeasibilityProof }> {
    const { cutPercent, budget, perEntry } = row.parameters.extra ?? { cutPercent: 0, budget: 0, perEntry: 1 };
    const scores = await this.database.query<RawObservation>(
      `SELECT a.code_id AS entry, a.judge_id AS judge, a.sheet_total::float8 AS y FROM assignment a WHERE a.panel_id = $1 AND a.state = 'assigned' AND a.sheet_state = 'submitted' ORDER BY 1, 2`,
      [problem.panelId],
    );
    const known = new Set(problem.problem.entries.map(({ id }) => id));
    const chances = chancesAtCut(scores, cutPercent, row.seed).filter(({ entry }) => known.has(entry));
    const result = topUpAssignment({ problem: problem.problem, existing: problem.existing.map(({ entry, judge }) => ({ entry, judge })), chances, budget, perEntry }, await this.solverFor(problem.problem));
    if (result.kind === 'infeasible') return { proof: result.proof };
    return this.planned(problem, result.plan, { added: [...result.added], removed: [], raised: [...result.raised], leftOut: [...result.leftOut], kept: problem.existing.length });
  }

  private planned(
    problem: PanelProblem, plan: AssignmentPlan,
    changes: { added: EntryJudgePair[]; removed: EntryJudgePair[]; raised: { entry: string; extra: number }[]; leftOut: string[]; kept: number },
  ): Planned {
    const { problem: asked, panelId, panel, codes } = problem;
    const { added, removed, raised } = changes;
    const code = (id: string): string => codes.get(id) ?? '';
    const most = new Map(asked.judges.map(({ id, max }) => [id, max]));
    const loads = plan.loads.map(({ judge, load }) => ({ judge, load, max: most.get(judge) ?? load }));
    const experts = plan.pairs.filter(({ score }) => score >= EXPERT).length;
    return {
      kept: { panelId, digest: this.digestOf(problem), plan, added, removed, raised },
      figures: {
        panelId, panel, entries: asked.entries.length, judges: asked.judges.length, pairs: plan.pairs.length, kept: changes.kept, added: added.length, removed: removed.length,
        minLoad: loads.length === 0 ? 0 : Math.min(...loads.map(({ load }) => load)), maxLoad: loads.length === 0 ? 0 : Math.max(...loads.map(({ load }) => load)),
        parts: plan.connectedness.components, expertPercent: plan.pairs.length === 0 ? 0 : Math.round((100 * experts) / plan.pairs.length),
        worstEntry: plan.worstEntry && { code: code(plan.worstEntry.entry), expertise: plan.worstEntry.expertise }, optimal: plan.optimal,
        loads, raised: raised.map(({ entry, extra }) => ({ code: code(entry), extra })), leftOut: changes.leftOut.map(code),
      },
    };
  }

  private async finish(row: QueuedRun, planned: Planned[], blocking: NonNullable<RunReport['blocking']>): Promise<void> {
    const state: RunState = blocking.length > 0 ? 'infeasible' : row.parameters.preview ? 'planned' : 'done';
    const report: RunReport = { ...row.report, panels: planned.map((one) => one.figures), blocking };
    const plans = planned.map((one) => one.kept);
    // Another person may have cancelled meanwhile; from here on they cannot.
    const own = await this.database.query(`UPDATE assignment_run SET state = $2, report = $3, plan = $4, done = total, finished_at = $5 WHERE id = $1 AND state = 'queued' RETURNING id`, [
      row.id, state, JSON.stringify(report), JSON.stringify(plans), this.clock.now(),
    ]);
    if (own.length === 0 || state !== 'done') return;
    await this.write(plans);
    await this.audit.record({ action: 'judging.assigned', subject: { type: 'assignment_run', id: row.id }, after: { panels: planned.map(({ figures: { loads: _loads, ...figures } }) => figures) } });
  }

  private async isCancelled(runId: string): Promise<boolean> {
    return (await this.database.first(`SELECT 1 FROM assignment_run WHERE id = $1 AND state <> 'queued'`, [runId])) !== undefined;
  }
}
