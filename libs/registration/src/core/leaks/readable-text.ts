/** A text as a reader compares it, each of its characters with the place in the source that it came from. */
export interface ReadableText {
  text: string;
  /** Index in the source of the UTF-16 unit behind each unit of `text`. */
  places: number[];
  source: string;
}

/** Spaces, invisible signs and the dots of foreign names make no difference to a reader. */
const IGNORED = /[\s\p{Cf}·•・.．]/u;
const IGNORED_AND_SIGNS = /[\s\p{Cf}\p{P}\p{S}]/u;

/** Width, case, spaces and, if asked, all signs taken away; with the way back to the source. */
export function readableText(source: string, signs: 'kept' | 'dropped' = 'kept'): ReadableText {
  const ignored = signs === 'kept' ? IGNORED : IGNORED_AND_SIGNS;
  const parts: string[] = [];
  const places: number[] = [];
  let at = 0;
  for (const character of source) {
    if (!ignored.test(character)) {
      const plain = character.normalize('NFKC').toLowerCase();
      parts.push(plain);
      for (let unit = 0; unit < plain.length; unit++) places.push(at);
    }
    at += character.length;
  }
  return { text: parts.join(''), places, source };
}

/** The place in the source behind the last of the units `start` to before `end`. */
export function sourceRange({ places, source }: ReadableText, start: number, end: number): [number, number] {
  const last = places[end - 1] ?? 0;
  const wide = (source.codePointAt(last) ?? 0) > 0xffff ? 2 : 1;
  return [places[start] ?? 0, last + wide];
}
