import { PlanningInputError, requireInteger } from '../planning-errors.js';

export type BlockSplit = { readonly kind: 'blocks'; readonly blocks: number; readonly places: Readonly<Record<string, number>> } | { readonly kind: 'infeasible'; readonly proof: { readonly blockSize: number; readonly remainder: number } };

/**
 * Places that come in whole blocks of a fixed make-up, for example ten students and one teacher: a quota that is no multiple of
 * the block is refused, never rounded.
 */
export function splitBlocks(quota: number, block: Readonly<Record<string, number>>): BlockSplit {
  requireInteger(quota, 'quota');
  const parts = Object.entries(block);
  parts.forEach(([part, count]) => requireInteger(count, `block.${part}`));
  const blockSize = parts.reduce((sum, [, count]) => sum + count, 0);
  if (blockSize === 0) throw new PlanningInputError('EMPTY_BLOCK', 'block', 'a block has at least one place');
  const remainder = quota % blockSize;
  if (remainder !== 0) return { kind: 'infeasible', proof: { blockSize, remainder } };
  const blocks = quota / blockSize;
  return { kind: 'blocks', blocks, places: Object.fromEntries(parts.map(([part, count]) => [part, count * blocks])) };
}
