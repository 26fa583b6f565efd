/** Letters and digits that are not taken for one another on paper or on the telephone. */
const SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 6;

/**
 * As many new codes as asked for, like "K7M-4QX", none of `taken`. `bytes` gives random bytes; signs are drawn without bias.
 */
export function drawCodes(count: number, taken: ReadonlySet<string>, bytes: (count: number) => Uint8Array): string[] {
  const drawn = new Set<string>();
  const limit = 256 - (256 % SIGNS.length);
  let pool: number[] = [];
  while (drawn.size < count) {
    while (pool.length < LENGTH) pool = pool.concat([...bytes(4 * LENGTH)].filter((byte) => byte < limit));
    const signs = pool.splice(0, LENGTH).map((byte) => SIGNS[byte % SIGNS.length]);
    const code = `${signs.slice(0, 3).join('')}-${signs.slice(3).join('')}`;
    if (!taken.has(code)) drawn.add(code);
  }
  return [...drawn];
}
