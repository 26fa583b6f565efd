import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { SeededRandom, fitMixed, score, type MatchRecord, type RawObservation, type ScoreInput, type ScoreOutput, type ScoreSheet, type ScoringRules } from '#libs/scoring';
import { median, sideBySide, timed, type Bench } from './bench.js';

const words = (text: string) => ({ zh: text, en: text });
const CRITERIA = 6;
const JUDGES = 5;

const panelRules: ScoringRules = {
  format: 'qingsai-scoring/1',
  sheets: { project: { items: Array.from({ length: CRITERIA }, (_, index) => ({ kind: 'score' as const, key: `c${index}`, label: words(`c${index}`), max: 20, step: 0.5 })) } },
  stages: [{ key: 'review', label: words('review'), kind: 'sheets', sheet: 'project', judges: { method: 'trimmed', minimum: 3, trimFrom: 5 }, places: 2 }],
  total: { method: 'stage', stage: 'review', places: 2 },
  ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
  awards: [
    {
      key: 'grade',
      ties: 'expand',
      levels: [
        { key: 'first', label: words('first'), share: 0.15 },
        { key: 'second', label: words('second'), share: 0.35 },
        { key: 'third', label: words('third'), share: 0.5 },
      ],
    },
  ],
};

/** An innovation contest of random half-point scores. */
function contest(entries: number): ScoreInput {
  const random = new SeededRandom(`contest ${entries}`);
  const sheets: ScoreSheet[] = [];
  for (let entry = 0; entry < entries; entry++) {
    for (let judge = 0; judge < JUDGES; judge++) {
      const values: Record<string, number> = {};
      for (let criterion = 0; criterion < CRITERIA; criterion++) values[`c${criterion}`] = random.below(41) / 2;
      sheets.push({ entry: `e${String(entry).padStart(7, '0')}`, stage: 'review', judge: `j${judge}`, values });
    }
  }
  return { rules: panelRules, rulebookVersion: 'bench', entries: Array.from({ length: entries }, (_, entry) => ({ id: `e${String(entry).padStart(7, '0')}`, group: 'g' })), sheets };
}

const KEYS = Array.from({ length: CRITERIA }, (_, index) => `c${index}`);

/** The same totals, trimmed means and order from the same sheets, in typed arrays and without traces, checks or exactness. */
function bareLoop(input: ScoreInput): number {
  const position = new Map(input.entries.map((entry, index) => [entry.id, index]));
  const totals = new Float64Array(input.entries.length * JUDGES);
  const filled = new Uint8Array(input.entries.length);
  for (const sheet of input.sheets ?? []) {
    const entry = position.get(sheet.entry) as number;
    let total = 0;
    for (let criterion = 0; criterion < CRITERIA; criterion++) total += sheet.values?.[KEYS[criterion] as string] as number;
    const at = filled[entry] as number;
    totals[entry * JUDGES + at] = total;
    filled[entry] = at + 1;
  }
  const means = new Float64Array(input.entries.length);
  for (let entry = 0; entry < means.length; entry++) {
    let [sum, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let judge = 0; judge < JUDGES; judge++) {
      const one = totals[entry * JUDGES + judge] as number;
      sum += one;
      low = Math.min(low, one);
      high = Math.max(high, one);
    }
    means[entry] = Math.round(((sum - low - high) / (JUDGES - 2)) * 100) / 100;
  }
  const order = Uint32Array.from(means, (_, index) => index).sort((a, b) => (means[b] as number) - (means[a] as number));
  return order[Math.floor(order.length * 0.15)] as number;
}

/** Reads every derivation, so that all of them are written out; the number of their steps. */
function readTraces(output: ScoreOutput): number {
  let steps = 0;
  for (const group of output.groups) for (const { trace } of group.rows) steps += trace.stages.length + trace.awards.length;
  return steps;
}

/** Reviews of random judges: quality, severity and noise are normal. */
function reviews(entries: number, judges: number, each: number): RawObservation[] {
  const random = new SeededRandom(`reviews ${entries} ${judges}`);
  const severity = Array.from({ length: judges }, () => 0.8 * random.normal());
  const observations: RawObservation[] = [];
  for (let entry = 0; entry < entries; entry++) {
    const quality = random.normal();
    const chosen = new Set<number>();
    while (chosen.size < each) chosen.add(random.below(judges));
    for (const judge of chosen) observations.push({ entry: `e${entry}`, judge: `j${judge}`, y: 75 + 10 * (quality + (severity[judge] as number) + random.normal()) });
  }
  return observations;
}

/** A live robotics group: every team plays its matches in two-team alliances. */
function roboticsGroup(teams: number, rounds: number): ScoreInput {
  const random = new SeededRandom('robots');
  const ids = Array.from({ length: teams }, (_, index) => `t${String(index).padStart(3, '0')}`);
  const matches: MatchRecord[] = [];
  for (let round = 1; round <= rounds; round++) {
    const order = random.shuffle([...ids]);
    for (let at = 0; at + 3 < order.length; at += 4) {
      const side = (from: number) => ({ entries: order.slice(from, from + 2), score: random.below(100), figures: { auto: random.below(2) * 10, awp: random.below(3) === 0 } });
      matches.push({ id: `m${round}-${at}`, stage: 'q', round, sides: [side(at), side(at + 2)] });
    }
  }
  const rules: ScoringRules = {
    format: 'qingsai-scoring/1',
    stages: [
      {
        key: 'q',
        label: words('q'),
        kind: 'matches',
        figures: { wp: { value: { add: [{ mul: [2, 'won'] }, 'tied', 'side.awp'] } }, ap: { value: 'side.auto' }, sp: { value: { min: ['score', 'opponent'] } } },
        score: { figure: 'wp', take: 'perMatch' },
      },
    ],
    total: { method: 'stage', stage: 'q', places: null },
    ranking: {
      keys: [
        { key: 'wp', by: 'value', value: 'total', order: 'desc' },
        { key: 'ap', by: 'value', value: 'q.ap.perMatch', order: 'desc' },
        { key: 'sp', by: 'value', value: 'q.sp.perMatch', order: 'desc' },
      ],
    },
  };
  return { rules, rulebookVersion: 'bench', entries: ids.map((id) => ({ id, group: 'g' })), matches };
}

/** Fits in a worker thread; milliseconds, and how late the main thread's event loop was (p99, ms). */
async function fitInWorker(observations: RawObservation[]): Promise<{ taken: number; delay: number }> {
  const library = new URL('../../libs/scoring/src/index.js', import.meta.url).href;
  const code = `const { parentPort, workerData } = require('node:worker_threads');
    import(workerData.library).then(({ fitMixed }) => { fitMixed(workerData.observations); parentPort.postMessage('done'); });`;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const worker = new Worker(code, { eval: true, workerData: { library, observations } });
  await new Promise((resolve) => worker.once('online', resolve));
  delay.enable();
  const begun = performance.now();
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
  const taken = performance.now() - begun;
  delay.disable();
  await worker.terminate();
  return { taken, delay: delay.percentile(99) / 1e6 };
}

const perScore = async (entries: number): Promise<number> => {
  const input = contest(entries);
  return (median(await timed(() => score(input), entries > 20_000 ? 3 : 7, 1)) / (entries * JUDGES * CRITERIA)) * 1e6;
};

export const benches: Bench[] = [
  {
    name: 'scoring: 10,000 entries x 5 judges x 6 criteria, traces kept',
    unit: 'ms',
    baseline: 'typed-array loop over the same sheets, no traces',
    run: () => {
      const input = contest(10_000);
      return sideBySide(() => score(input), () => bareLoop(input));
    },
  },
  {
    name: 'scoring: the same, and every trace written out at once',
    unit: 'ms',
    baseline: 'typed-array loop over the same sheets, no traces',
    run: () => {
      const input = contest(10_000);
      return sideBySide(() => readTraces(score(input)), () => bareLoop(input));
    },
  },
  {
    name: 'scoring: mixed model, 2,000 entries x 300 judges x 3',
    unit: 'ms',
    run: async () => {
      const observations = reviews(2_000, 300, 3);
      return { value: median(await timed(() => fitMixed(observations), 3, 1)) };
    },
  },
  {
    name: 'scoring: mixed model in a worker, 30,000 x 300 x 2',
    unit: 'ms',
    run: async () => ({ value: (await fitInWorker(reviews(30_000, 300, 2))).taken }),
  },
  {
    name: 'scoring: event-loop delay (p99) while a worker fits 30,000 x 300 x 2',
    unit: 'ms',
    run: async () => ({ value: (await fitInWorker(reviews(30_000, 300, 2))).delay }),
  },
  {
    name: 'scoring: live robotics group, 200 teams x 10 matches',
    unit: 'ms',
    run: async () => {
      const input = roboticsGroup(200, 10);
      return { value: median(await timed(() => score(input), 15, 5)) };
    },
  },
  ...[10_000, 100_000, 1_000_000].map((scores): Bench => ({
    name: `scoring: nanoseconds a score, ${scores.toLocaleString('en')} scores`,
    unit: 'ns',
    baseline: 'the same at 10,000 scores',
    run: async () => {
      const baseline = await perScore(Math.round(10_000 / JUDGES / CRITERIA));
      return { value: await perScore(Math.round(scores / JUDGES / CRITERIA)), baseline };
    },
  })),
];
