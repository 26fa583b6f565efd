import { Injectable } from '@nestjs/common';
import ExcelJS from 'exceljs';
import { Audit } from '#libs/audit';
import { Rulebooks, type Words } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Clock, csvLine, currentContext, Refusal, safeCell, text } from '#libs/platform';
import type { EntryRow } from './dto/entry.dto.js';
import type { ExportQuery } from './dto/lists.dto.js';
import { EntryLists } from './entry-lists.queries.js';

export interface DownloadReply {
  header(name: string, value: string): DownloadReply;
  send(body: Buffer): unknown;
}

const MOST = 20_000;
const COLUMNS = [
  'entryNo', 'title', 'type', 'groupKey', 'discipline', 'state', 'members', 'schoolName', 'countyName', 'prefectureName', 'schoolRank', 'countyRank', 'prefectureRank', 'submittedAt',
] as const;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A list as a file. It holds what the list shows: no identity numbers, no contacts. Every export is in the audit log. */
@Injectable()
export class EntryExport {
  constructor(private readonly lists: EntryLists, private readonly rulebooks: Rulebooks, private readonly clock: Clock, private readonly audit: Audit) {}

  async send(actor: Actor, query: ExportQuery, reply: DownloadReply): Promise<void> {
    const rows = await this.lists.all(actor, query, MOST + 1);
    if (rows.length > MOST) throw new Refusal('unprocessable', 'EXPORT_TOO_LARGE', { most: MOST });
    const table = [COLUMNS.map((column) => text(`entryColumns.${column}`)), ...(await this.cells(query.editionId, rows))];
    const format = query.format ?? 'xlsx';
    const body = format === 'csv' ? Buffer.from(`\ufeff${table.map(csvLine).join('')}`, 'utf8') : await workbook(table);
    await this.audit.record({ action: 'entry.exported', subject: { type: 'edition', id: query.editionId }, after: { format, rows: rows.length } });
    const name = `entries-${this.clock.now().toISOString().slice(0, 10)}.${format}`;
    reply
      .header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : XLSX)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(body);
  }

  private async cells(editionId: string, rows: EntryRow[]): Promise<string[][]> {
    const { document } = await this.rulebooks.of(editionId);
    const { language } = currentContext();
    const labels = (list: { key: string; label: Words }[]): Map<string, string> => new Map(list.map((one) => [one.key, one.label[language]]));
    const named = { type: labels(document.types), groupKey: labels(document.groups), discipline: labels(document.disciplines) };
    return rows.map((row) =>
      COLUMNS.map((column) => {
        const value = row[column];
        if (column === 'state') return text(`entryStates.${row.state}`);
        if (column === 'type' || column === 'groupKey' || column === 'discipline') return safeCell(named[column].get(String(value)) ?? String(value ?? ''));
        return safeCell(Array.isArray(value) ? value.join('; ') : String(value ?? ''));
      }),
    );
  }
}

async function workbook(table: string[][]): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('1', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRows(table);
  sheet.getRow(1).font = { bold: true };
  for (const [index, column] of COLUMNS.entries()) sheet.getColumn(index + 1).width = column === 'title' ? 40 : 16;
  return Buffer.from(await book.xlsx.writeBuffer());
}
