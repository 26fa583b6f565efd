import { checkSheet, type SheetItem, type SheetRules } from '#libs/scoring';

/** How far one criterion lies from the reference, in points. */
export interface CriterionDistance {
  key: string;
  points: string;
  reference: string;
  /** Own minus reference: positive is more generous. */
  distance: string;
  /** Most points apart that still count. */
  tolerance: string;
  within: boolean;
}

/** Points are decimals with few places; in millionths they are whole numbers, so that nothing is decided by a rounding error. */
const MILLION = 1_000_000;
const millionths = (points: string): number => Math.round(Number(points) * MILLION);
const inWords = (value: number): string => String(Number((value / MILLION).toFixed(4)));

const highest = (item: SheetItem): number => (item.kind === 'score' ? Math.round(Number(item.max) * Number(item.weight ?? 1) * MILLION) : 0);

/**
 * Compares a complete sheet with the reference, criterion by criterion. The tolerance is a share of the criterion's highest
 * points; what is no criterion (a choice, a count) must be the same. Both sheets must have been checked before.
 */
export function distanceToReference(rules: SheetRules, own: Readonly<Record<string, unknown>>, reference: Readonly<Record<string, unknown>>, tolerancePercent: number): CriterionDistance[] {
  const [mine, right] = [checkSheet(rules, own).points, checkSheet(rules, reference).points];
  return rules.items.flatMap((item) => {
    const [points, expected] = [mine[item.key], right[item.key]];
    if (points === undefined || expected === undefined) return [];
    const distance = millionths(points) - millionths(expected);
    const tolerance = Math.floor((highest(item) * tolerancePercent) / 100);
    return [{ key: item.key, points, reference: expected, distance: inWords(distance), tolerance: inWords(tolerance), within: Math.abs(distance) <= tolerance }];
  });
}
