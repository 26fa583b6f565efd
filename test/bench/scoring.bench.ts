import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { SeededRandom, fitMixed, score, type MatchRecord, type RawObservation, type ScoreInput, type ScoreOutput, type ScoreSheet, type ScoringRules } from '#libs/scoring';
import { cpuSideBySide, cpuTimed, median, timed, type Bench } from './bench.js';

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

/** The raw scores of a contest in one typed array: entry after entry, judge after judge, criterion after criterion. */
function columnsOf(input: ScoreInput): Float64Array {
  return Float64Array.from((input.sheets ?? []).flatMap((sheet) => KEYS.map((key) => sheet.values?.[key] as number)));
}

/** Totals, trimmed means (half-up to 2 places), order (total, then entry) and shared ranks from a typed array of raw scores; no checks, texts, prizes or traces. */
function bareLoop(raw: Float64Array): number {
  const totals = new Float64Array(raw.length / CRITERIA);
  for (let sheet = 0; sheet < totals.length; sheet++) {
    let total = 0;
    for (let criterion = 0; criterion < CRITERIA; criterion++) total += raw[sheet * CRITERIA + criterion] as number;
    totals[sheet] = total;
  }
  return ranked(totals);
}

/** The same from the sheets themselves, as the engine gets them: objects with values by name, entries by id. */
function bareLoopOverSheets(input: ScoreInput): number {
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
  return ranked(totals);
}

function ranked(totals: Float64Array): number {
  const means = new Float64Array(totals.length / JUDGES);
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
  const order = Uint32Array.from(means, (_, index) => index).sort((a, b) => (means[b] as number) - (means[a] as number) || a - b);
  const ranks = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const [entry, before] = [order[at] as number, order[at - 1] ?? -1];
    ranks[entry] = at > 0 && means[before] === means[entry] ? (ranks[before] as number) : at + 1;
  }
  return ranks[0] as number;
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

/** A live robotics group scored by referees: every team plays its runs on a computed sheet. */
function robotRuns(teams: number, rounds: number): ScoreInput {
  const random = new SeededRandom('runs');
  const ids = Array.from({ length: teams }, (_, index) => `t${String(index).padStart(3, '0')}`);
  const bridges = ['none', 'half', 'whole'];
  const sheets = ids.flatMap((entry) =>
    Array.from({ length: rounds }, (_, round): ScoreSheet => {
      const values = { samples: random.below(13), touches: random.below(4), parked: random.below(2) === 1, bridge: bridges[random.below(3)] as string, time: random.below(15_001) / 100 };
      return { entry, stage: 'field', round: round + 1, values };
    }),
  );
  const rules: ScoringRules = {
    format: 'qingsai-scoring/1',
    sheets: {
      run: {
        items: [
          { kind: 'count', key: 'samples', label: words('samples'), max: 12, points: 20 },
          { kind: 'count', key: 'touches', label: words('touches'), max: 8, points: -5 },
          { kind: 'flag', key: 'parked', label: words('parked'), points: 30 },
          { kind: 'choice', key: 'bridge', label: words('bridge'), options: bridges.map((key, index) => ({ key, label: words(key), points: index * 30 })) },
          { kind: 'measure', key: 'time', label: words('time'), min: 0, max: 150, step: 0.01, unit: 's' },
        ],
        derived: [{ key: 'bonus', value: { if: [{ and: [{ eq: ['samples', 12] }, { lt: ['time', 90] }] }, 40, 0] } }],
        total: { add: ['points.samples', 'points.touches', 'points.parked', 'points.bridge', 'bonus'] },
        floor: 0,
      },
    },
    stages: [
      {
        key: 'field',
        label: words('field'),
        kind: 'sheets',
        sheet: 'run',
        rounds: { method: 'bestOf', count: 2, take: 'sum', planned: rounds, noResult: 'zero' },
        values: { time: { item: 'time', take: 'lowest', of: 'counted' } },
      },
    ],
    total: { method: 'stage', stage: 'field', places: null },
    ranking: {
      keys: [
        { key: 'total', by: 'value', value: 'total', order: 'desc' },
        { key: 'rounds', by: 'rounds', stage: 'field' },
        { key: 'time', by: 'value', value: 'field.time', order: 'asc' },
      ],
    },
  };
  return { rules, rulebookVersion: 'bench', entries: ids.map((id) => ({ id, group: 'g' })), sheets };
}

/** Nanoseconds of processor time per score. */
const perScore = async (scores: number, work: (input: ScoreInput) => unknown): Promise<number> => {
  const entries = Math.round(scores / JUDGES / CRITERIA);
  const input = contest(entries);
  const runs = Math.max(9, Math.min(60, Math.round(300_000 / entries)));
  return (median(await cpuTimed(() => work(input), runs, runs)) / (entries * JUDGES * CRITERIA)) * 1e6;
};

const SIZES = [10_000, 100_000, 1_000_000];
const LOOP = 'sums, trimmed means, rounding, sort by total and entry, ranks in typed arrays; no checks, texts, prizes, traces. Neither side hashes: bundles do';
/** Both sides begin with what a service has in hand, the sheets: the engine's own totals stand in typed arrays too, once it has read them. */
const READING = `processor time of a bare loop from the same sheet objects the engine gets: ${LOOP}`;
const TYPED = `processor time of the loop alone, over a typed array that holds all raw scores already (the reading of 50,000 sheets, which the engine does, is not in it): ${LOOP}`;

export const benches: Bench[] = [
  {
    name: 'scoring: 10,000 entries x 5 judges x 6 criteria, traces kept (goal 3x)',
    unit: 'ms',
    baseline: READING,
    run: () => {
      const input = contest(10_000);
      return cpuSideBySide(() => score(input), () => bareLoopOverSheets(input));
    },
  },
  {
    name: 'scoring: the same against a loop that reads no sheets',
    unit: 'ms',
    baseline: TYPED,
    run: () => {
      const input = contest(10_000);
      const raw = columnsOf(input);
      return cpuSideBySide(() => score(input), () => bareLoop(raw));
    },
  },
  {
    name: 'scoring: the same, and every trace written out at once',
    unit: 'ms',
    baseline: READING,
    run: () => {
      const input = contest(10_000);
      return cpuSideBySide(() => readTraces(score(input)), () => bareLoopOverSheets(input));
    },
  },
  {
    name: 'scoring: 10,000 entries x 5 judges x 6 criteria, wall (goal 300)',
    unit: 'ms',
    run: async () => {
      const input = contest(10_000);
      return { value: median(await timed(() => score(input), 15, 5)) };
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
  ...(
    [
      ['games', roboticsGroup],
      ['computed sheets', robotRuns],
    ] as const
  ).flatMap(([what, make]): Bench[] => [
    {
      name: `scoring: live robotics group, 200 teams x 10, ${what} (goal 10)`,
      unit: 'ms',
      baseline: 'the same and every trace written out; both in processor time, warm as in a worker that is up',
      run: () => {
        const input = make(200, 10);
        return cpuSideBySide(() => score(input), () => readTraces(score(input)), 60);
      },
    },
  ]),
  ...SIZES.map((scores): Bench => ({
    name: `scoring: nanoseconds a score, ${scores.toLocaleString('en')} scores`,
    unit: 'ns',
    baseline: 'the same at 10,000 scores; processor time, traces kept',
    run: async () => ({ value: await perScore(scores, score), baseline: await perScore(10_000, score) }),
  })),
  {
    name: 'scoring: nanoseconds a score of the bare loop over 1,000,000 scores',
    unit: 'ns',
    baseline: 'the bare loop at 10,000 scores: how much memory alone slows larger inputs down',
    run: async () => ({ value: await perScore(1_000_000, bareLoopOverSheets), baseline: await perScore(10_000, bareLoopOverSheets) }),
  },
];
