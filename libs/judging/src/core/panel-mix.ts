/** One planned review, as far as the mix of an entry's judges goes. */
export interface MixedPair {
  entry: string;
  lead: boolean;
  /** The judge knows the entry's discipline. */
  ofField: boolean;
  employer: string | undefined;
  region: string | undefined;
}

/** The worst that a plan does to any entry: fewest leads and judges of the field, most of one employer and one prefecture. */
export interface PanelMix {
  leastLeads: number;
  leastOfField: number;
  mostPerEmployer: number;
  mostPerRegion: number;
}

function most(values: readonly (string | undefined)[]): number {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined && value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

export function mixOf(pairs: readonly MixedPair[]): PanelMix {
  const entries = new Map<string, MixedPair[]>();
  for (const pair of pairs) entries.set(pair.entry, [...(entries.get(pair.entry) ?? []), pair]);
  const panels = [...entries.values()];
  const least = (count: (panel: MixedPair[]) => number): number => (panels.length === 0 ? 0 : Math.min(...panels.map(count)));
  return {
    leastLeads: least((panel) => panel.filter(({ lead }) => lead).length),
    leastOfField: least((panel) => panel.filter(({ ofField }) => ofField).length),
    mostPerEmployer: Math.max(0, ...panels.map((panel) => most(panel.map(({ employer }) => employer)))),
    mostPerRegion: Math.max(0, ...panels.map((panel) => most(panel.map(({ region }) => region)))),
  };
}
