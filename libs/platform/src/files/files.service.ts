import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock.js';
import { currentContext } from '../context.js';
import { Database } from '../database.js';
import { Random } from '../random.js';
import { Refusal } from '../refusal.js';
import type { ByteSource } from './byte-source.js';
import { judgeContent, type FileType } from './file-kinds.js';
import { safeFileName } from './file-name.js';
import { FileStore } from './file-store.js';

/** What is known of a stored file. `size` in bytes; `type` was decided by the content. */
export interface FileFacts {
  id: string;
  sha256: string;
  size: number;
  type: FileType;
  name: string;
  purpose: string;
  /** What the uploader said it belongs to, e.g. `{ entryId, slot }`; check it against what you attach it to. */
  details: Record<string, string>;
  createdBy: string | null;
  createdAt: string;
  /** When the upload began that brought it; null for what the program made. */
  begunAt: string | null;
}

export interface OpenFile extends FileFacts {
  /** Bytes from `start` to before `end`; all without them. */
  stream(start?: number, end?: number): Readable;
}

interface FileRow extends Omit<FileFacts, 'createdAt' | 'begunAt' | 'size'> {
  size: string;
  created_at: Date;
  begun_at: Date | null;
  storage: string;
  storage_key: string;
}

const FACTS = `id, sha256, size, type, name, purpose, details, created_by AS "createdBy", created_at, begun_at, storage, storage_key`;

/**
 * Stored files, on disk or in S3. It checks no rights: every room does, in its own download handler. Files are never changed;
 * a new version is a new file.
 */
@Injectable()
export class Files {
  constructor(
    private readonly store: FileStore,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  /** @throws Refusal FILE_NOT_FOUND (404) */
  async describe(fileId: string): Promise<FileFacts> {
    return factsOf(await this.row(fileId));
  }

  /** Facts of many files; those that do not exist are left out. */
  async describeAll(fileIds: string[]): Promise<FileFacts[]> {
    const rows = await this.database.query<FileRow>(`SELECT ${FACTS} FROM file_object WHERE id = ANY($1::uuid[])`, [fileIds]);
    return rows.map(factsOf);
  }

  /** @throws Refusal FILE_NOT_FOUND (404) */
  async open(fileId: string): Promise<OpenFile> {
    const row = await this.row(fileId);
    const source = await this.source(row);
    return { ...factsOf(row), stream: (start, end) => source.stream(start, end) };
  }

  /** The whole content; for files known to be small (imports, sheets). */
  async readBuffer(fileId: string): Promise<Buffer> {
    const source = await this.source(await this.row(fileId));
    return source.read(0, source.size);
  }

  /**
   * Stores what the program itself made (a document, an export). Its type is decided by content like everybody's.
   * @throws Refusal FILE_TYPE_UNKNOWN when it is none of FILE_TYPES
   */
  async putBuffer(file: { content: Buffer; name: string; purpose: string; details?: Record<string, string> }): Promise<FileFacts> {
    const verdict = await judgeContent(bufferSource(file.content));
    if (!('type' in verdict)) throw new Refusal('unprocessable', 'FILE_TYPE_UNKNOWN');
    const id = this.random.uuid();
    const key = `${id.slice(0, 2)}/${id}`;
    await this.store.put(key, file.content);
    const sha256 = createHash('sha256').update(file.content).digest('hex');
    return this.register({ id, key, sha256, size: file.content.length, type: verdict.type, name: file.name, purpose: file.purpose, details: file.details ?? {}, createdBy: currentContext().accountId ?? null });
  }

  /** Enters bytes that are in the store already. Used by uploads; rooms use putBuffer. */
  async register(file: { id: string; key: string; sha256: string; size: number; type: FileType; name: string; purpose: string; details: Record<string, string>; createdBy: string | null; begunAt?: Date }): Promise<FileFacts> {
    const rows = await this.database.query<FileRow>(
      `INSERT INTO file_object (id, sha256, size, type, name, purpose, details, storage, storage_key, created_by, created_at, begun_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING ${FACTS}`,
      [file.id, file.sha256, file.size, file.type, safeFileName(file.name, file.type), file.purpose, JSON.stringify(file.details), this.store.kind, file.key, file.createdBy, this.clock.now(), file.begunAt ?? null],
    );
    if (!rows[0]) throw new Error('The file was not registered');
    return factsOf(rows[0]);
  }

  /**
   * Takes a file away, with what is left of its upload: only for what has been read and is no evidence (a table that was imported).
   * Inside a transaction: the bytes go once it has committed.
   */
  async forget(fileId: string): Promise<void> {
    const row = await this.database.first<FileRow>(`DELETE FROM file_object WHERE id = $1 RETURNING ${FACTS}`, [fileId]);
    if (row?.storage !== this.store.kind) return;
    const gone = async (): Promise<void> => {
      await this.store.remove(row.storage_key);
      await this.store.discardUpload(fileId);
    };
    if (this.database.inTransaction) this.database.afterCommit(() => void gone().catch(() => undefined));
    else await gone();
  }

  /** Whether the stored bytes still are what was stored; for `qingsai verify` and restores. */
  async isIntact(fileId: string): Promise<boolean> {
    const row = await this.row(fileId);
    try {
      const hash = createHash('sha256');
      for await (const chunk of (await this.source(row)).stream()) hash.update(chunk as Buffer);
      return hash.digest('hex') === row.sha256;
    } catch {
      return false;
    }
  }

  private async row(fileId: string): Promise<FileRow> {
    const row = await this.database.first<FileRow>(`SELECT ${FACTS} FROM file_object WHERE id = $1`, [fileId]);
    if (!row) throw new Refusal('missing', 'FILE_NOT_FOUND');
    return row;
  }

  private async source(row: FileRow): Promise<ByteSource> {
    if (row.storage !== this.store.kind) throw new Refusal('unavailable', 'FILE_ELSEWHERE');
    return this.store.open(row.storage_key);
  }
}

const factsOf = ({ created_at, begun_at, storage: _storage, storage_key: _key, ...row }: FileRow): FileFacts => ({ ...row, size: Number(row.size), createdAt: created_at.toISOString(), begunAt: begun_at?.toISOString() ?? null });

export function bufferSource(content: Buffer): ByteSource {
  return {
    size: content.length,
    read: async (start, end) => content.subarray(start, end),
    stream: () => {
      throw new Error('Read it instead');
    },
  };
}
