import { sha256Hex } from '../canonical/canonical-json.js';
import { ln } from './portable-math.js';

/** Numbers that look random and follow from the seed alone: the same draws on every machine, for ever. */
export class SeededRandom {
  private readonly state: Uint32Array;
  private spare: number | null = null;

  constructor(seed: string) {
    const hash = sha256Hex(seed);
    this.state = Uint32Array.from([0, 8, 16, 24], (at) => Number.parseInt(hash.slice(at, at + 8), 16));
  }

  /** 32 random bits (sfc32). */
  bits(): number {
    const s = this.state;
    const [a, b, c, d] = [s[0] as number, s[1] as number, s[2] as number, s[3] as number];
    const result = (a + b + d) >>> 0;
    s[3] = (d + 1) >>> 0;
    s[0] = b ^ (b >>> 9);
    s[1] = (c + (c << 3)) >>> 0;
    s[2] = (((c << 21) | (c >>> 11)) + result) >>> 0;
    return result;
  }

  /** From 0 up to but not including 1, in steps of 2^-53. */
  uniform(): number {
    return ((this.bits() >>> 5) * 67108864 + (this.bits() >>> 6)) / 9007199254740992;
  }

  /** A whole number from 0 up to but not including `limit`, all equally likely. */
  below(limit: number): number {
    const ceiling = Math.floor(4294967296 / limit) * limit;
    for (;;) {
      const drawn = this.bits();
      if (drawn < ceiling) return drawn % limit;
    }
  }

  /** Standard normal (Marsaglia's polar method). */
  normal(): number {
    if (this.spare !== null) {
      const kept = this.spare;
      this.spare = null;
      return kept;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * ln(s)) / s);
      this.spare = v * factor;
      return u * factor;
    }
  }

  /** Puts a list into a random order, in place. */
  shuffle<Item>(list: Item[]): Item[] {
    for (let index = list.length - 1; index > 0; index--) {
      const other = this.below(index + 1);
      [list[index], list[other]] = [list[other] as Item, list[index] as Item];
    }
    return list;
  }
}
