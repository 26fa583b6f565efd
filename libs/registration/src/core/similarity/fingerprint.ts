/** Characters of one shingle: Chinese needs no words, so characters in a row are compared. */
export const SHINGLE = 10;
/** Of this many shingles in a row the smallest hash is kept, so two texts with WINDOW + SHINGLE - 1 characters in common share a mark. */
const WINDOW = 24;

/** A hash of 32 bits whose low and high values fall evenly (FNV-1a with a final mix). */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Marks of a text by winnowing: the same passage gives the same marks wherever it stands. `text` without signs and spaces. */
export function fingerprint(text: string): number[] {
  const hashes = Array.from({ length: Math.max(0, text.length - SHINGLE + 1) }, (_, at) => hashOf(text, at, at + SHINGLE));
  const marks = new Set<number>();
  // The smallest of each window, the last one among equals.
  let smallest = -1;
  for (let end = 0; end < hashes.length; end++) {
    if (smallest <= end - WINDOW) {
      smallest = Math.max(0, end - WINDOW + 1);
      for (let at = smallest + 1; at <= end; at++) if ((hashes[at] as number) <= (hashes[smallest] as number)) smallest = at;
    } else if ((hashes[end] as number) <= (hashes[smallest] as number)) {
      smallest = end;
    }
    if (end >= WINDOW - 1 || end === hashes.length - 1) marks.add(hashes[smallest] as number);
  }
  return [...marks];
}

/** Marks of a title: every pair of neighbouring characters. */
export function titleMarks(text: string): number[] {
  return [...new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => hashOf(text, at, at + 2)))];
}
