import type { RankClass } from '../rank/rank.js';
import type { RankTrace } from '../trace/trace.types.js';

/** For every ranked entry: its rank, who shares it, and which key broke the ties with the neighbours above and below. */
export function rankTraces(classes: readonly RankClass[], idOf: (entry: number) => string): Map<number, RankTrace> {
  const of = classes.reduce((count, one) => count + one.entries.length, 0);
  const traces = new Map<number, RankTrace>();
  for (const one of classes) {
    for (const entry of one.entries) {
      traces.set(entry, { rank: one.rank, of, tied: one.entries.length - 1, tiedWith: one.entries.length === 1 ? [] : someOthers(one.entries, entry).map(idOf), brokenTies: [] });
    }
  }
  for (const [index, below] of classes.entries()) {
    const above = classes[index - 1];
    if (!above || !below.separatedBy || below.separatedBy.position === 0) continue;
    const { operator, among } = below.separatedBy;
    const note = (entry: number, other: number, won: boolean): void => {
      traces.get(entry)?.brokenTies.push({ key: operator.key.key, with: idOf(other), mine: operator.shown(entry, among), theirs: operator.shown(other, among), won });
    };
    for (const entry of above.entries) note(entry, below.entries[0] as number, true);
    for (const entry of below.entries) note(entry, above.entries[0] as number, false);
  }
  return traces;
}

/** So many of those who share a rank are named; a thousand zeros would name a million pairs. */
const NAMED = 10;

function someOthers(entries: readonly number[], entry: number): number[] {
  const others: number[] = [];
  for (const other of entries) {
    if (other !== entry) others.push(other);
    if (others.length === NAMED) break;
  }
  return others;
}
