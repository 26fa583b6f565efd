import { describe, expect, it } from '@jest/globals';
import { drawCodes } from './entry-codes.js';

/** Repeatable bytes that do not come round again soon. */
function source(): (count: number) => Uint8Array {
  let state = 1;
  return (count) => Uint8Array.from({ length: count }, () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24);
}

describe('drawCodes', () => {
  it('draws as many different codes as asked for, in one readable form', () => {
    const codes = drawCodes(40, new Set(), source());
    expect(new Set(codes).size).toBe(40);
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{3}-[A-HJKMNP-Z2-9]{3}$/);
  });

  it('never gives a code that is taken', () => {
    const [first = ''] = drawCodes(1, new Set(), source());
    expect(drawCodes(1, new Set([first]), source())).not.toContain(first);
  });

  it('gives up on a source that only repeats itself', () => {
    expect(() => drawCodes(2, new Set(), (count) => new Uint8Array(count))).toThrow('repeats itself');
  });
});
