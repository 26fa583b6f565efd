import type { Rational } from '../exact/rational.js';
import type { Lookup } from '../expression/expression.js';

/** What a selection reads of the entries. Entries are positions. */
export interface SelectionField {
  lookup(entry: number): Lookup;
  idOf(entry: number): string;
  total(entry: number): Rational | null;
  constants: Lookup;
  /** The better total comes first: negative when a is better. */
  order(a: Rational, b: Rational): number;
  /** What was already decided about an entry in this selection: it plays, or it gave its place back. */
  status(selection: string, entry: number): 'taken' | 'declined' | undefined;
}
