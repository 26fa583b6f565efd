/** Source of reproducible randomness: the only one in this library. The same seed gives the same sequence on every machine. */
export interface SeededRandom {
  /** Uniform number in [0, 1) with 32 bits. */
  next(): number;
  /** Uniform integer in [0, bound); `bound` is a positive integer below 2^32. */
  below(bound: number): number;
  /** Shuffles the array in place (Fisher-Yates) and returns it. */
  shuffle<T>(items: T[]): T[];
}

/** Spreads a seed of any length over 32-bit words (the finaliser of MurmurHash3). */
function* seedWords(seed: string): Generator<number> {
  let state = 0x811c9dc5 ^ seed.length;
  for (let index = 0; index < seed.length; index++) {
    state = Math.imul(state ^ seed.charCodeAt(index), 0x5bd1e995);
    state = (state << 13) | (state >>> 19);
  }
  for (;;) {
    state = (state + 0x9e3779b9) | 0;
    let word = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    word = Math.imul(word ^ (word >>> 13), 0xc2b2ae35);
    yield (word ^ (word >>> 16)) >>> 0;
  }
}

/** A generator (sfc32) started from a seed: a number or any text, for example an edition's published lot number. */
export function seededRandom(seed: number | string): SeededRandom {
  const words = seedWords(String(seed));
  let a = words.next().value as number;
  let b = words.next().value as number;
  let c = words.next().value as number;
  let counter = 1;
  const nextWord = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) nextWord();
  const below = (bound: number): number => {
    const limit = 4294967296 - (4294967296 % bound);
    let word = nextWord();
    while (word >= limit) word = nextWord();
    return word % bound;
  };
  return {
    next: () => nextWord() / 4294967296,
    below,
    shuffle: (items) => {
      for (let last = items.length - 1; last > 0; last--) {
        const pick = below(last + 1);
        [items[last], items[pick]] = [items[pick]!, items[last]!];
      }
      return items;
    },
  };
}
