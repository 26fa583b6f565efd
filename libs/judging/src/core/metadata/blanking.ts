/** A stretch of a file, `end` not included, that is shown as `bytes` (exactly as long) or, without them, as zeros. */
export interface Blanking {
  start: number;
  end: number;
  bytes?: Buffer;
}

export type ReadRange = (start: number, end: number) => Promise<Buffer>;

/** A chunk of a file that begins at `offset`, with the blankings applied; the chunk given is not changed. */
export function blanked(chunk: Buffer, offset: number, blankings: readonly Blanking[]): Buffer {
  const end = offset + chunk.length;
  const touching = blankings.filter((one) => one.start < end && one.end > offset);
  if (touching.length === 0) return chunk;
  const shown = Buffer.from(chunk);
  for (const { start, end: until, bytes } of touching) {
    const [from, to] = [Math.max(start, offset), Math.min(until, end)];
    if (bytes) bytes.copy(shown, from - offset, from - start, to - start);
    else shown.fill(0, from - offset, to - offset);
  }
  return shown;
}
