import type { Workbook } from 'exceljs';

/** An empty workbook. Its library is a seventh of all modules there are to load at a start: only whoever handles a table does it. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: excel } = await import('exceljs');
  return new excel.Workbook();
}
