import { parse } from 'csv-parse/sync';
import type ExcelJS from 'exceljs';
import { Refusal } from '../refusal.js';
import type { FileType } from '../files/file-kinds.js';
import { opensSensibly } from './workbook-guard.js';
import { newWorkbook } from './new-workbook.js';
import type { SheetCell, SheetLimits, SheetNote, SheetTable } from './sheet.types.js';

/** A spreadsheet keeps 15 digits of a number; what is longer has lost its end before it came here. */
const EXACT = 999_999_999_999_999;
const SHOWN = 12;
/** What no database holds: the character zero and halves of pairs. */
const UNHOLDABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Reads the first visible sheet (or the CSV) of a file: heads from the first row that is not empty, then every row that is not empty.
 * Formulas are marked as refused, merged cells give each of their cells the one value, hidden rows and columns are read like others
 * and told in `notes`.
 * @throws Refusal SHEET_UNREADABLE, SHEET_EMPTY, SHEET_TOO_LONG { most }, SHEET_TOO_WIDE { most }
 */
export async function readSheet(content: Buffer, type: FileType, limits: SheetLimits): Promise<SheetTable> {
  const read = type === 'text/csv' ? readCsv(content, limits) : await readWorkbook(content, limits);
  for (const { cells } of read.rows) for (const cell of cells) cell.text = cell.text.replace(UNHOLDABLE, '');
  const [head, ...rest] = read.rows.filter((row) => row.cells.some((cell) => cell.text !== '' || cell.refused));
  if (!head) throw new Refusal('unprocessable', 'SHEET_EMPTY');
  const heads = head.cells.map((cell) => cell.text.trim());
  while (heads.length > 0 && heads.at(-1) === '') heads.pop();
  if (heads.length > limits.columns) throw new Refusal('unprocessable', 'SHEET_TOO_WIDE', { most: limits.columns });
  if (rest.length > limits.rows) throw new Refusal('unprocessable', 'SHEET_TOO_LONG', { most: limits.rows });
  return { heads, rows: rest, notes: read.notes };
}

type Read = { rows: SheetTable['rows']; notes: SheetNote[] };

function readCsv(content: Buffer, limits: SheetLimits): Read {
  const decoded = decode(content);
  const first = decoded.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = [',', '\t', ';'].sort((a, b) => first.split(b).length - first.split(a).length)[0] as string;
  try {
    const records = parse(decoded, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, to: limits.rows + 1_000, max_record_size: 1_000_000, info: true });
    return {
      rows: (records as unknown as { record: string[]; info: { lines: number } }[]).map(({ record }, index) => ({
        number: index + 1, cells: record.map((text): SheetCell => ({ text, ...(/^[=＝]/u.test(text.trimStart()) ? { refused: 'formula' as const } : {}) })),
      })),
      notes: [],
    };
  } catch {
    throw new Refusal('unprocessable', 'SHEET_UNREADABLE');
  }
}

/** Spreadsheets in China save CSV as UTF-8 or, without asking, as GB18030. */
function decode(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return new TextDecoder('gb18030').decode(content);
  }
}

async function readWorkbook(content: Buffer, limits: SheetLimits): Promise<Read> {
  const book = await newWorkbook();
  // Of names and of lists to choose from the reader makes an object for each cell they stand for; nobody asks for them here.
  Object.defineProperty(book.definedNames, 'model', { value: [], writable: true });
  try {
    if (!(await opensSensibly(content))) throw new Error('too much in it');
    await book.xlsx.load(content as unknown as ArrayBuffer, { ignoreNodes: ['dataValidations', 'conditionalFormatting'] });
  } catch {
    throw new Refusal('unprocessable', 'SHEET_UNREADABLE');
  }
  const visible = book.worksheets.filter((one) => one.state === 'visible');
  const sheet = visible[0];
  if (!sheet) throw new Refusal('unprocessable', 'SHEET_EMPTY');
  if (sheet.actualRowCount > limits.rows + 1) throw new Refusal('unprocessable', 'SHEET_TOO_LONG', { most: limits.rows });
  const hidden: number[] = [];
  const merged = new Set<number>();
  const rows: SheetTable['rows'] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (row.hidden) hidden.push(number);
    const cells: SheetCell[] = [];
    const last = Math.min(row.cellCount, limits.columns + 1);
    for (let column = 1; column <= last; column += 1) {
      const cell = row.getCell(column);
      if (cell.isMerged) merged.add(number);
      cells.push(cellOf(cell.isMerged ? cell.master.value : cell.value));
    }
    rows.push({ number, cells });
  });
  const hiddenColumns = Array.from({ length: Math.min(sheet.columnCount, limits.columns) }, (_, index) => sheet.getColumn(index + 1)).filter((column) => column.hidden);
  const notes: SheetNote[] = [];
  if (hidden.length > 0) notes.push({ code: 'SHEET_HIDDEN_ROWS', where: listed(hidden) });
  if (hiddenColumns.length > 0) notes.push({ code: 'SHEET_HIDDEN_COLUMNS', where: listed(hiddenColumns.map((column) => column.letter)) });
  if (merged.size > 0) notes.push({ code: 'SHEET_MERGED', where: listed([...merged]) });
  return { rows, notes };
}

const listed = (items: (number | string)[]): string => `${items.slice(0, SHOWN).join(', ')}${items.length > SHOWN ? ' …' : ''}`;

function cellOf(value: ExcelJS.CellValue): SheetCell {
  if (value === null || value === undefined) return { text: '' };
  if (value instanceof Date) return { text: Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10) };
  if (typeof value === 'number') return { text: String(value), ...(Math.abs(value) > EXACT ? { refused: 'precision' } : {}) };
  if (typeof value === 'boolean') return { text: value ? '1' : '0' };
  if (typeof value === 'string') return { text: value };
  if ('formula' in value || 'sharedFormula' in value) return { text: '', refused: 'formula' };
  if ('richText' in value) return { text: value.richText.map((part) => part.text).join('') };
  if ('hyperlink' in value) return { text: typeof value.text === 'string' ? value.text : '' };
  return { text: '', refused: 'error' };
}
