/** What a list of entries can be had with as a file: no identity numbers, no contacts. */
export const EXPORT_COLUMNS = [
  'entryNo', 'title', 'type', 'groupKey', 'discipline', 'state', 'members', 'schoolName', 'countyName', 'prefectureName', 'schoolRank', 'countyRank', 'prefectureRank', 'submittedAt', 'updatedAt',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

const USUAL: ExportColumn[] = EXPORT_COLUMNS.filter((column) => column !== 'updatedAt');

/** The columns asked for, in the order asked for, each once; without any the usual ones. Names that are no column are answered apart. */
export function chosenColumns(asked: string | undefined): { columns: ExportColumn[]; unknown: string[] } {
  const names = [...new Set((asked ?? '').split(',').map((name) => name.trim()).filter((name) => name !== ''))];
  if (names.length === 0) return { columns: USUAL, unknown: [] };
  const known = (name: string): name is ExportColumn => (EXPORT_COLUMNS as readonly string[]).includes(name);
  return { columns: names.filter(known), unknown: names.filter((name) => !known(name)) };
}
