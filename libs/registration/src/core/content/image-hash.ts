/** Sides of the grey picture that `imageHash` reads: one more column than bits in a row. */
export const HASHED = { width: 9, height: 8 };

/**
 * Difference hash of a grey picture of HASHED size, as 16 hexadecimal digits: one bit for each pair of neighbours in a row.
 * null for pictures that show too little to be told apart (blank, or a plain gradient).
 */
export function imageHash(grey: Uint8Array): string | null {
  let bits = 0n;
  let set = 0;
  for (let row = 0; row < HASHED.height; row++) {
    for (let column = 0; column + 1 < HASHED.width; column++) {
      const at = row * HASHED.width + column;
      const brighter = (grey[at] ?? 0) > (grey[at + 1] ?? 0);
      bits = (bits << 1n) | (brighter ? 1n : 0n);
      if (brighter) set++;
    }
  }
  return set < 8 || set > 56 ? null : bits.toString(16).padStart(16, '0');
}

/** In how many of 64 bits two hashes differ. */
export function hashDistance(one: string, other: string): number {
  let difference = BigInt(`0x${one}`) ^ BigInt(`0x${other}`);
  let count = 0;
  for (; difference > 0n; difference &= difference - 1n) count++;
  return count;
}
