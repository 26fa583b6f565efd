import { describe, expect, it } from '@jest/globals';
import { kendallTau } from './agreement.js';
import { fitJudgeNoise } from './judge-noise.js';
import { exp } from './portable-math.js';
import { SeededRandom } from './seeded-random.js';
import type { RawObservation } from './observations.js';

interface World {
  observations: RawObservation[];
  truth: Map<string, number>;
  noise: Map<string, number>;
}

/** 200 entries x 30 judges x 3, 20 reviews a judge. `unequal`: the judges' noise is lognormal(.5) instead of 1 for all. */
function world(seed: string, unequal: boolean, scale = 1, shift = 0): World {
  const random = new SeededRandom(seed);
  const judges = Array.from({ length: 30 }, () => ({ leniency: 0.8 * random.normal(), noise: unequal ? exp(0.5 * random.normal()) : 1 }));
  const made: World = { observations: [], truth: new Map(), noise: new Map(judges.map((judge, index) => [`j${index}`, judge.noise])) };
  const seats = Array.from({ length: 20 }, () => random.shuffle(judges.map((_, index) => index))).flat();
  for (let entry = 0; entry < 200; entry++) {
    const quality = random.normal();
    made.truth.set(`e${entry}`, quality);
    for (const judge of new Set(seats.slice(entry * 3, entry * 3 + 3))) {
      const { leniency, noise } = judges[judge] as (typeof judges)[number];
      made.observations.push({ entry: `e${entry}`, judge: `j${judge}`, y: shift + scale * (quality + leniency + noise * random.normal()) });
    }
  }
  return made;
}

const seeds = Array.from({ length: 12 }, (_, index) => `noise ${index}`);
const tau = (scores: readonly { entry: string; score: number }[], truth: ReadonlyMap<string, number>): number => kendallTau(scores.map((one) => one.score), scores.map((one) => truth.get(one.entry) as number)) ?? 0;
const average = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe('judges of unequal precision', () => {
  it('are found, and their entries ranked better, where they differ; with equal judges little is lost and the switch stays off', () => {
    const differing = seeds.map((seed) => ({ made: world(seed, true), fit: fitJudgeNoise(world(seed, true).observations) }));
    expect(differing.filter(({ fit }) => fit.advised).length).toBeGreaterThanOrEqual(11);
    expect(average(differing.map(({ made, fit }) => tau(fit.entries, made.truth) - tau(fit.common.entries, made.truth)))).toBeGreaterThan(0.02);
    const found = differing.map(({ made, fit }) => kendallTau(fit.judges.map((judge) => judge.noiseSd), fit.judges.map((judge) => made.noise.get(judge.judge) as number)) ?? 0);
    expect(average(found)).toBeGreaterThan(0.5);
    const equal = seeds.map((seed) => ({ made: world(seed, false), fit: fitJudgeNoise(world(seed, false).observations) }));
    expect(equal.filter(({ fit }) => fit.advised).length).toBeLessThanOrEqual(2);
    expect(average(equal.map(({ made, fit }) => tau(fit.entries, made.truth) - tau(fit.common.entries, made.truth)))).toBeGreaterThan(-0.012);
  });

  it('do not depend on the unit or the order of the scores', () => {
    const [plain, moved] = [world('unit', true), world('unit', true, 7, 50)];
    const [a, b] = [fitJudgeNoise(plain.observations), fitJudgeNoise(moved.observations.reverse())];
    for (const [index, entry] of a.entries.entries()) expect(b.entries[index]?.score).toBeCloseTo(50 + 7 * entry.score, 3);
    for (const [index, judge] of a.judges.entries()) expect(b.judges[index]?.noiseSd).toBeCloseTo(7 * judge.noiseSd, 3);
    expect(b.gain).toBeCloseTo(a.gain, 3);
  });

  it('are refused where the data cannot carry it', () => {
    const { observations } = world('few', true);
    expect(() => fitJudgeNoise(observations.filter((one) => one.judge !== 'j4' || Number(one.entry.slice(1)) < 20))).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'TOO_FEW_ENTRIES_FOR_JUDGE', params: expect.objectContaining({ judge: 'j4', minimum: 8 }) })] }),
    );
    const apart = observations.flatMap((one) => [one, { ...one, entry: `x${one.entry}`, judge: `x${one.judge}` }]);
    expect(() => fitJudgeNoise(apart)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'DESIGN_UNLINKED' })] }));
    const same = observations.map((one) => ({ ...one, y: 80 }));
    expect(() => fitJudgeNoise(same)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'NOISE_NOT_SEPARABLE', params: { why: 'noVariation' } })] }));
    const alone = observations.filter((one) => one.judge === 'j0');
    expect(() => fitJudgeNoise(alone)).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ code: 'NOISE_NOT_SEPARABLE' })] }));
  });
});
