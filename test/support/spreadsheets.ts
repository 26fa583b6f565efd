import ExcelJS from 'exceljs';
import type { Answer, HttpClient } from './http-client.js';
import { must } from './registration-desk.js';
import type { TestSystem } from './system.js';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** A workbook with one sheet of these rows; `change` may spoil it. */
export async function workbookOf(rows: ExcelJS.CellValue[][], change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => undefined): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('数据');
  sheet.addRows(rows);
  change(sheet, book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A file that the API sends, read as a workbook. */
export async function download(system: TestSystem, client: HttpClient, path: string): Promise<ExcelJS.Workbook> {
  const answer = await fetch(`${system.url}${path}`, { headers: { cookie: client.cookieHeader() } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} ${await answer.text()}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  return book;
}

/** Texts of a sheet's row. */
export const textsOf = (sheet: ExcelJS.Worksheet | undefined, row: number): string[] => {
  const values = sheet?.getRow(row).values;
  return Array.isArray(values) ? values.slice(1).map((value) => String(value ?? '')) : [];
};

export async function uploadTable(client: HttpClient, content: Buffer, name = '表格.xlsx'): Promise<Answer & { fileId: string }> {
  const answer = await client.send('POST', '/api/uploads', content, {
    'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream', 'upload-length': String(content.length),
    'upload-metadata': `filename ${base64(name)},purpose ${base64('import')}`,
  });
  return { ...answer, fileId: answer.headers.get('upload-file-id') ?? (answer.headers.get('location') ?? '').split('/').pop() ?? '' };
}

/** Uploads a table and waits until it has been checked; the run. */
export async function checkTable(client: HttpClient, target: Record<string, unknown>, content: Buffer, name?: string): Promise<any> {
  const uploaded = await uploadTable(client, content, name);
  if (uploaded.status >= 300) throw new Error(`upload answered ${uploaded.status} ${uploaded.text}`);
  const begun = must(await client.post('/api/imports', { ...target, fileId: uploaded.fileId }));
  return settled(client, begun.id, 'checking');
}

/** The run once it has left that state. */
export async function settled(client: HttpClient, id: string, state: string): Promise<any> {
  for (let tries = 0; tries < 300; tries += 1) {
    const run = must(await client.get(`/api/imports/${id}`));
    if (run.state !== state) return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The import stays ${state}`);
}

export async function commitTable(client: HttpClient, id: string): Promise<any> {
  must(await client.post(`/api/imports/${id}/commit`));
  return settled(client, id, 'committing');
}
