import { PlanningInputError, requireInteger } from '../planning-errors.js';

/** A stretch of time in minutes (of any common zero, for example midnight); `to` is not included. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** Start times every `cycle` minutes inside the blocks, such that `length` minutes fit before the block ends: breaks lie between blocks. */
export function startTimes(blocks: readonly TimeSpan[], cycle: number, length: number): number[] {
  requireInteger(cycle, 'cycle', 1);
  requireInteger(length, 'length', 1);
  const times: number[] = [];
  blocks.forEach(({ from, to }, index) => {
    requireInteger(from, `blocks[${index}].from`);
    requireInteger(to, `blocks[${index}].to`);
    if (index > 0 && from < blocks[index - 1]!.to) throw new PlanningInputError('BLOCKS_OVERLAP', `blocks[${index}]`, 'blocks must follow each other');
    for (let start = from; start + length <= to; start += cycle) times.push(start);
  });
  return times;
}

export const overlaps = (a: TimeSpan, b: TimeSpan): boolean => a.from < b.to && b.from < a.to;
