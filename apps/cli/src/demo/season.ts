import { innovationRulebook, type Rulebook } from '#libs/contests';
import { ApiSession } from './api-session.js';
import { ENTRY_TYPES } from './entry-kinds.js';
import { MadeUpPeople } from './made-up-people.js';
import { MadeUpWorks } from './made-up-works.js';
import { Meter, type PhaseTime } from './meter.js';
import { inParallel } from './pool.js';
import { gatherCast } from './season-cast.js';
import { countyRound, prefectureRound, provinceCheck, allRows } from './season-chain.js';
import { checkPublished } from './season-check.js';
import { openEdition, type SetClock } from './season-edition.js';
import { handIn, prepareEntry, writeScripts, type EntryScript } from './season-entries.js';
import { arrangePanels, judgeAll, lockAndClose, withdrawOneJudge, type StageOptions } from './season-judging.js';
import type { Cast } from './season-people.js';
import { calendarOf, yearOf, type Calendar, type SeasonPlan } from './season-plan.js';
import { awaitSnapshot, publish } from './season-results.js';
import { Seeded } from './seeded.js';

export interface SeasonOptions {
  url: string;
  plan: SeasonPlan;
  /** An existing system administrator; everybody else is invited. */
  administrator: { login: string; password: string };
  /** People of an earlier season of this installation; without them new ones are gathered. */
  cast?: Cast;
  /** Login names of a new cast begin with it. */
  prefix: string;
  say(line: string): void;
}

export interface SeasonSummary {
  edition: string;
  entriesByState: Record<string, number>;
  finalists: number;
  prizes: Record<string, number>;
  phases: PhaseTime[];
  seconds: number;
  requests: number;
  errors: string[];
  publishedDigest: string | null;
  /** Published rows whose rank, total or prize differs from the independent recomputation. */
  rankMismatches: string[];
  recomputedRows: number;
}

const LANES = 6;

/** Rules of the season: the innovation rulebook with as many finalists of each type as the plan says, over all its groups. */
function rulesOf(plan: SeasonPlan): Rulebook {
  const rulebook = innovationRulebook(yearOf(plan));
  rulebook.scoring = {
    ...rulebook.scoring,
    selections: ENTRY_TYPES.map((type) => ({
      key: type === 'project' ? 'finalists' : `finalists_${type}`, label: { zh: '入围终评', en: 'Finalists' }, per: 'all', places: { count: plan.types[type].finalists },
      eligible: { eq: ['attr.type', { text: type }] }, ties: 'expand',
    })),
  };
  return rulebook;
}

/** Plays one season of the innovation contest through the public HTTP API, as the right roles, up to where the plan says. */
export async function playSeason(options: SeasonOptions): Promise<{ cast: Cast; summary: SeasonSummary }> {
  const { url, plan, prefix, say } = options;
  const begun = performance.now();
  const meter = new Meter(say);
  const random = new Seeded(plan.seed);
  const people = new MadeUpPeople(random, plan.seed * 20_000);
  const systemAdmin = new ApiSession(url, meter, options.administrator);
  const setClock: SetClock = async (now) => void (await systemAdmin.put('/api/clock', { now: now.toISOString() }));

  await setClock(new Date(plan.opensAt.getTime() - 30 * 86_400_000));
  const cast = options.cast ?? (await meter.phase('people and schools', () => gatherCast({ url, meter, plan, random, people, systemAdmin, prefix, say })));
  const editionId = await meter.phase('edition opens', () => openEdition(cast, plan, { ...rulesOf(plan) }, setClock));
  const stages: Stages = { cast, plan, editionId, meter, random, setClock, moment: (stage, hoursLeft) => new Date(calendarOf(plan)[stage][1].getTime() - hoursLeft * 3_600_000) };

  await meter.phase('schools hand in', () => handInOverTheWeeks(stages, writeScripts(plan, random, people, new MadeUpWorks(random, plan.oddTitles ?? true), cast.schools)));
  const rest = plan.until === 'registration' ? {} : await playChain(stages).then(() => playReview(stages));
  return { cast, summary: await summarise(cast, editionId, meter, begun, rest) };
}

interface Stages {
  cast: Cast;
  plan: SeasonPlan;
  editionId: string;
  meter: Meter;
  random: Seeded;
  setClock: SetClock;
  moment(stage: keyof Calendar, hoursLeft: number): Date;
}

/** The days pass while schools hand in, so that the office's curve has a shape. A season that stops here leaves every fifth a draft. */
async function handInOverTheWeeks({ cast, plan, editionId, setClock, moment }: Stages, scripts: EntryScript[]): Promise<void> {
  const days = plan.until === 'registration' ? [85, 76, 66, 59, 54] : [80, 50, 20, 9, 3, 1];
  const share = Math.ceil(scripts.length / days.length);
  for (const [index, day] of days.entries()) {
    await setClock(moment('school', day * 24));
    await inParallel(scripts.slice(index * share, (index + 1) * share), LANES, async (script, position) => {
      if (plan.until === 'registration' && position % 5 === 4) await prepareEntry(script, editionId, cast.nobody, plan);
      else await handIn(script, editionId, cast.nobody, plan);
    });
  }
}

async function playChain({ cast, plan, editionId, meter, random, setClock, moment }: Stages): Promise<void> {
  await setClock(moment('county', 48));
  await meter.phase('counties recommend', () => countyRound(cast, plan, editionId, meter, random));
  await setClock(moment('prefecture', 48));
  await meter.phase('prefectures recommend', () => prefectureRound(cast, plan, editionId, meter, random));
  await setClock(moment('province_check', 48));
  await meter.phase('province checks', () => provinceCheck(cast, editionId, meter, random));
}

async function playReview({ cast, plan, editionId, meter, setClock, moment }: Stages): Promise<Partial<SeasonSummary>> {
  const complete = plan.until === 'published';
  await setClock(moment('initial', 24 * 12));
  const initial: StageOptions = { cast, editionId, stageKey: 'initial', judges: cast.judges, meter, incidents: complete, share: complete ? 1 : 0.45 };
  const initialPanels = await meter.phase('initial review: panels', () => arrangePanels(initial));
  await meter.phase('initial review: sheets', () => judgeAll(initial));
  if (!complete) return {};
  await meter.phase('initial review: closing', async () => {
    await withdrawOneJudge(initial, initialPanels);
    await lockAndClose(initial, initialPanels);
  });
  await setClock(moment('initial', -24 * 2));
  await meter.phase('finalists', async () => publish(cast, await awaitSnapshot(cast, editionId, 'initial'), 'shortlist'));

  await setClock(moment('final', 48));
  const final: StageOptions = { ...initial, stageKey: 'final', judges: cast.judges.slice(0, plan.finalJudges) };
  const finalPanels = await meter.phase('final: panels', () => arrangePanels(final));
  await meter.phase('final: sheets', () => judgeAll(final));
  const publication = await meter.phase('final: results', async () => {
    await lockAndClose(final, finalPanels);
    const snapshot = await awaitSnapshot(cast, editionId, 'final');
    const disqualified = await disqualifyOne(cast, editionId);
    await setClock(moment('notice', 24 * 14));
    return publish(cast, await awaitSnapshot(cast, editionId, 'final', disqualified ? snapshot : undefined), 'awards');
  });
  await setClock(new Date(new Date(publication.noticeClosesAt).getTime() + 3_600_000));
  await meter.phase('notice over, confirmed', () => cast.province.post(`/api/results/publications/${publication.id}/confirm`));
  const checked = await meter.phase('independent recomputation', () => checkPublished(cast, editionId, publication.id, meter));
  return { publishedDigest: publication.digest, ...checked };
}

/** One finalist turns out to have broken the rules after the scores are in. */
async function disqualifyOne(cast: Cast, editionId: string): Promise<boolean> {
  const [entry] = (await allRows<{ id: string; state: string }>(cast.secretariat, `/api/entries?editionId=${editionId}&state=final_scored`)).slice(-1);
  if (!entry) return false;
  await cast.province.post(`/api/results/entries/${entry.id}/disqualify`, { reason: '经查，作品的主要部分由他人完成，取消参赛资格（演示）' });
  return true;
}

async function summarise(cast: Cast, editionId: string, meter: Meter, begun: number, rest: Partial<SeasonSummary>): Promise<SeasonSummary> {
  const { counts } = await cast.province.get<{ counts: Record<string, number> }>(`/api/entry-counts?editionId=${editionId}`);
  return {
    edition: editionId,
    entriesByState: counts,
    finalists: 0,
    prizes: {},
    phases: meter.phases,
    seconds: Math.round((performance.now() - begun) / 100) / 10,
    requests: meter.requests,
    errors: meter.errors,
    publishedDigest: null,
    rankMismatches: [],
    recomputedRows: 0,
    ...rest,
  };
}
