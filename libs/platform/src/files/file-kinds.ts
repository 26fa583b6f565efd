import { fileTypeFromBuffer } from 'file-type';
import type { ByteSource } from './byte-source.js';
import { unpacksWithinLimits, zipDirectory } from './zip-directory.js';

/** The media types that Qingsai takes, with the ending their files get. */
export const FILE_TYPES = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'video/mp4': 'mp4',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'text/csv': 'csv',
} as const;
export type FileType = keyof typeof FILE_TYPES;
export const isFileType = (type: string): type is FileType => type in FILE_TYPES;

const HEAD_BYTES = 4_200;
/** Some phones write other brands into files that every MP4 player plays. */
const MP4_ALIKE = new Set(['video/mp4', 'video/x-m4v']);
const XLSX: FileType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** `damaged`: it begins like the type but is not whole. `bomb`: unpacks to more than is sensible. `macros`: an office file with programs in it. */
export type FileVerdict = { type: FileType } | { refused: 'unknown' | 'damaged' | 'bomb' | 'macros'; detected?: string };

/** What a file is, by its content alone: neither its name nor what the browser says is looked at. */
export async function judgeContent(source: ByteSource): Promise<FileVerdict> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const detected = await fileTypeFromBuffer(head);
  const type = detected?.mime ?? '';
  if (type === 'application/pdf') return judgePdf(source, head);
  if (type === 'image/jpeg') return { type };
  if (type === 'image/png') return (await endsWith(source, 'IEND')) ? { type } : { refused: 'damaged' };
  if (MP4_ALIKE.has(type)) return { type: 'video/mp4' };
  if (head.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return judgeZip(source);
  if (!detected && isCsv(head, head.length === source.size)) return { type: 'text/csv' };
  return { refused: 'unknown', detected: detected?.ext };
}

/** The header must stand at the very beginning: a file that is two types at once is none of ours. */
async function judgePdf(source: ByteSource, head: Buffer): Promise<FileVerdict> {
  if (head.subarray(0, 5).toString('latin1') !== '%PDF-') return { refused: 'damaged' };
  return (await endsWith(source, '%%EOF')) ? { type: 'application/pdf' } : { refused: 'damaged' };
}

async function endsWith(source: ByteSource, mark: string): Promise<boolean> {
  return (await source.read(Math.max(0, source.size - 2_048), source.size)).includes(mark, 0, 'latin1');
}

async function judgeZip(source: ByteSource): Promise<FileVerdict> {
  const entries = await zipDirectory(source);
  if (!entries) return { refused: 'damaged', detected: 'zip' };
  const names = new Set(entries.map((entry) => entry.name));
  if (!(await unpacksWithinLimits(source, entries))) return { refused: 'bomb', detected: 'zip' };
  if (!names.has('[Content_Types].xml') || !names.has('xl/workbook.xml')) return { refused: 'unknown', detected: 'zip' };
  if ([...names].some((name) => /vbaProject\.bin$/i.test(name))) return { refused: 'macros', detected: 'xlsm' };
  return { type: XLSX };
}

/** Text in UTF-8 or GB18030 without control characters, with a separator in its first line. */
function isCsv(head: Buffer, whole: boolean): boolean {
  if (head.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127)) return false;
  const firstLine = head.toString('latin1').split(/\r?\n/)[0] ?? '';
  if (!/[,;\t]/.test(firstLine)) return false;
  return ['utf-8', 'gb18030'].some((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(head, { stream: !whole });
      return true;
    } catch {
      return false;
    }
  });
}
