import { Injectable } from '@nestjs/common';
import { Rulebooks, type Words } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { csvLine, newWorkbook, Refusal, refuseIfAny, safeCell, text, type Language } from '#libs/platform';
import { inChina } from './core/contest-time.js';
import { chosenColumns, type ExportColumn } from './core/export-columns.js';
import type { EntryRow } from './dto/entry.dto.js';
import type { ExportQuery } from './dto/lists.dto.js';
import { EntryLists } from './entry-lists.queries.js';

export interface ExportedTable {
  content: Buffer;
  rows: number;
}

const MOST = 20_000;
/** Rows between two reports of how far the table is. */
const STEP = 1_000;

/** Writes a list as a file. It holds what the list shows: no identity numbers, no contacts; no cell is a formula. */
@Injectable()
export class EntryExport {
  constructor(private readonly lists: EntryLists, private readonly rulebooks: Rulebooks) {}

  /** Refuses EXPORT_COLUMN for every name that is no column. */
  columns(query: ExportQuery): ExportColumn[] {
    const { columns, unknown } = chosenColumns(query.columns);
    refuseIfAny(unknown.map((column) => ({ code: 'EXPORT_COLUMN', path: 'columns', params: { column } })));
    return columns;
  }

  /** The table with the caller's rights; `tell` hears how many rows are done. Refuses EXPORT_TOO_LARGE. */
  async table(actor: Actor, query: ExportQuery, language: Language, tell: (done: number, all: number) => Promise<void> = async () => undefined): Promise<ExportedTable> {
    const columns = this.columns(query);
    const rows = await this.lists.all(actor, query, MOST + 1);
    if (rows.length > MOST) throw new Refusal('unprocessable', 'EXPORT_TOO_LARGE', { most: MOST });
    const cellsOf = await this.cells(query.editionId, columns, language);
    const table = [columns.map((column) => text(`entryColumns.${column}`, {}, language))];
    for (let at = 0; at < rows.length; at += STEP) {
      table.push(...rows.slice(at, at + STEP).map(cellsOf));
      await tell(Math.min(at + STEP, rows.length), rows.length);
    }
    const content = query.format === 'csv' ? Buffer.from(`\ufeff${table.map(csvLine).join('')}`, 'utf8') : await workbook(table, columns);
    return { content, rows: rows.length };
  }

  private async cells(editionId: string, columns: ExportColumn[], language: Language): Promise<(row: EntryRow) => string[]> {
    const { document } = await this.rulebooks.of(editionId);
    const labels = (list: { key: string; label: Words }[]): Map<string, string> => new Map(list.map((one) => [one.key, one.label[language]]));
    const named = { type: labels(document.types), groupKey: labels(document.groups), discipline: labels(document.disciplines) };
    return (row) =>
      columns.map((column) => {
        const value = row[column];
        if (column === 'state') return text(`entryStates.${row.state}`, {}, language);
        if (column === 'type' || column === 'groupKey' || column === 'discipline') return safeCell(named[column].get(String(value)) ?? String(value ?? ''));
        if ((column === 'submittedAt' || column === 'updatedAt') && value !== null) return inChina(new Date(String(value)));
        return safeCell(Array.isArray(value) ? value.join('; ') : String(value ?? ''));
      });
  }
}

async function workbook(table: string[][], columns: ExportColumn[]): Promise<Buffer> {
  const book = await newWorkbook();
  const sheet = book.addWorksheet('1', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRows(table);
  sheet.getRow(1).font = { bold: true };
  for (const [index, column] of columns.entries()) sheet.getColumn(index + 1).width = column === 'title' ? 40 : 16;
  return Buffer.from(await book.xlsx.writeBuffer());
}
