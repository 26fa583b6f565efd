import { describe, expect, it } from '@jest/globals';
import { drawCodes } from './entry-codes.js';

/** Counts up through the bytes, so that the first codes are known. */
function counter(): (count: number) => Uint8Array {
  let next = 0;
  return (count) => Uint8Array.from({ length: count }, () => next++ % 256);
}

describe('drawCodes', () => {
  it('draws as many different codes as asked for, in one readable form', () => {
    const codes = drawCodes(40, new Set(), counter());
    expect(new Set(codes).size).toBe(40);
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{3}-[A-HJKMNP-Z2-9]{3}$/);
  });

  it('never gives a code that is taken', () => {
    const [first = ''] = drawCodes(1, new Set(), counter());
    expect(drawCodes(1, new Set([first]), counter())).not.toContain(first);
  });
});
