import { SeededRandom } from './seeded-random.js';

/** How much kinder a judge is to entries of the own region than to others, in standard deviations of a score, and how likely chance alone does as much. */
export interface Affinity {
  difference: number;
  p: number;
}

const PERMUTATIONS = 9_999;
/** With fewer on either side a permutation test has nothing to permute. */
const FEWEST = 2;

/**
 * Compares standardised residuals of own and other entries by a permutation test (judging mathematics 5). The draws are seeded with the judge's name: the same reviews give
 * the same answer. Null where the judge has too few of either, or nothing says which is which.
 */
export function affinityOf(judge: string, residuals: readonly { z: number; own?: boolean | undefined }[]): Affinity | null {
  const known = residuals.filter((one) => one.own !== undefined).sort((a, b) => a.z - b.z || Number(a.own) - Number(b.own));
  const size = known.filter((one) => one.own).length;
  if (size < FEWEST || known.length - size < FEWEST) return null;
  const values = known.map((one) => one.z);
  const total = values.reduce((a, b) => a + b, 0);
  const differenceOf = (own: number): number => own / size - (total - own) / (values.length - size);
  const ownSum = known.reduce((sum, one) => sum + (one.own ? one.z : 0), 0);
  const random = new SeededRandom(`affinity ${judge}`);
  let asMuch = 0;
  for (let round = 0; round < PERMUTATIONS; round++) {
    let sum = 0;
    for (let at = 0; at < size; at++) {
      const other = at + random.below(values.length - at);
      [values[at], values[other]] = [values[other] as number, values[at] as number];
      sum += values[at] as number;
    }
    if (sum >= ownSum - 1e-9) asMuch++;
  }
  return { difference: differenceOf(ownSum), p: (asMuch + 1) / (PERMUTATIONS + 1) };
}
