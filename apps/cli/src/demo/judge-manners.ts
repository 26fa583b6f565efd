import { Seeded } from './seeded.js';

/** How somebody judges: most read and weigh, a few do not. The demo plants one of each, so that the screens have something to find. */
export type Manner = 'fair' | 'severe' | 'random' | 'halo' | 'copying' | 'tooFast';

/** Judges of the first stage by number who do not judge as they should; the copier takes over what the judge before wrote. */
export const PLANTED: Readonly<Record<number, Manner>> = { 7: 'severe', 19: 'random', 31: 'halo', 43: 'copying', 55: 'tooFast' };

export const mannerOf = (judgeIndex: number): Manner => PLANTED[judgeIndex] ?? 'fair';

/** How good a work is (from its code) and how strict a judge: the same for every reading of them. */
const quality = (code: string): number => new Seeded([...code].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7)).normal();
const strictness = (index: number): number => new Seeded(9000 + index).normal() * 0.03;

/** What chance brings to one reading of one work by one judge. */
const reading = (code: string, judgeIndex: number): Seeded => new Seeded([...code].reduce((sum, letter) => (sum * 131 + letter.charCodeAt(0)) >>> 0, judgeIndex * 7919 + 13));

const half = (share: number, max: number): string => String(Math.round(Math.min(1, Math.max(0.3, share)) * max * 2) / 2);

/** What a judge writes on the sheet of a work: points by criterion, in half points. */
export function pointsOf(maxima: Record<string, number>, code: string, judgeIndex: number, manner: Manner): Record<string, string> {
  const random = reading(code, manner === 'copying' ? judgeIndex - 1 : judgeIndex);
  const strict = strictness(manner === 'copying' ? judgeIndex - 1 : judgeIndex);
  const verdict = 0.78 + 0.06 * quality(code) + strict + 0.02 * random.normal();
  return Object.fromEntries(Object.entries(maxima).map(([key, max]) => {
    const own = 0.03 * random.normal();
    if (manner === 'random') return [key, half(0.74 + 0.09 * random.normal(), max)];
    if (manner === 'halo') return [key, half(verdict, max)];
    return [key, half((manner === 'severe' ? verdict - 0.18 : verdict) + own, max)];
  }));
}

/** How long the judge had the work before the eyes. */
export function secondsOf(code: string, judgeIndex: number, manner: Manner): number {
  const random = reading(`${code} time`, judgeIndex);
  return manner === 'tooFast' ? Math.round(12 + 6 * random.next()) : Math.round(420 + 120 * strictness(judgeIndex) * 10 + 180 * random.next());
}
