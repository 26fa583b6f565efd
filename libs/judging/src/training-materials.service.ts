import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '#libs/identity';
import { Database, FILE_TYPES, Files, Refusal, sendFile, text, UploadPolicy, violatedConstraint, type FileReply, type FileType, type UploadLimits, type UploadRequest } from '#libs/platform';
import { BlindCopies } from './blind-copies.service.js';
import type { TrainingMaterialView } from './dto/training.dto.js';

export const TRAINING_PURPOSE = 'training';
const MOST_BYTES = 100_000_000;
const KINDS: readonly string[] = ['pdf', 'jpg', 'png', 'mp4'];
const TYPES = (Object.keys(FILE_TYPES) as FileType[]).filter((type) => KINDS.includes(FILE_TYPES[type]));

/** Files of known works: uploaded by the secretariat, shown to judges as those of a real work are, under neutral names and without what they say about themselves. */
@Injectable()
export class TrainingMaterials implements OnModuleInit {
  constructor(private readonly database: Database, private readonly files: Files, private readonly uploads: UploadPolicy, private readonly copies: BlindCopies) {}

  onModuleInit(): void {
    this.uploads.declare(TRAINING_PURPOSE, (request) => this.limitsFor(request));
  }

  /** Binds the caller's uploads to a new known work; inside its transaction. */
  async add(actor: Actor, trainingEntryId: string, editionId: string, fileIds: readonly string[]): Promise<void> {
    for (const [index, fileId] of fileIds.entries()) {
      const file = await this.files.describe(fileId);
      if (file.createdBy !== actor.accountId || file.purpose !== TRAINING_PURPOSE || file.details.editionId !== editionId) throw new Refusal('missing', 'FILE_NOT_FOUND');
      await this.database
        .query('INSERT INTO training_material (training_entry_id, number, file_id, kind, size_bytes) VALUES ($1, $2, $3, $4, $5)', [trainingEntryId, index + 1, fileId, FILE_TYPES[file.type as FileType], file.size])
        .catch((error: unknown) => {
          throw violatedConstraint(error) === 'training_material_once' ? new Refusal('conflict', 'TRAINING_FILE_USED') : error;
        });
    }
  }

  async of(trainingEntryId: string): Promise<TrainingMaterialView[]> {
    const rows = await this.database.query<{ number: number; kind: string; bytes: number }>(
      'SELECT number, kind, size_bytes::float8 AS bytes FROM training_material WHERE training_entry_id = $1 ORDER BY number', [trainingEntryId],
    );
    return rows.map(({ number, kind, bytes }) => ({ number, bytes, name: nameOf(number, kind), contentType: TYPES.find((type) => FILE_TYPES[type] === kind) ?? 'application/octet-stream' }));
  }

  /** The caller has checked that the reader may see the known work. */
  async send(trainingEntryId: string, number: number, reply: FileReply): Promise<void> {
    const found = await this.database.first<{ fileId: string; kind: string }>('SELECT file_id AS "fileId", kind FROM training_material WHERE training_entry_id = $1 AND number = $2', [trainingEntryId, number]);
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    await sendFile(reply, await this.copies.of(await this.files.open(found.fileId)), { name: nameOf(number, found.kind) });
  }

  private async limitsFor(request: UploadRequest): Promise<UploadLimits> {
    const allowed = await this.database.first(
      `SELECT 1 FROM role_grant g JOIN edition e ON e.id::text = $2 WHERE g.account_id = $1 AND g.state = 'active' AND g.role = 'secretariat' AND (g.edition_id IS NULL OR g.edition_id = e.id)`,
      [request.accountId, request.details.editionId ?? ''],
    );
    if (!allowed) throw new Refusal('missing', 'NOT_FOUND');
    return { maxBytes: MOST_BYTES, types: TYPES };
  }
}

const nameOf = (number: number, kind: string): string => `${text('judging.trainingFile', { number })}.${kind}`;
