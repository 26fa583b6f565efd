/**
 * Restricts a list to entries (or judges) of the units a reader answers for: a supervisor of one prefecture sees that prefecture.
 * `paths` is the number of the parameter that holds the reader's subtrees (`AccessService.orgPaths`); [''] is everywhere.
 */
export const inReach = (prefectureId: string, paths: number): string =>
  `(''::ltree = ANY($${paths}::ltree[]) OR EXISTS (SELECT 1 FROM org_unit reach WHERE reach.id = ${prefectureId} AND reach.path <@ ANY($${paths}::ltree[])))`;
