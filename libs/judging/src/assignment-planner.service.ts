import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Clock, Database, Handles, job, type JobRun } from '#libs/platform';
import { exactSolver } from '#libs/exact';
import { assignJudges, PlanningUndecided, randomiseAssignmentInSteps, repairAssignmentInSteps, topUpAssignment, type EntryJudgePair, type IntegerSolver } from '#libs/planning';
import { hashOf, type RawObservation } from '#libs/scoring';
import { chancesAtCut } from './core/grey-zone.js';
import type { RunState } from './core/judging-states.js';
import { optionsOf, type RunParameters } from './core/run-parameters.js';
import { PanelProblems, type PanelProblem } from './panel-problem.queries.js';
import { PlanWriter } from './plan-writer.service.js';
import { plannedPanel, type KeptPlan, type PanelObstacle, type Planned, type RunReport } from './planned-panel.js';
import { Refills } from './refills.service.js';
import { SteppedPlanning } from './stepped-planning.service.js';

export const AssignPanels = job<{ runId: string }>('judging.assign', { queue: 'scores', attempts: 2 });

interface QueuedRun {
  id: string;
  panelIds: string[];
  state: RunState;
  seed: string;
  report: RunReport;
  parameters: RunParameters;
  startedBy: string;
}

const keyOf = ({ entry, judge }: EntryJudgePair): string => `${entry} ${judge}`;

/** Makes the plans of a run in the background: all panels or none, started reviews kept, a proof where it cannot be done. */
@Injectable()
export class AssignmentPlanner {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly problems: PanelProblems,
    private readonly writer: PlanWriter,
    private readonly stepped: SteppedPlanning,
    private readonly refills: Refills,
  ) {}

  /** Plans every panel and stores the plans together; the run's own transaction makes it once in effect. */
  @Handles(AssignPanels)
  async assign({ runId }: { runId: string }, run: JobRun): Promise<void> {
    const row = await this.database.first<QueuedRun>('SELECT id, panel_ids AS "panelIds", state, seed, report, parameters, started_by AS "startedBy" FROM assignment_run WHERE id = $1', [runId]);
    if (row?.state !== 'queued') return;
    const planned: Planned[] = [];
    const blocking: ({ panel: string } & PanelObstacle)[] = [];
    for (const [index, panelId] of row.panelIds.entries()) {
      if (await this.stepped.isCancelled(runId)) return;
      const problem = await this.problemOf(panelId, row);
      const result = await this.planOf(row, problem, (done, total) => run.report(index * 1000 + Math.round((1000 * done) / Math.max(total, 1)), row.panelIds.length * 1000));
      if (result === 'cancelled') return;
      if ('kept' in result) planned.push(result);
      else blocking.push({ panel: problem.panel, ...result });
      await run.report((index + 1) * 1000, row.panelIds.length * 1000);
    }
    await this.finish(row, planned, blocking);
    await run.report(row.panelIds.length * 1000, row.panelIds.length * 1000);
  }

  /** The panel as it is now, as the run's parameters ask it. */
  problemOf(panelId: string, run: { seed: string; parameters: RunParameters }): Promise<PanelProblem> {
    const { keepWishes, ...asked } = run.parameters;
    return this.problems.of(panelId, run.seed, { ...asked, wishes: keepWishes === true });
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

  private async planOf(row: QueuedRun, problem: PanelProblem, report: (done: number, total: number) => Promise<void>): Promise<Planned | PanelObstacle | 'cancelled'> {
    const solver = await exactSolver();
    try {
      if (row.parameters.extra) return await this.topUp(problem, row, solver);
      return row.parameters.mostChance === undefined ? await this.plan(row, problem, solver, report) : await this.draw(row, problem, solver, row.parameters.mostChance, report);
    } catch (error) {
      if (error instanceof PlanningUndecided) return { undecided: true };
      throw error;
    }
  }

  private async plan(row: QueuedRun, problem: PanelProblem, solver: IntegerSolver, report: (done: number, total: number) => Promise<void>): Promise<Planned | PanelObstacle | 'cancelled'> {
    const steps = repairAssignmentInSteps({ problem: problem.problem, existing: problem.existing }, { ...optionsOf(row.parameters), solver });
    const result = await this.stepped.run(row.id, steps, report);
    if (result === 'cancelled') return result;
    if (result.kind === 'infeasible') return { proof: result.proof };
    const removed = result.removed.filter((pair) => pair.reason === 'made-room' || pair.reason === 'judge-left').map(({ entry, judge }) => ({ entry, judge }));
    return plannedPanel(problem, this.digestOf(problem), result.plan, { added: [...result.added], removed, raised: [], leftOut: [], kept: problem.existing.length === 0 ? 0 : result.kept.length, chance: null });
  }

  /** Drawn by chance, so that nobody can count on a pair; reviews that have begun stay, all others are drawn anew. */
  private async draw(row: QueuedRun, problem: PanelProblem, solver: IntegerSolver, percent: number, report: (done: number, total: number) => Promise<void>): Promise<Planned | PanelObstacle | 'cancelled'> {
    const begun = problem.existing.filter(({ done }) => done).map(({ entry, judge }) => ({ entry, judge }));
    const asked = { ...problem.problem, fixed: begun };
    const drawn = await this.stepped.run(row.id, randomiseAssignmentInSteps(asked, { numerator: percent, denominator: 100 }, { ...optionsOf(row.parameters), solver }), report);
    if (drawn === 'cancelled') return drawn;
    if (drawn.kind === 'infeasible') return { proof: drawn.proof };
    if (drawn.kind === 'limit-too-tight') return { least: drawn.least };
    // The drawn pairs as a plan: loads, connectedness and the reasons for each pair.
    const pairs = drawn.pairs.map(({ entry, judge }) => ({ entry, judge }));
    const plan = assignJudges({ ...asked, fixed: pairs }, { linking: 'report', solver });
    if (plan.kind === 'infeasible') return { proof: plan.proof };
    const [chosen, earlier] = [new Set(pairs.map(keyOf)), new Set(problem.existing.map(keyOf))];
    const chance = Math.max(0, ...drawn.chances.filter(({ units }) => units < drawn.limit.denominator).map(({ units }) => (100 * units) / drawn.limit.denominator));
    return plannedPanel(problem, this.digestOf(problem), plan, {
      added: pairs.filter((pair) => !earlier.has(keyOf(pair))), removed: problem.existing.filter((pair) => !chosen.has(keyOf(pair))).map(({ entry, judge }) => ({ entry, judge })),
      raised: [], leftOut: [], kept: problem.existing.filter((pair) => chosen.has(keyOf(pair))).length, chance: Math.round(chance),
    });
  }

  /** More readers where the scores so far leave it open who goes on; every review that exists stays. */
  private async topUp(problem: PanelProblem, row: QueuedRun, solver: IntegerSolver): Promise<Planned | PanelObstacle> {
    const { cutPercent, budget, perEntry } = row.parameters.extra ?? { cutPercent: 0, budget: 0, perEntry: 1 };
    const scores = await this.database.query<RawObservation>(
      `SELECT a.code_id AS entry, a.judge_id AS judge, a.sheet_total::float8 AS y FROM assignment a WHERE a.panel_id = $1 AND a.state = 'assigned' AND a.sheet_state = 'submitted' ORDER BY 1, 2`,
      [problem.panelId],
    );
    const known = new Set(problem.problem.entries.map(({ id }) => id));
    const chances = chancesAtCut(scores, cutPercent, row.seed).filter(({ entry }) => known.has(entry));
    const result = topUpAssignment({ problem: problem.problem, existing: problem.existing.map(({ entry, judge }) => ({ entry, judge })), chances, budget, perEntry }, { solver });
    if (result.kind === 'infeasible') return { proof: result.proof };
    return plannedPanel(problem, this.digestOf(problem), result.plan, { added: [...result.added], removed: [], raised: [...result.raised], leftOut: [...result.leftOut], kept: problem.existing.length, chance: null });
  }

  private async finish(row: QueuedRun, planned: Planned[], blocking: NonNullable<RunReport['blocking']>): Promise<void> {
    const state: RunState = blocking.length > 0 ? 'infeasible' : row.parameters.preview ? 'planned' : 'done';
    const report: RunReport = { ...row.report, panels: planned.map((one) => one.figures), blocking };
    const plans = planned.map((one) => one.kept);
    // Another person may have cancelled meanwhile; from here on they cannot.
    const own = await this.database.query(`UPDATE assignment_run SET state = $2, report = $3, plan = $4, done = total, finished_at = $5 WHERE id = $1 AND state = 'queued' RETURNING id`, [
      row.id, state, JSON.stringify(report), JSON.stringify(plans), this.clock.now(),
    ]);
    if (own.length === 0) return;
    if (state === 'infeasible') await this.refills.askAll(row.startedBy, row.report.vacated);
    if (state !== 'done') return;
    await this.write(plans);
    await this.audit.record({ action: 'judging.assigned', subject: { type: 'assignment_run', id: row.id }, after: { panels: planned.map(({ figures: { loads: _loads, ...figures } }) => figures) } });
  }
}
