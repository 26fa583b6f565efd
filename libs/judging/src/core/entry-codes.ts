/** Letters and digits that are not taken for one another on paper or on the telephone. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 6;
/** Draws in a row that may hit taken codes: with 31^6 codes even a crowded stage needs two or three. */
const PATIENCE = 1_000;

/**
 * As many new codes as asked for, like "K7M-4QX", none of `taken`. `bytes` gives random bytes; signs are drawn without bias.
 * @throws Error when the source gives nothing new any more, so that a broken one cannot keep us here for ever
 */
export function drawCodes(count: number, taken: ReadonlySet<string>, bytes: (count: number) => Uint8Array): string[] {
  const drawn = new Set<string>();
  const limit = 256 - (256 % SIGNS.length);
  let pool: number[] = [];
  let inVain = 0;
  while (drawn.size < count) {
    if (inVain > PATIENCE) throw new Error('the random source repeats itself');
    while (pool.length < LENGTH) pool = pool.concat([...bytes(4 * LENGTH)].filter((byte) => byte < limit));
    const signs = pool.splice(0, LENGTH).map((byte) => SIGNS[byte % SIGNS.length]);
    const code = `${signs.slice(0, 3).join('')}-${signs.slice(3).join('')}`;
    inVain = taken.has(code) || drawn.has(code) ? inVain + 1 : 0;
    if (!taken.has(code)) drawn.add(code);
  }
  return [...drawn];
}
