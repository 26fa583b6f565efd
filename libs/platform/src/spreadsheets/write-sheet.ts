import { text } from '../texts.js';
import { newWorkbook } from './new-workbook.js';
import { safeCell } from './safe-cell.js';
import type { SheetColumn } from './sheet.types.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Rows that get a list to choose from. */
const CHOICE_ROWS = 500;
const MARKED = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE3DE' } } as const;
const HEAD = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE3EFEE' } } as const;

/** The head of a column in a template; a star stands at what must be filled in. */
export const headOf = (column: SheetColumn): string => (column.required ? `${column.title}*` : column.title);

/** An empty table to fill in: heads, lists to choose from, and a sheet that says what may stand where. */
export async function writeTemplate(columns: SheetColumn[], notes: string[], rows: string[][] = []): Promise<Buffer> {
  const book = await newWorkbook();
  const sheet = book.addWorksheet(text('sheets.table'), { views: [{ state: 'frozen', ySplit: 1 }] });
  const guide = book.addWorksheet(text('sheets.guide'));
  const values = book.addWorksheet(text('sheets.values'));
  sheet.addRow(columns.map(headOf));
  guide.addRow(['column', 'required', 'form', 'hint'].map((key) => text(`sheets.guideHeads.${key}`)));
  columns.forEach((column, index) => {
    const place = sheet.getColumn(index + 1);
    place.width = Math.min(40, Math.max(12, [...column.title].length * 2 + 4));
    // Everything is text: no identity number becomes a rounded figure, no number loses its leading zero.
    place.numFmt = '@';
    const labels = column.kind === 'flag' ? [text('sheets.yes'), text('sheets.no')] : (column.options ?? []).map((option) => option.label);
    guide.addRow([column.title, column.required ? text('sheets.yes') : text('sheets.no'), formOf(column), column.hint ?? '']);
    if (labels.length === 0 || column.kind === 'choices') return;
    const letter = values.getColumn(index + 1).letter;
    values.getCell(`${letter}1`).value = column.title;
    labels.forEach((label, row) => (values.getCell(`${letter}${row + 2}`).value = label));
    for (let row = 2; row <= CHOICE_ROWS + 1; row += 1) {
      sheet.getCell(row, index + 1).dataValidation = {
        type: 'list', allowBlank: true, formulae: [`'${values.name}'!$${letter}$2:$${letter}$${labels.length + 1}`], showErrorMessage: true,
        errorTitle: text('sheets.notListed'), error: text('sheets.notListedHow'),
      };
    }
  });
  rows.forEach((row) => sheet.addRow(row.map(safeCell)));
  for (const note of notes) guide.addRow([note]);
  for (const one of [sheet, guide, values]) {
    one.getRow(1).font = { bold: true };
    one.getRow(1).fill = HEAD;
  }
  [22, 8, 44, 60].forEach((width, index) => (guide.getColumn(index + 1).width = width));
  return Buffer.from(await book.xlsx.writeBuffer());
}

function formOf(column: SheetColumn): string {
  if (column.kind === 'choice' || column.kind === 'choices') return `${text(`sheets.kinds.${column.kind}`)}${(column.options ?? []).map((option) => option.label).join(' / ')}`;
  return `${text(`sheets.kinds.${column.kind}`)}${column.max === undefined ? '' : text('sheets.atMost', { max: column.max })}`;
}

export interface ReportedRow {
  cells: string[];
  /** What is to be said about the row as a whole. */
  verdict: string;
  /** Remarks by the index of the cell. */
  remarks: Map<number, string[]>;
}

/** What was sent in, with a verdict before each row and a note at each cell in question. */
export async function writeReport(heads: string[], rows: ReportedRow[]): Promise<Buffer> {
  const book = await newWorkbook();
  const sheet = book.addWorksheet(text('sheets.table'), { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  sheet.addRow([text('sheets.verdict'), ...heads.map(safeCell)]);
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).fill = HEAD;
  sheet.getColumn(1).width = 48;
  heads.forEach((head, index) => {
    sheet.getColumn(index + 2).width = Math.min(40, Math.max(12, [...head].length * 2 + 4));
    sheet.getColumn(index + 2).numFmt = '@';
  });
  for (const row of rows) {
    const added = sheet.addRow([safeCell(row.verdict), ...heads.map((_head, index) => safeCell(row.cells[index] ?? ''))]);
    added.getCell(1).alignment = { wrapText: true, vertical: 'top' };
    for (const [index, remarks] of row.remarks) {
      const cell = added.getCell(index + 2);
      cell.fill = MARKED;
      cell.note = remarks.join('\n');
    }
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A plain table with a head. */
export async function writeTable(heads: string[], rows: string[][]): Promise<Buffer> {
  const book = await newWorkbook();
  const sheet = book.addWorksheet(text('sheets.table'), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRows([heads, ...rows].map((row) => row.map(safeCell)));
  sheet.getRow(1).font = { bold: true };
  heads.forEach((head, index) => (sheet.getColumn(index + 1).width = Math.min(48, Math.max(12, [...head].length * 2 + 4, ...rows.slice(0, 200).map((row) => Math.min(48, [...(row[index] ?? '')].length * 1.6))))));
  return Buffer.from(await book.xlsx.writeBuffer());
}
