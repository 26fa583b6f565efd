import { fitMixed, rankUncertainty, type RawObservation } from '#libs/scoring';

/** Draws for the probabilities: a thousand settle the first two digits, and keep a panel of 860 entries inside a second. */
const DRAWS = 1_000;

/**
 * The chance of each entry to be among the best `cutPercent` of its panel, in thousandths, from the scores so far (judging
 * mathematics 3). Empty where the scores do not carry such a statement (single reviews, one judge, no variation).
 */
export function chancesAtCut(observations: readonly RawObservation[], cutPercent: number, seed: string): { entry: string; perMille: number }[] {
  const { posterior, entries } = fitMixed(observations);
  if (!posterior) return [];
  const places = Math.max(1, Math.round((entries.length * cutPercent) / 100));
  return rankUncertainty(posterior, { seed, k: places, draws: DRAWS }).map(({ entry, topK }) => ({ entry, perMille: Math.round(topK * 1000) }));
}
