import type { UnusualMarkRules } from '#libs/contests';
import type { SheetRules } from '#libs/scoring';

/** One judge's marks for a criterion; a mark outside `low` to `high` is far from them. All in points of the criterion. */
export interface UsualMark {
  key: string;
  low: number;
  high: number;
  least: number;
  most: number;
  /** Sheets it rests on. */
  sheets: number;
}

/** Makes the middle distance of normal values their standard deviation. */
const TO_DEVIATION = 1.4826;

function middle(sorted: readonly number[]): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] as number) : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}

/**
 * What is usual for a judge, criterion by criterion, from the values of the judge's own sheets (feature 53: a mark that contradicts the own history). Robust, so that one slip
 * among the sheets before does not hide the next; a mark as far out as one given before is not asked about again. Criteria with too few sheets, or where nothing would be far, are left out.
 */
export function usualMarks(sheet: SheetRules, own: readonly Readonly<Record<string, unknown>>[], { after, deviations, share }: UnusualMarkRules): UsualMark[] {
  return sheet.items.flatMap((item) => {
    if (item.kind !== 'score') return [];
    const marks = own.map((values) => values[item.key]).filter((value) => value !== undefined && value !== null && value !== '').map(Number).filter(Number.isFinite).sort((a, b) => a - b);
    if (marks.length < after) return [];
    const [least, most, centre] = [marks[0] as number, marks.at(-1) as number, middle(marks)];
    const [bottom, top] = [Number(item.min ?? 0), Number(item.max)];
    const deviation = TO_DEVIATION * middle(marks.map((mark) => Math.abs(mark - centre)).sort((a, b) => a - b));
    const reach = Math.max(deviations * deviation, share * (top - bottom));
    const [low, high] = [Math.min(least, centre - reach), Math.max(most, centre + reach)];
    return low <= bottom && high >= top ? [] : [{ key: item.key, low, high, least, most, sheets: marks.length }];
  });
}
