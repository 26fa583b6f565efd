import type { ApiSession } from './api-session.js';
import { mannerOf, pointsOf, secondsOf, type Manner } from './judge-manners.js';
import type { Meter } from './meter.js';
import { inParallel } from './pool.js';
import { allRows } from './season-chain.js';
import type { Cast, JudgeActor } from './season-people.js';
import { Seeded } from './seeded.js';

/** Who is judged by the same panel: student projects by stage, teachers' projects, and the three smaller types together. */
const PANELS: { name: string; types: string[]; groups: string[] }[] = [
  { name: '成果小学组', types: ['project'], groups: ['primary'] },
  { name: '成果初中组', types: ['project'], groups: ['junior'] },
  { name: '成果高中组', types: ['project'], groups: ['senior'] },
  { name: '科技辅导员组', types: ['teacher'], groups: [] },
  { name: '绘画、实践与影像组', types: ['painting', 'practice', 'video'], groups: [] },
];

interface PanelAnswer {
  id: string;
  name: string;
  state: string;
}

interface QueueRow {
  assignmentId: string;
  code: string;
  title: string;
  sheetState: string;
  version: number;
  /** Name of the score sheet of this entry. */
  sheet: string;
}

interface RunAnswer {
  id: string;
  state: string;
  blocking: { sentence: string }[];
}

export interface StageOptions {
  cast: Cast;
  editionId: string;
  stageKey: 'initial' | 'final';
  judges: JudgeActor[];
  meter: Meter;
  /** A judge who leaves after scoring (all the sheets become void) and one who recuses; not in a season that stops here. */
  incidents: boolean;
  /** Share of the sheets that are handed in; the rest stays open. */
  share: number;
}

/** Panels by type and group, seats in proportion to the work, codes, conflicts, assignment. */
export async function arrangePanels(options: StageOptions): Promise<PanelAnswer[]> {
  const { cast, editionId, stageKey, judges, meter } = options;
  const { secretariat } = cast;
  const state = stageKey === 'initial' ? 'eligible,in_review' : 'finalist';
  const entries = await allRows<{ type: string; groupKey: string }>(secretariat, `/api/entries?editionId=${editionId}&state=${state}`);
  const base = `/api/judging/editions/${editionId}/stages/${stageKey}`;
  const work = PANELS.map((panel) => ({ ...panel, entries: entries.filter((entry) => panel.types.includes(entry.type) && (panel.groups.length === 0 || panel.groups.includes(entry.groupKey))).length }))
    .filter((panel) => panel.entries > 0);
  const panels: PanelAnswer[] = [];
  let next = 0;
  for (const { name, types, groups, entries: mine } of work) {
    const panel = await secretariat.post<PanelAnswer>(`${base}/panels`, { name, types, groups, disciplines: [] });
    const wanted = Math.min(judges.length, stageKey === 'final' ? 9 : Math.max(6, Math.floor((judges.length * mine) / entries.length)));
    // Where judges are few, one may sit on two panels.
    const seats = Array.from({ length: wanted }, () => judges[next++ % judges.length] as JudgeActor);
    await secretariat.post(`/api/judging/panels/${panel.id}/judges`, { accountIds: seats.map((judge) => judge.accountId), accepted: true });
    panels.push(panel);
  }
  await secretariat.post(`${base}/codes`);
  await secretariat.post(`${base}/conflicts/detect`);
  const run = await secretariat.post<RunAnswer>(`${base}/assignment-runs`, { seed: `${editionId}-${stageKey}` });
  const finished = await untilFinished(secretariat, run.id);
  if (finished.state !== 'done') meter.wrong(`assignment of ${stageKey}: ${finished.state} ${finished.blocking.map((one) => one.sentence).join(' ')}`);
  return panels;
}

async function untilFinished(session: ApiSession, runId: string): Promise<RunAnswer> {
  for (let waited = 0; waited < 1200; waited++) {
    const run = await session.get<RunAnswer>(`/api/judging/assignment-runs/${runId}`);
    if (!['queued', 'running'].includes(run.state)) return run;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the assignment did not finish within two minutes');
}

/** Odd manners are for the first reading; the finalists' judges are all fair. */
const mannerAt = (stageKey: string, judgeIndex: number): Manner => (stageKey === 'initial' ? mannerOf(judgeIndex) : 'fair');

/** All judges read and hand in, as from their desks: queue, entry, one draft, the sheet. One in forty saves twice with the same key. */
export async function judgeAll(options: StageOptions): Promise<void> {
  const { judges, stageKey, meter, incidents, share } = options;
  const sheets = new SheetsSeen();
  await inParallel(judges, 6, async (judge, index) => {
    const random = new Seeded(index * 7919 + (stageKey === 'final' ? 1 : 0));
    let queue = await openQueue(judge.session);
    const [first] = queue;
    if (incidents && first && index === 3) {
      await judge.session.post(`/api/judge/assignments/${first.assignmentId}/recuse`, { reason: '作者是我指导过的学生的队友，申请回避' });
      queue = await openQueue(judge.session);
    }
    for (const row of queue.slice(0, Math.ceil(queue.length * share))) {
      const values = pointsOf(await sheets.maximaOf(judge.session, row), row.code, index, mannerAt(stageKey, index));
      const key = `${stageKey}-${row.assignmentId}`;
      const draft = { clientKey: `${key}-draft`, baseVersion: row.version, values };
      const saved = await judge.session.put<{ version: number }>(`/api/judge/assignments/${row.assignmentId}/sheet`, draft);
      if (random.chance(0.025)) {
        const again = await judge.session.put<{ version: number }>(`/api/judge/assignments/${row.assignmentId}/sheet`, draft);
        if (again.version !== saved.version) meter.wrong(`a save sent twice became two: ${row.assignmentId}`);
      }
      await judge.session.post(`/api/judge/assignments/${row.assignmentId}/submit`, {
        clientKey: `${key}-sheet`, baseVersion: saved.version, values, secondsSpent: secondsOf(row.code, index, mannerAt(stageKey, index)), participantComment: random.chance(0.3) ? '选题来自生活，数据记录完整；建议补充对照实验。' : '',
      });
    }
  });
  if (!incidents) return;
  await finishRefills(options, sheets);
}

interface EntryAnswer {
  sheetRules: { items: { kind: string; key: string; max: number | string }[] };
}

/** Points of each criterion by sheet, as the desk shows them with an entry: each sheet is looked at once. */
class SheetsSeen {
  private readonly byName = new Map<string, Promise<Record<string, number>>>();

  maximaOf(session: ApiSession, row: QueueRow): Promise<Record<string, number>> {
    const seen = this.byName.get(row.sheet) ?? this.look(session, row.assignmentId);
    this.byName.set(row.sheet, seen);
    return seen;
  }

  private async look(session: ApiSession, assignmentId: string): Promise<Record<string, number>> {
    const { sheetRules } = await session.get<EntryAnswer>(`/api/judge/assignments/${assignmentId}`);
    return Object.fromEntries(sheetRules.items.filter((item) => item.kind === 'score').map((item) => [item.key, Number(item.max)]));
  }
}

const openQueue = async (session: ApiSession): Promise<QueueRow[]> => (await allRows<QueueRow>(session, '/api/judge/queue?')).filter((row) => row.sheetState !== 'submitted');

/** Judges who took over others' entries finish them too, once the runs that look for them have ended. */
async function finishRefills(options: StageOptions, sheets: SheetsSeen): Promise<void> {
  const { cast, editionId, judges, stageKey } = options;
  for (const run of await cast.secretariat.get<RunAnswer[]>(`/api/judging/editions/${editionId}/stages/${stageKey}/assignment-runs`)) await untilFinished(cast.secretariat, run.id);
  await inParallel(judges, 6, async (judge, index) => {
    for (const row of await openQueue(judge.session)) {
      await judge.session.post(`/api/judge/assignments/${row.assignmentId}/submit`, {
        clientKey: `${stageKey}-${row.assignmentId}-late`, baseVersion: row.version, values: pointsOf(await sheets.maximaOf(judge.session, row), row.code, index, mannerAt(stageKey, index)), secondsSpent: secondsOf(row.code, index, mannerAt(stageKey, index)),
      });
    }
  });
}

/** A judge withdraws after scoring: every sheet of theirs in the panel is void, others take over. */
export async function withdrawOneJudge(options: StageOptions, panels: PanelAnswer[]): Promise<void> {
  const { cast } = options;
  const panel = panels[0];
  if (!panel) return;
  const { seats } = await cast.secretariat.get<{ seats: { judgeId: string; state: string }[] }>(`/api/judging/panels/${panel.id}`);
  const seat = seats.filter((one) => one.state === 'accepted').at(-1);
  if (!seat) return;
  await cast.secretariat.post(`/api/judging/panels/${panel.id}/judges/${seat.judgeId}/withdraw`, { reason: '评委因故退出，其评分全部作废' });
  await finishRefills(options, new SheetsSeen());
}

/** Locks every panel, with a reason for each entry that could not get all its sheets, and closes the stage. */
export async function lockAndClose(options: StageOptions, panels: PanelAnswer[]): Promise<void> {
  const { cast, editionId, stageKey } = options;
  for (const panel of panels) {
    const short = await allRows<{ code: string }>(cast.secretariat, `/api/judging/panels/${panel.id}/progress/entries?short=true`);
    await cast.secretariat.post(`/api/judging/panels/${panel.id}/lock`, { gaps: short.map((row) => ({ code: row.code, reason: '评委退出后无可接替的评委，按规则以其余评分计算' })) });
  }
  await cast.secretariat.post(`/api/judging/editions/${editionId}/stages/${stageKey}/close`);
}
