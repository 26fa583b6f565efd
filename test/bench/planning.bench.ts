import { spawnSync } from 'node:child_process';
import loadHighs from 'highs';
import {
  EIGHT_AROUND,
  assignJudges,
  pairSwissRound,
  repairAssignment,
  scheduleAlliances,
  seatCandidates,
  seededRandom,
  verifyAssignment,
  verifySeating,
  type AssignmentPlan,
  type AssignmentProblem,
  type SeatingProblem,
} from '#libs/planning';
import { median, timed, type Bench } from './bench.js';

interface Size {
  readonly entries: number;
  readonly judges: number;
  readonly need: number;
  readonly minimum: boolean;
}

const PREFERENCES = 60;

/** Generated data: 60 stated preferences per judge, one pair in a hundred in conflict. */
export function generateAssignment({ entries, judges, need, minimum }: Size): AssignmentProblem {
  const random = seededRandom(`bench ${entries} x ${judges}`);
  const average = (entries * need) / judges;
  const scores: { entry: string; judge: string; score: number }[] = [];
  const conflicts: { entry: string; judge: string }[] = [];
  for (let judge = 0; judge < judges; judge++) {
    const preferred = new Set<number>();
    while (preferred.size < PREFERENCES) preferred.add(random.below(entries));
    for (const entry of preferred) scores.push({ entry: `e${entry}`, judge: `j${judge}`, score: 1 + random.below(1000) });
    for (let entry = 0; entry < entries; entry++) if (random.below(100) === 0) conflicts.push({ entry: `e${entry}`, judge: `j${judge}` });
  }
  return {
    entries: Array.from({ length: entries }, (_, index) => ({ id: `e${index}`, need, group: `g${index % 10}` })),
    judges: Array.from({ length: judges }, (_, index) => ({ id: `j${index}`, min: minimum ? Math.floor(average) - 2 : 0, max: Math.ceil(average) + 4, tags: index % 2 === 0 ? ['lead'] : [] })),
    scores,
    conflicts,
    seed: 'bench',
  };
}

/** A plan that is proven optimal, even and free of conflicts; anything else ends the bench. */
function provenPlan(problem: AssignmentProblem): AssignmentPlan {
  const plan = assignJudges(problem);
  if (plan.kind !== 'plan') throw new Error('expected a plan');
  const verdict = verifyAssignment(problem, plan);
  if (!verdict.valid || !verdict.optimal || plan.loadSpread > 1) throw new Error(`not proven: ${JSON.stringify({ ...verdict, spread: plan.loadSpread })}`);
  return plan;
}

/** The same optimum by HiGHS as a linear program over all pairs, loads within one of the average. */
async function solveByHighs(problem: AssignmentProblem): Promise<number> {
  const highs = await (loadHighs as unknown as typeof loadHighs.default)();
  const width = problem.judges.length;
  const [entryOf, judgeOf] = [problem.entries, problem.judges].map((items) => new Map(items.map(({ id }, index) => [id, index])));
  const score = new Float64Array(problem.entries.length * width);
  const upper = new Float64Array(score.length).fill(1);
  for (const pair of problem.scores!) score[entryOf!.get(pair.entry)! * width + judgeOf!.get(pair.judge)!] = pair.score;
  for (const pair of problem.conflicts!) upper[entryOf!.get(pair.entry)! * width + judgeOf!.get(pair.judge)!] = 0;
  const total = problem.entries.reduce((sum, { need }) => sum + need, 0);
  return highs.withModel((model) => {
    // Its presolve takes minutes on this shape of problem, the simplex seconds.
    model.options.set({ output_flag: false, presolve: 'off' });
    model.passModel({
      numCols: score.length,
      numRows: problem.entries.length + width,
      sense: highs.constants.objectiveSense.maximize,
      colCost: score,
      colLower: new Float64Array(score.length),
      colUpper: upper,
      rowLower: [...problem.entries.map(({ need }) => need), ...problem.judges.map(() => Math.floor(total / width))],
      rowUpper: [...problem.entries.map(({ need }) => need), ...problem.judges.map(() => Math.ceil(total / width))],
      matrix: {
        format: 'csc',
        numRows: problem.entries.length + width,
        numCols: score.length,
        starts: Int32Array.from({ length: score.length + 1 }, (_, column) => 2 * column),
        indices: Int32Array.from({ length: 2 * score.length }, (_, index) => (index % 2 === 0 ? Math.floor(index / 2 / width) : problem.entries.length + ((index >> 1) % width))),
        values: new Float64Array(2 * score.length).fill(1),
      },
    });
    model.run();
    return model.getSolution().colValue.reduce((sum, value, column) => sum + value * score[column]!, 0);
  });
}

function assignmentBench(size: Size, times: number, withHighs: boolean): Bench {
  return {
    name: `assign ${size.entries} x ${size.judges} x ${size.need}${size.minimum ? ' with minimum loads' : ''}`,
    unit: 'ms',
    baseline: withHighs ? 'HiGHS, linear program over all pairs, same optimum' : undefined,
    run: async () => {
      const problem = generateAssignment(size);
      const plan = provenPlan(problem);
      const value = median(await timed(() => assignJudges(problem), times, 0));
      if (!withHighs) return { value };
      const begun = performance.now();
      const optimum = await solveByHighs(problem);
      if (Math.abs(optimum - plan.expertise) > 0.01) throw new Error(`HiGHS finds ${optimum}, the flow ${plan.expertise}`);
      return { value, baseline: performance.now() - begun };
    },
  };
}

const LARGEST: Size = { entries: 10_000, judges: 1000, need: 3, minimum: false };

/** The largest assignment alone, for a process whose memory is measured. */
export function assignLargest(): void {
  assignJudges(generateAssignment(LARGEST));
}

const memoryBench: Bench = {
  name: 'assign 10000 x 1000 x 3: peak memory',
  unit: 'MiB',
  baseline: 'the limit set for it',
  run: () => {
    const script = `(await import(${JSON.stringify(import.meta.url)})).assignLargest(); process.stdout.write(String(process.resourceUsage().maxRSS));`;
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    if (child.status !== 0) throw new Error(child.stderr);
    return Promise.resolve({ value: Number(child.stdout) / 1024, baseline: 512 });
  },
};

const panelBench: Bench = {
  name: 'assign 2000 x 300 x 3 with a lead on every panel',
  unit: 'ms',
  baseline: 'the same without the rule',
  run: async () => {
    const problem = generateAssignment({ entries: 2000, judges: 300, need: 3, minimum: false });
    const ruled: AssignmentProblem = { ...problem, composition: [{ kind: 'at-least', tag: 'lead', count: 1 }] };
    provenPlan(ruled);
    return { value: median(await timed(() => assignJudges(ruled), 3, 0)), baseline: median(await timed(() => assignJudges(problem), 3, 0)) };
  },
};

const repairBench: Bench = {
  name: 'repair 2000 x 300 x 3 after ten judges left: pairs changed',
  unit: 'pairs',
  baseline: 'pairs the ten judges had: fewer is impossible',
  run: () => {
    const problem = generateAssignment({ entries: 2000, judges: 300, need: 3, minimum: false });
    const existing = provenPlan(problem).pairs;
    const gone = new Set(problem.judges.slice(0, 10).map(({ id }) => id));
    const remaining = { ...problem, judges: problem.judges.filter(({ id }) => !gone.has(id)), scores: problem.scores!.filter(({ judge }) => !gone.has(judge)), conflicts: problem.conflicts!.filter(({ judge }) => !gone.has(judge)) };
    const repaired = repairAssignment({ problem: remaining, existing });
    if (repaired.kind !== 'repaired' || !repaired.plan.optimal) throw new Error('expected a proven repair');
    return Promise.resolve({ value: repaired.added.length, baseline: existing.filter(({ judge }) => gone.has(judge)).length });
  },
};

/** 30,000 candidates of 900 schools of very unequal size over 1,000 rooms of 30 or 36 seats in 30 sites. */
function generateSeating(): SeatingProblem {
  const shares = Array.from({ length: 900 }, (_, index) => 1 / (index + 3) ** 0.75);
  const all = shares.reduce((a, b) => a + b, 0);
  const sizes = shares.map((share) => Math.max(1, Math.floor((share / all) * 30_000)));
  for (let index = 0, missing = 30_000 - sizes.reduce((a, b) => a + b, 0); missing > 0; index = (index + 1) % 900, missing--) sizes[index]!++;
  return {
    candidates: sizes.flatMap((size, school) => Array.from({ length: size }, (_, index) => ({ id: `c${school}-${index}`, attributes: { school: `s${school}` } }))),
    sites: Array.from({ length: 30 }, (_, index) => ({ id: `site${index}` })),
    rooms: Array.from({ length: 1000 }, (_, index) => ({ id: `room${index}`, site: `site${index % 30}`, rows: 6, columns: 5 + (index % 2) })),
    separations: [{ attribute: 'school', neighbours: EIGHT_AROUND }],
    seed: 'bench',
  };
}

const seatingBench: Bench = {
  name: 'seat 30000 candidates of 900 schools in 1000 rooms, 0 neighbours',
  unit: 'ms',
  run: async () => {
    const problem = generateSeating();
    const plan = seatCandidates(problem);
    if (plan.kind !== 'seated') throw new Error('expected seats');
    const verdict = verifySeating(problem, plan.seats);
    if (!verdict.valid || verdict.penalty !== 0) throw new Error(`penalty ${verdict.penalty}`);
    return { value: median(await timed(() => seatCandidates(problem), 3, 1)) };
  },
};

/** 352 students of 90 delegations in 432 seats of 6 halls; near seats cost more, sharing a hall a little. */
function generateHalls(largest: number): SeatingProblem {
  const random = seededRandom(`halls ${largest}`);
  const sizes = Array.from({ length: 90 }, () => 1 + random.below(largest));
  for (let index = 0, missing = 352 - sizes.reduce((a, b) => a + b, 0); missing !== 0; index = (index + 1) % 90) {
    const step = Math.sign(missing);
    if (sizes[index]! + step < 1 || sizes[index]! + step > largest) continue;
    sizes[index]! += step;
    missing -= step;
  }
  const near = (rows: number, columns: number, penalty: number): { rows: number; columns: number; penalty: number } => ({ rows, columns, penalty });
  return {
    candidates: sizes.flatMap((size, delegation) => Array.from({ length: size }, (_, index) => ({ id: `c${delegation}-${index}`, attributes: { delegation: `d${delegation}` } }))),
    sites: [{ id: 'centre' }],
    rooms: Array.from({ length: 6 }, (_, index) => ({ id: `hall${index}`, site: 'centre', rows: 8, columns: 9 })),
    roomsUsed: 'all',
    separations: [{ attribute: 'delegation', sameRoom: 1, neighbours: [near(0, 1, 100), near(1, 0, 100), near(1, 1, 60), near(0, 2, 30), near(2, 0, 30), near(1, 2, 20), near(2, 1, 20), near(2, 2, 10)] }],
    seed: 'bench',
  };
}

/** Plain annealing from a random start: the delegations on all seats, pairs of seats exchanged, a temperature that falls slowly. */
function annealPlainly(problem: SeatingProblem, moves: number): number {
  const random = seededRandom('plain annealing');
  const { neighbours, sameRoom = 0 } = problem.separations[0]!;
  const { rows, columns } = problem.rooms[0]!;
  const perHall = rows * columns;
  const seats: (string | null)[] = random.shuffle([...problem.candidates.map(({ attributes }) => attributes.delegation!), ...Array.from({ length: problem.rooms.length * perHall - problem.candidates.length }, () => null)]);
  const cost = (seat: number): number => {
    const own = seats[seat];
    if (own === null) return 0;
    const hall = Math.floor(seat / perHall) * perHall;
    const [row, column] = [Math.floor((seat - hall) / columns), (seat - hall) % columns];
    let total = 0;
    for (let other = hall; other < hall + perHall; other++) {
      if (other === seat || seats[other] !== own) continue;
      const [down, right] = [Math.abs(Math.floor((other - hall) / columns) - row), Math.abs(((other - hall) % columns) - column)];
      total += sameRoom + (neighbours.find((one) => one.rows === down && one.columns === right)?.penalty ?? 0);
    }
    return total;
  };
  const total = (): number => seats.reduce<number>((sum, _, seat) => sum + cost(seat), 0) / 2;
  let best = total();
  let current = best;
  for (let move = 0; move < moves && best > 0; move++) {
    const [a, b] = [random.below(seats.length), random.below(seats.length)];
    if (seats[a] === seats[b]) continue;
    const before = cost(a) + cost(b);
    [seats[a], seats[b]] = [seats[b]!, seats[a]!];
    const change = cost(a) + cost(b) - before;
    if (change > 0 && random.next() >= Math.exp(-change / (40 * (1 - move / moves) ** 2 + 0.05))) [seats[a], seats[b]] = [seats[b]!, seats[a]!];
    else current += change;
    best = Math.min(best, current);
  }
  return best;
}

const hallBenches: Bench[] = [6, 12].flatMap((largest): Bench[] => [
  {
    name: `halls: 352 students, delegations of up to ${largest}: penalty`,
    unit: 'points',
    baseline: `plain annealing from a random start, 4 million moves; minutes of it (27 million moves, 85 s) reached ${largest === 6 ? 0 : 51} too, which is also the proven bound`,
    run: () => {
      const problem = generateHalls(largest);
      const plan = seatCandidates(problem);
      if (plan.kind !== 'seated' || verifySeating(problem, plan.seats).penalty !== plan.penalty) throw new Error('expected seats');
      return Promise.resolve({ value: plan.penalty, baseline: annealPlainly(problem, 4_000_000) });
    },
  },
  {
    name: `halls: 352 students, delegations of up to ${largest}: time`,
    unit: 'ms',
    run: async () => ({ value: median(await timed(() => seatCandidates(generateHalls(largest)), 3, 1)) }),
  },
]);

const matchBenches: Bench[] = ([[24, 5, 2], [40, 6, 2], [60, 10, 3]] as const).map(([teams, matchesPerTeam, allianceSize]) => ({
  name: `matches ${teams} teams x ${matchesPerTeam} (${allianceSize}v${allianceSize}), nothing repeated, gap 3`,
  unit: 'ms',
  run: async () => {
    const request = { teams: Array.from({ length: teams }, (_, index) => `T${index}`), matchesPerTeam, allianceSize, minimumGap: 3, seed: 'bench' };
    const schedule = scheduleAlliances(request);
    if (schedule.kind !== 'schedule') throw new Error('expected matches');
    const { partnerRepeats, opponentRepeats, surrogates, minimumGap } = schedule.measures;
    if (partnerRepeats + opponentRepeats + surrogates > 0 || minimumGap! < 3) throw new Error(JSON.stringify(schedule.measures));
    return { value: median(await timed(() => scheduleAlliances(request), 3, 0)) };
  },
}));

const swissBench: Bench = {
  name: 'Swiss round 7 of 120 teams, exact matching',
  unit: 'ms',
  run: async () => {
    const random = seededRandom('swiss bench');
    let teams = Array.from({ length: 120 }, (_, index) => ({ id: `T${index}`, points: 0, school: `s${index % 25}`, opponents: [] as string[] }));
    for (let round = 0; round < 6; round++) {
      const paired = pairSwissRound(teams);
      if (paired.kind !== 'round') throw new Error('expected a round');
      const opponentOf = new Map(paired.pairs.flatMap(({ teams: [a, b] }) => [[a, b], [b, a]] as const));
      const winners = new Set(paired.pairs.map((pair) => pair.teams[random.below(2)]!));
      teams = teams.map((team) => ({ ...team, points: team.points + (winners.has(team.id) ? 1 : 0), opponents: [...team.opponents, opponentOf.get(team.id)!] })).sort((a, b) => b.points - a.points);
    }
    return { value: median(await timed(() => pairSwissRound(teams), 3, 1)) };
  },
};

export const benches: Bench[] = [
  assignmentBench({ entries: 1000, judges: 120, need: 3, minimum: false }, 5, true),
  assignmentBench({ entries: 2000, judges: 300, need: 3, minimum: true }, 5, false),
  assignmentBench({ entries: 4000, judges: 400, need: 3, minimum: false }, 3, false),
  assignmentBench(LARGEST, 1, false),
  memoryBench,
  panelBench,
  repairBench,
  seatingBench,
  ...hallBenches,
  ...matchBenches,
  swissBench,
];
