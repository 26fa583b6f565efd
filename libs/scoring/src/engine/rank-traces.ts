import type { KeyOperator, RankClass } from '../rank/rank.js';
import type { RankingRules } from '../rules/ranking-rules.types.js';
import type { RankTrace } from '../trace/trace.types.js';

/** A tie with a neighbour that a key broke. Key operators keep what they compared, so it can be shown later. */
interface BrokenTie {
  operator: KeyOperator;
  among: readonly number[];
  other: number;
  won: boolean;
}

/** For every ranked entry: its rank, who shares it, and which key broke the ties with the neighbours above and below. Written out when asked for. */
export class RankTraces {
  private readonly places: (RankClass | undefined)[] = [];
  private readonly broken = new Map<number, BrokenTie[]>();
  private readonly count: number;
  /** With numbers of their own, how many of its tie stand before an entry. */
  private readonly before: number[] | null;

  constructor(
    classes: readonly RankClass[],
    private readonly idOf: (entry: number) => string,
    style: RankingRules['style'],
  ) {
    this.before = style === 'ordinal' ? [] : null;
    let count = 0;
    for (const one of classes) {
      count += one.entries.length;
      for (const entry of one.entries) this.places[entry] = one;
      if (this.before) for (const [index, entry] of one.entries.entries()) this.before[entry] = index;
    }
    this.count = count;
    for (let index = 1; index < classes.length; index++) this.noteBrokenTie(classes[index - 1] as RankClass, classes[index] as RankClass);
  }

  /** The class of entries an entry shares its rank with; undefined when it has no rank. */
  place(entry: number): RankClass | undefined {
    return this.places[entry];
  }

  rank(entry: number): number | null {
    const place = this.places[entry];
    return place ? place.rank + (this.before?.[entry] ?? 0) : null;
  }

  of(entry: number): RankTrace | null {
    const place = this.places[entry];
    if (!place) return null;
    const tiedWith = place.entries.length === 1 ? [] : someOthers(place.entries, entry).map(this.idOf);
    return { rank: place.rank + (this.before?.[entry] ?? 0), of: this.count, tied: place.entries.length - 1, tiedWith, brokenTies: (this.broken.get(entry) ?? []).map((one) => this.written(entry, one)) };
  }

  private written(entry: number, { operator, among, other, won }: BrokenTie): RankTrace['brokenTies'][number] {
    return { key: operator.key.key, with: this.idOf(other), mine: operator.shown(entry, among), theirs: operator.shown(other, among), won };
  }

  private noteBrokenTie(above: RankClass, below: RankClass): void {
    if (!below.separatedBy || below.separatedBy.position === 0) return;
    const { operator, among } = below.separatedBy;
    const note = (entry: number, other: number, won: boolean): void => {
      const one = { operator, among, other, won };
      const known = this.broken.get(entry);
      if (known) known.push(one);
      else this.broken.set(entry, [one]);
    };
    for (const entry of above.entries) note(entry, below.entries[0] as number, true);
    for (const entry of below.entries) note(entry, above.entries[0] as number, false);
  }
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
