import { SeededRandom, fitMixed, greyZone, kendallTau, rankUncertainty, type MixedFit, type RawObservation } from '#libs/scoring';

/** The world of a simulation: 1,000 entries, 150 judges with 20 reviews each. Quality, leniency and noise are normal; judges also differ in scale. */
const WORLD = { entries: 1000, judges: 150, each: 3, leniency: 0.8, scale: 0.2, noise: 1, top: 150 };

interface Judge {
  leniency: number;
  scale: number;
}

interface Field {
  quality: Float64Array;
  judges: Judge[];
  observations: RawObservation[];
}

const entryName = (entry: number): string => `e${String(entry).padStart(4, '0')}`;

/** Deals judges' seats to entries; a judge dealt twice to one entry is exchanged, and where that fails (at the very end) the seat stays empty. */
function deal(random: SeededRandom, entries: number[], judges: number[], each: number): [number, number][] {
  const seats = random.shuffle(Array.from({ length: entries.length * each }, (_, index) => judges[index % judges.length] as number));
  for (let at = 0; at < seats.length; at++) {
    const from = at - (at % each);
    for (let tries = 0; seats.slice(from, at).includes(seats[at] as number) && tries < 1000; tries++) {
      const other = random.below(seats.length);
      if (other >= at) [seats[at], seats[other]] = [seats[other] as number, seats[at] as number];
    }
  }
  return seats.flatMap((judge, index): [number, number][] => {
    const entry = entries[Math.floor(index / each)] as number;
    const earlier = seats.slice(index - (index % each), index);
    return earlier.includes(judge) ? [] : [[entry, judge]];
  });
}

function review(field: Pick<Field, 'quality' | 'judges'>, random: SeededRandom, entry: number, judge: number): RawObservation {
  const { leniency, scale } = field.judges[judge] as Judge;
  return { entry: entryName(entry), judge: `j${judge}`, y: scale * (field.quality[entry] as number) + leniency + WORLD.noise * random.normal() };
}

/** A field of `tracks` groups, each with its own mean and its own judges. */
function field(seed: string, tracks: number): Field & { random: SeededRandom; trackOf: (entry: string) => string } {
  const random = new SeededRandom(seed);
  const judges = Array.from({ length: WORLD.judges }, (): Judge => ({ leniency: WORLD.leniency * random.normal(), scale: 1 + WORLD.scale * random.normal() }));
  const quality = new Float64Array(WORLD.entries);
  const size = WORLD.entries / tracks;
  const observations: RawObservation[] = [];
  for (let track = 0; track < tracks; track++) {
    const mean = tracks > 1 ? 0.5 * random.normal() : 0;
    const entries = Array.from({ length: size }, (_, index) => track * size + index);
    for (const entry of entries) quality[entry] = mean + random.normal();
    const own = Array.from({ length: WORLD.judges / tracks }, (_, index) => track * (WORLD.judges / tracks) + index);
    for (const [entry, judge] of deal(random, entries, own, WORLD.each)) observations.push(review({ quality, judges }, random, entry, judge));
  }
  return { quality, judges, observations, random, trackOf: (entry) => String(Math.floor(Number(entry.slice(1)) / size)) };
}

const tauOf = (quality: Float64Array, scores: readonly { entry: string; score: number }[]): number =>
  kendallTau(scores.map((one) => one.score), scores.map((one) => quality[Number(one.entry.slice(1))] as number)) ?? 0;

function rawMeans(observations: readonly RawObservation[]): { entry: string; score: number }[] {
  const sums = new Map<string, [number, number]>();
  for (const { entry, y } of observations) {
    const [sum, count] = sums.get(entry) ?? [0, 0];
    sums.set(entry, [sum + y, count + 1]);
  }
  return [...sums].map(([entry, [sum, count]]) => ({ entry, score: sum / count }));
}

function topOf(scores: readonly { entry: string; score: number }[]): Set<string> {
  return new Set([...scores].sort((a, b) => b.score - a.score).slice(0, WORLD.top).map((one) => one.entry));
}

function recallOf(quality: Float64Array, fit: MixedFit): number {
  const truth = topOf([...quality].map((score, entry) => ({ entry: entryName(entry), score })));
  return [...topOf(fit.entries)].filter((entry) => truth.has(entry)).length / WORLD.top;
}

export interface SimulationResult {
  blup: number;
  raw: number;
  coverage: number;
  trackFixed: number;
  recallBefore: number;
  recallAfter: number;
}

/** One seed: random assignment, rank intervals, 600 further reviews on the grey zone, and ten tracks without cross-reviews. */
export function simulate(seed: number): SimulationResult {
  const plain = field(`plain ${seed}`, 1);
  const fit = fitMixed(plain.observations);
  if (!fit.posterior) throw new Error('no posterior');
  const uncertain = rankUncertainty(fit.posterior, { seed: `draws ${seed}`, k: WORLD.top, draws: 1000 });
  const order = [...plain.quality.keys()].sort((a, b) => (plain.quality[b] as number) - (plain.quality[a] as number));
  const trueRank = new Int32Array(WORLD.entries);
  order.forEach((entry, index) => (trueRank[entry] = index + 1));
  const covered = uncertain.filter((one) => {
    const rank = trueRank[Number(one.entry.slice(1))] as number;
    return rank >= one.low && rank <= one.high;
  });
  const zone = greyZone(uncertain, { from: 0, to: 1 }).slice(0, 200);
  const readBy = new Map<string, Set<string>>();
  for (const { entry, judge } of plain.observations) readBy.set(entry, (readBy.get(entry) ?? new Set<string>()).add(judge));
  const more = zone.flatMap(({ entry }) => {
    const readers = readBy.get(entry) ?? new Set<string>();
    const added: RawObservation[] = [];
    while (added.length < 3) {
      const judge = plain.random.below(WORLD.judges);
      if (readers.has(`j${judge}`)) continue;
      readers.add(`j${judge}`);
      added.push(review(plain, plain.random, Number(entry.slice(1)), judge));
    }
    return added;
  });
  const tracks = field(`tracks ${seed}`, 10);
  return {
    blup: tauOf(plain.quality, fit.entries),
    raw: tauOf(plain.quality, rawMeans(plain.observations)),
    coverage: covered.length / WORLD.entries,
    trackFixed: tauOf(tracks.quality, fitMixed(tracks.observations, { track: tracks.trackOf }).entries),
    recallBefore: recallOf(plain.quality, fit),
    recallAfter: recallOf(plain.quality, fitMixed([...plain.observations, ...more])),
  };
}

/** Means over seeds 1..n. */
export function simulateMany(seeds: number): SimulationResult {
  const results = Array.from({ length: seeds }, (_, index) => simulate(index + 1));
  const mean = (key: keyof SimulationResult): number => results.reduce((sum, one) => sum + one[key], 0) / results.length;
  return { blup: mean('blup'), raw: mean('raw'), coverage: mean('coverage'), trackFixed: mean('trackFixed'), recallBefore: mean('recallBefore'), recallAfter: mean('recallAfter') };
}
