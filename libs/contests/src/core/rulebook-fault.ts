/** One fault of a rulebook. `path` is a JSON pointer into the document. */
export interface RulebookFault {
  code: string;
  path: string;
  params: Record<string, string | number>;
  /** Sentence of another library, where it knows better. */
  sentences?: { zh: string; en: string };
}
