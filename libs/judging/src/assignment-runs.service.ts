import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { explainInfeasible, explainPair, explainPairInWords } from '#libs/planning';
import { Clock, currentContext, Database, JobProgress, Outbox, Random, Refusal, refuseIfAny, text, violatedConstraint } from '#libs/platform';
import { AssignmentPlanner, AssignPanels } from './assignment-planner.service.js';
import { Conflicts } from './conflicts.service.js';
import type { RunState } from './core/judging-states.js';
import { looserThanRules, withRules, type RunParameters } from './core/run-parameters.js';
import type { BlockingView, PairReason, RunInput, RunView } from './dto/assignment.dto.js';
import { ResultLabels } from '#libs/results';
import { JudgedStages } from './judged-stages.service.js';
import { JudgingPeople } from './judging-people.queries.js';
import type { KeptPlan, PanelObstacle, RunReport } from './planned-panel.js';
import { Refills } from './refills.service.js';

interface RunRow {
  id: string;
  editionId: string;
  stageKey: string;
  kind: 'plan' | 'refill';
  panelIds: string[];
  state: RunState;
  seed: string;
  report: RunReport;
  parameters: RunParameters;
  createdAt: Date;
  finishedAt: Date | null;
}

const ROW = `SELECT id, edition_id AS "editionId", stage_key AS "stageKey", kind, panel_ids AS "panelIds", state, seed, report, parameters, created_at AS "createdAt", finished_at AS "finishedAt" FROM assignment_run`;

/** Runs of earlier versions kept fewer figures. */
const NO_FIGURES = { added: 0, removed: 0, expertPercent: 0, worstEntry: null, optimal: false, chance: null, leastLeads: 0, leastOfField: 0, mostPerEmployer: 0, mostPerRegion: 0, loads: [], raised: [], leftOut: [] };

/** The assignment of a stage's panels as the secretariat sees it: asked for, previewed, put into force, explained. */
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
    private readonly planner: AssignmentPlanner,
    private readonly refills: Refills,
    private readonly people: JudgingPeople,
  ) {}

  async start(actor: Actor, editionId: string, stageKey: string, { panelIds, seed, ...asked }: RunInput): Promise<RunView> {
    this.access.sees(actor, 'judging.manage', { editionId });
    const stage = await this.stages.of(editionId, stageKey);
    const { composition } = stage.panel;
    refuseIfAny(looserThanRules(composition, asked).map((path) => ({ code: 'LOOSER_THAN_RULES', path, params: { rule: composition?.[path] ?? 0 } })));
    const parameters = withRules(composition, asked);
    const id = await this.database.transaction(async () => {
      const open = await this.database.query<{ id: string; readers: number }>(
        `SELECT id, reviews_per_entry AS readers FROM panel WHERE edition_id = $1 AND stage_key = $2 AND state = 'open' AND ($3::uuid[] IS NULL OR id = ANY($3)) ORDER BY name`,
        [editionId, stageKey, panelIds && panelIds.length > 0 ? panelIds : null],
      );
      if (open.length === 0 || (panelIds && panelIds.length > open.length)) throw new Refusal('conflict', 'PANELS_NOT_OPEN');
      const readers = Math.min(...open.map((panel) => panel.readers));
      refuseIfAny((['leads', 'ofField'] as const).filter((path) => (parameters[path] ?? 0) > readers).map((path) => ({ code: 'MORE_THAN_READERS', path, params: { readers } })));
      const planned = open.map((panel) => panel.id);
      // A preview and extra readers fill nothing that falls vacant.
      const { vacated } = await this.conflicts.search(actor, stage, parameters.preview === true || parameters.extra ? [] : planned);
      const made = await this.database
        .first<{ id: string }>(
          `INSERT INTO assignment_run (edition_id, stage_key, panel_ids, seed, state, done, total, report, parameters, started_by, created_at)
           VALUES ($1, $2, $3, $4, 'queued', 0, $5, '{}', $6, $7, $8) RETURNING id`,
          [editionId, stageKey, planned, seed ?? this.random.token(9), open.length, JSON.stringify(parameters), actor.accountId, this.clock.now()],
        )
        .catch((error: unknown) => {
          if (violatedConstraint(error) === 'assignment_run_one_open') throw new Refusal('conflict', 'RUN_UNDER_WAY');
          throw error;
        });
      const runId = made?.id ?? '';
      const jobId = await this.outbox.add(AssignPanels, { runId });
      await this.database.query('UPDATE assignment_run SET report = $2 WHERE id = $1', [runId, JSON.stringify({ jobId, vacated } satisfies RunReport)]);
      await this.audit.record({ action: 'judging.assignmentStarted', subject: { type: 'assignment_run', id: runId }, after: { stage: stageKey, panels: open.length, parameters } });
      return runId;
    });
    return this.load(id);
  }

  async list(actor: Actor, editionId: string, stageKey: string): Promise<RunView[]> {
    this.access.sees(actor, 'judging.read', { editionId });
    const rows = await this.database.query<RunRow>(
      `${ROW} WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY kind ORDER BY created_at DESC, id) AS place FROM assignment_run WHERE edition_id = $1 AND stage_key = $2) r WHERE r.place <= 30)
       ORDER BY created_at DESC, id`,
      [editionId, stageKey],
    );
    return Promise.all(rows.map((row) => this.viewOf(row)));
  }

  async view(actor: Actor, runId: string): Promise<RunView> {
    const row = await this.row(runId);
    this.access.sees(actor, 'judging.read', { editionId: row.editionId });
    return this.viewOf(row);
  }

  /** A run that has not finished stops at its next step and changes nothing. */
  async cancel(actor: Actor, runId: string): Promise<RunView> {
    await this.close(actor, runId, 'queued', 'cancelled', 'judging.assignmentCancelled');
    return this.load(runId);
  }

  async discard(actor: Actor, runId: string): Promise<RunView> {
    await this.close(actor, runId, 'planned', 'discarded', 'judging.planDiscarded');
    return this.load(runId);
  }

  /** Puts a previewed plan into force. Refused when entries, judges, conflicts or reviews have changed since it was made. */
  async apply(actor: Actor, runId: string): Promise<RunView> {
    const row = await this.row(runId);
    this.access.sees(actor, 'judging.manage', { editionId: row.editionId });
    const stage = await this.stages.of(row.editionId, row.stageKey);
    await this.database.transaction(async () => {
      await this.conflicts.search(actor, stage, row.panelIds);
      const panels = await this.database.query<{ state: string }>('SELECT state FROM panel WHERE id = ANY($1) ORDER BY id FOR UPDATE', [row.panelIds]);
      if (panels.some(({ state }) => state !== 'open')) throw new Refusal('conflict', 'PLAN_OUTDATED');
      const done = await this.database.query(`UPDATE assignment_run SET state = 'done', finished_at = $2 WHERE id = $1 AND state = 'planned' RETURNING id`, [runId, this.clock.now()]);
      if (done.length === 0) throw new Refusal('conflict', 'RUN_FINISHED');
      const plans = await this.plans(runId);
      for (const plan of plans) if (this.planner.digestOf(await this.planner.problemOf(plan.panelId, row)) !== plan.digest) throw new Refusal('conflict', 'PLAN_OUTDATED');
      await this.planner.write(plans);
      await this.audit.record({ action: 'judging.assigned', subject: { type: 'assignment_run', id: runId }, after: { panels: plans.map(({ panelId, added, removed }) => ({ panelId, added: added.length, removed: removed.length })) } });
    });
    return this.load(runId);
  }

  /** Why each judge of the panel has this entry in the plan, or has not. */
  async explain(actor: Actor, runId: string, code: string): Promise<PairReason[]> {
    const row = await this.row(runId);
    this.access.sees(actor, 'judging.read', { editionId: row.editionId });
    const found = await this.database.first<{ id: string; panelId: string }>(
      'SELECT id, panel_id AS "panelId" FROM entry_code WHERE edition_id = $1 AND stage_key = $2 AND code = upper($3)', [row.editionId, row.stageKey, code.trim()],
    );
    const kept = found && (await this.plans(runId)).find(({ panelId }) => panelId === found.panelId);
    if (!found || !kept) throw new Refusal('missing', 'CODE_UNKNOWN', {}, [{ code: 'CODE_UNKNOWN', path: 'code' }]);
    const { problem } = await this.planner.problemOf(kept.panelId, row);
    if (!problem.entries.some(({ id }) => id === found.id)) throw new Refusal('missing', 'CODE_UNKNOWN', {}, [{ code: 'CODE_UNKNOWN', path: 'code' }]);
    const planned = new Set(kept.plan.loads.map(({ judge }) => judge));
    const names = await this.people.names(problem.judges.map(({ id }) => id));
    return problem.judges
      .filter(({ id }) => planned.has(id))
      .map(({ id }) => {
        const explanation = explainPair(problem, kept.plan, { entry: found.id, judge: id });
        return { judgeId: id, judgeName: names.get(id) ?? '', kind: explanation.kind, sentence: explainPairInWords(explanation, currentContext().language) };
      })
      .sort((a, b) => Number(b.kind === 'assigned') - Number(a.kind === 'assigned') || (a.judgeName < b.judgeName ? -1 : 1));
  }

  private async close(actor: Actor, runId: string, from: RunState, to: RunState, action: string): Promise<void> {
    const row = await this.row(runId);
    this.access.sees(actor, 'judging.manage', { editionId: row.editionId });
    await this.database.transaction(async () => {
      const stopped = await this.database.query('UPDATE assignment_run SET state = $2, finished_at = $3 WHERE id = $1 AND state = $4 RETURNING id', [runId, to, this.clock.now(), from]);
      if (stopped.length === 0) throw new Refusal('conflict', 'RUN_FINISHED');
      if (to === 'cancelled') await this.refills.askAll(actor.accountId, row.report.vacated);
      await this.audit.record({ action, subject: { type: 'assignment_run', id: runId } });
    });
  }

  private async plans(runId: string): Promise<KeptPlan[]> {
    const row = await this.database.first<{ plan: KeptPlan[] | null }>('SELECT plan FROM assignment_run WHERE id = $1', [runId]);
    return row?.plan ?? [];
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
    const panels = (row.report.panels ?? []).map((panel) => ({ ...NO_FIGURES, ...panel }));
    const names = await this.people.names([...new Set([...panels.flatMap((panel) => panel.loads.map(({ judge }) => judge)), ...(row.report.filled ?? []).map(({ judge }) => judge)])]);
    return {
      id: row.id, editionId: row.editionId, stageKey: row.stageKey, state, kind: row.kind, seed: row.seed, preview: row.parameters.preview === true, extra: row.parameters.extra !== undefined,
      done: waiting ? (waiting.done ?? 0) : 1, total: waiting ? (waiting.total ?? 1) : 1,
      panels: panels.map(({ worstEntry, ...panel }) => ({
        ...panel, worstCode: worstEntry?.code ?? null, worstExpertise: worstEntry?.expertise ?? null,
        loads: panel.loads.map(({ judge, load, max }) => ({ judgeId: judge, name: names.get(judge) ?? '', load, max })),
      })),
      filled: (row.report.filled ?? []).map(({ code, judge }) => ({ code, judgeName: names.get(judge) ?? '' })),
      blocking: await Promise.all((row.report.blocking ?? []).map((one) => this.blockingOf(one, row))),
      createdAt: row.createdAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null,
    };
  }

  /** What is in the way in words, with codes and names in place of ids, and what can be done. */
  private async blockingOf({ panel, ...obstacle }: { panel: string } & PanelObstacle, { parameters, editionId, stageKey }: RunRow): Promise<BlockingView> {
    if (!('proof' in obstacle)) {
      const sentence = 'least' in obstacle ? text('judging.obstacle.chance', { asked: parameters.mostChance ?? 0, least: Math.ceil((100 * obstacle.least.numerator) / obstacle.least.denominator) }) : text('judging.obstacle.undecided');
      return { panel, sentence, advice: [text('least' in obstacle ? 'judging.advice.raiseChance' : 'judging.advice.fewerRules')], codes: [], judges: [] };
    }
    const { proof } = obstacle;
    const ids = JSON.stringify(proof).match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
    const names = await this.database.query<{ id: string; name: string; judge: boolean }>(
      `SELECT id, code AS name, false AS judge FROM entry_code WHERE id = ANY($1::uuid[])
       UNION ALL SELECT j.id, a.name, true FROM judge j JOIN account a ON a.id = j.account_id WHERE j.id = ANY($1::uuid[]) ORDER BY name`,
      [ids],
    );
    let sentence = explainInfeasible(proof, currentContext().language);
    for (const { id, name } of names) sentence = sentence.replaceAll(id, name);
    const labels = 'groups' in proof && proof.groups.length > 0 ? new ResultLabels((await this.stages.of(editionId, stageKey)).rulebook) : undefined;
    for (const group of labels && 'groups' in proof ? proof.groups : []) sentence = sentence.replaceAll(group, nameOfGroup(group, labels));
    const crossing = proof.kind === 'solver-verdict' || proof.kind === 'reviews-short';
    const advice = [
      ...(proof.kind === 'reviews-short' ? [text('judging.advice.invite', { count: proof.need - proof.capacity }), text('judging.advice.raiseMost'), text('judging.advice.fewerReviews')] : []),
      ...(proof.kind === 'minimum-short' ? [text('judging.advice.lowerLeast')] : []),
      ...(parameters.keepWishes ? [text('judging.advice.dropWishes')] : []),
      ...(parameters.perEmployer === undefined ? [] : [text('judging.advice.dropEmployer')]),
      ...(crossing ? (['leads', 'ofField', 'perRegion', 'apart'] as const).filter((rule) => rule === 'apart' ? (parameters.apart ?? []).length > 0 : parameters[rule] !== undefined).map((rule) => text(`judging.advice.drop.${rule}`)) : []),
    ];
    return { panel, sentence, advice, codes: names.filter((one) => !one.judge).map(({ name }) => name), judges: names.filter((one) => one.judge).map(({ name }) => name) };
  }
}

/** "project.senior.PH" as people say it. */
function nameOfGroup(group: string, labels: ResultLabels | undefined): string {
  const [type = '', key = '', discipline] = group.split('.');
  return labels ? [labels.type(type), key && labels.group(key), discipline && labels.discipline(discipline)].filter(Boolean).join(' ') : group;
}
