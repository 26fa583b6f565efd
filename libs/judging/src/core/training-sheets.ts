import { entryKinds, sheetFor, type Rulebook } from '#libs/contests';

/** What a panel takes; an empty list takes everything. */
export interface PanelScope {
  types: readonly string[];
  groups: readonly string[];
  disciplines: readonly string[];
}

const takes = (list: readonly string[], key: string | null): boolean => list.length === 0 || (key !== null && list.includes(key));

/** Names of the sheets that the entries of these panels are judged on. */
export function sheetsOfPanels(rulebook: Rulebook, stageKey: string, panels: readonly PanelScope[]): Set<string> {
  const kinds = entryKinds(rulebook).filter((kind) => panels.some((panel) => takes(panel.types, kind.type) && takes(panel.groups, kind.groupKey) && takes(panel.disciplines, kind.discipline)));
  return new Set(kinds.flatMap((kind) => sheetFor(rulebook, stageKey, kind)?.name ?? []));
}

/** A judge trains on works of the sheets met on the own panels; where there are none, on whatever there is. */
export function worksToTrainOn<Work extends { sheet: string }>(works: readonly Work[], sheets: ReadonlySet<string>): Work[] {
  const own = works.filter((work) => sheets.has(work.sheet));
  return own.length > 0 ? own : [...works];
}
