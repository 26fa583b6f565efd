import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { Server, type Upload } from '@tus/server';
import { Clock } from '../clock.js';
import { currentContext, withContext } from '../context.js';
import { Database } from '../database.js';
import { Random } from '../random.js';
import { Refusal } from '../refusal.js';
import { findText } from '../texts.js';
import { FILE_TYPES, isFileType, judgeContent, type FileVerdict } from './file-kinds.js';
import { FileStore } from './file-store.js';
import { Files } from './files.service.js';
import { UploadPolicy, type UploadRequest } from './upload-policy.js';

const PATH = '/api/uploads';
const OPEN_PER_ACCOUNT = 20;
const DETAILS = { count: 10, characters: 200 };

interface UploadRow {
  id: string;
  account_id: string;
  purpose: string;
  name: string;
  size: string;
  max_bytes: string;
  types: string[];
  details: Record<string, string>;
  state: 'open' | 'finished' | 'refused';
  problem: { code: string; params: Record<string, string | number> } | null;
  created_at: Date;
}

/** How an upload stands; when finished, `fileId` (the same id) is the stored file. */
export interface UploadStatus {
  id: string;
  state: 'open' | 'finished' | 'refused';
  fileId: string | null;
}

/**
 * Resumable uploads (tus 1.0). An upload belongs to the account that began it: nobody else can continue, see or end it. When the
 * last byte is there the content decides whether it becomes a file, which then has the upload's id.
 */
@Injectable()
export class Uploads {
  private readonly log = new Logger('uploads');
  private readonly server: Server;

  constructor(
    private readonly store: FileStore,
    private readonly database: Database,
    private readonly files: Files,
    private readonly policy: UploadPolicy,
    private readonly clock: Clock,
    random: Random,
  ) {
    this.server = new Server({
      path: PATH,
      datastore: store.tusStore,
      relativeLocation: true,
      allowedOrigins: [],
      disableTerminationForFinishedUploads: true,
      namingFunction: () => random.uuid(),
      maxSize: async (_request, id) => this.maxBytes(id),
      onIncomingRequest: async (request, id) => {
        if (request.method !== 'POST') await this.own(currentContext().accountId ?? '', id);
      },
      onUploadCreate: async (_request, upload) => {
        await this.begin(upload);
        return {};
      },
      onUploadFinish: async (_request, upload) => {
        await this.finish(upload.id);
        return { headers: { 'Upload-File-Id': upload.id } };
      },
      onResponseError: (_request, error) => this.refusalBody(error),
    });
  }

  /** Answers one tus request of an account on the raw connection. */
  async handle(accountId: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    await withContext({ ...currentContext(), accountId }, () => this.server.handle(request, response));
  }

  /**
   * How an upload of this account stands. One whose last byte arrived while the server went down is finished now.
   * @throws Refusal UPLOAD_NOT_FOUND (404), or why it was refused
   */
  async status(accountId: string, id: string): Promise<UploadStatus> {
    const row = await this.own(accountId, id);
    if (row.state === 'open') {
      const upload = await this.store.tusStore.getUpload(id);
      if (upload.offset === upload.size) {
        await this.finish(id);
        return { id, state: 'finished', fileId: id };
      }
    }
    return { id, state: row.state, fileId: row.state === 'finished' ? id : null };
  }

  /** Removes what an upload left in the store; a file that was made of it stays where its bytes have a place of their own. */
  async discard(id: string): Promise<void> {
    // Ends an upload in parts; one that is whole has nothing to end.
    await this.store.tusStore.remove(id).catch(() => undefined);
    await this.store.discardUpload(id);
  }

  /** A new upload: checked against its purpose's limits before a byte is sent. */
  private async begin(upload: Upload): Promise<void> {
    const { purpose, filename, filetype: _type, ...rest } = upload.metadata ?? {};
    const details = Object.fromEntries(Object.entries(rest).slice(0, DETAILS.count).map(([name, value]) => [name.slice(0, 40), (value ?? '').replaceAll('\0', '').slice(0, DETAILS.characters)]));
    if (!upload.size || upload.size < 0) throw new Refusal('invalid', 'FILE_EMPTY');
    const request: UploadRequest = {
      accountId: currentContext().accountId ?? '',
      purpose: purpose ?? '',
      name: (filename ?? 'file').replaceAll('\0', '').slice(0, 400) || 'file',
      size: upload.size,
      details,
    };
    const limits = await this.policy.limitsFor(request);
    if (request.size > limits.maxBytes) throw new Refusal('tooLarge', 'FILE_TOO_LARGE', { limit: megabytes(limits.maxBytes), size: megabytes(request.size) });
    const open = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM upload WHERE account_id = $1 AND state = 'open'`, [request.accountId]);
    if ((open?.count ?? 0) >= OPEN_PER_ACCOUNT) throw new Refusal('tooMany', 'TOO_MANY_UPLOADS', { count: OPEN_PER_ACCOUNT });
    await this.database.query(
      `INSERT INTO upload (id, account_id, purpose, name, size, max_bytes, types, details, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [upload.id, request.accountId, request.purpose, request.name, request.size, limits.maxBytes, limits.types, JSON.stringify(details), this.clock.now()],
    );
  }

  /** Judges the content and makes it a file, or refuses it and throws the bytes away. Calling it twice does it once. */
  private async finish(id: string): Promise<void> {
    const source = await this.store.uploadSource(id);
    const verdict = await judgeContent(source);
    const hash = createHash('sha256');
    for await (const chunk of source.stream()) hash.update(chunk as Buffer);
    const sha256 = hash.digest('hex');
    const refusal = await this.database.transaction(async () => {
      const row = await this.database.first<UploadRow>('SELECT * FROM upload WHERE id = $1 FOR UPDATE', [id]);
      if (!row || row.state === 'finished') return undefined;
      const problem = problemOf(verdict, row, source.size);
      if (problem) {
        await this.database.query(`UPDATE upload SET state = 'refused', problem = $2 WHERE id = $1`, [id, JSON.stringify({ code: problem.code, params: problem.params })]);
        return problem;
      }
      if (!('type' in verdict)) return undefined;
      const key = await this.store.adoptUpload(id);
      await this.files.register({ id, key, sha256, size: source.size, type: verdict.type, name: row.name, purpose: row.purpose, details: row.details, createdBy: row.account_id, begunAt: row.created_at });
      await this.database.query(`UPDATE upload SET state = 'finished' WHERE id = $1`, [id]);
      return undefined;
    });
    if (!refusal) return;
    await this.discard(id).catch((error: Error) => this.log.warn(`A refused upload was not removed: ${error.message}`));
    throw refusal;
  }

  /** @throws Refusal UPLOAD_NOT_FOUND for strangers as for nobody's; the reason when it was refused */
  private async own(accountId: string, id: string): Promise<UploadRow> {
    const row = await this.database.first<UploadRow>('SELECT * FROM upload WHERE id = $1 AND account_id = $2', [id, accountId]);
    if (!row) throw new Refusal('missing', 'UPLOAD_NOT_FOUND');
    if (row.problem) throw new Refusal('unprocessable', row.problem.code, row.problem.params);
    return row;
  }

  private async maxBytes(id: string | null): Promise<number> {
    const row = id ? await this.database.first<{ max_bytes: string }>('SELECT max_bytes FROM upload WHERE id = $1', [id]) : undefined;
    // Not begun yet: `begin` tells the limit with its reason.
    return row ? Number(row.max_bytes) : Number.MAX_SAFE_INTEGER;
  }

  /** Refusals look like everywhere; what tus itself refuses keeps its status. */
  private refusalBody(error: Error | { status_code: number; body: string }): { status_code: number; body: string } {
    // 501: a part of the protocol that we do not offer.
    const tusStatus = 'status_code' in error ? (error.status_code === 501 ? 400 : error.status_code) : 500;
    const known = error instanceof Refusal ? error : undefined;
    const status = known?.status ?? tusStatus;
    if (status >= 500) this.log.error(error instanceof Error ? (error.stack ?? error.message) : error.body);
    const code = known?.code ?? (status === 404 || status === 410 ? 'UPLOAD_NOT_FOUND' : status >= 500 ? 'UPLOAD_INTERRUPTED' : 'UPLOAD_REFUSED');
    const params = known?.params ?? {};
    return {
      // What is wrong on our side is worth another try.
      status_code: status >= 500 ? 503 : status,
      body: JSON.stringify({ code, message: findText(`errors.${code}`, params) ?? code, params, problems: [], requestId: currentContext().requestId }),
    };
  }
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '');

function problemOf(verdict: FileVerdict, row: UploadRow, size: number): Refusal | undefined {
  const wanted = row.types.filter(isFileType).map((type) => FILE_TYPES[type].toUpperCase()).join(' / ');
  if (size !== Number(row.size)) return new Refusal('unprocessable', 'FILE_INCOMPLETE');
  if (!('type' in verdict)) return new Refusal('unprocessable', `FILE_TYPE_${verdict.refused.toUpperCase()}`, { wanted, detected: (verdict.detected ?? '?').toUpperCase() });
  if (row.types.includes(verdict.type)) return undefined;
  return new Refusal('unprocessable', 'FILE_TYPE_NOT_WANTED', { wanted, detected: FILE_TYPES[verdict.type].toUpperCase() });
}
