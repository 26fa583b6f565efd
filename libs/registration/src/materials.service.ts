import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, entryType, Rulebooks, type MaterialSlot } from '#libs/contests';
import type { Actor } from '#libs/identity';
import {
  Clock, Database, FILE_TYPES, Files, Refusal, refuseIfAny, UploadPolicy, violatedConstraint, type FileType, type OpenFile, type UploadLimits, type UploadRequest,
} from '#libs/platform';
import { checkFile } from './core/check-materials.js';
import type { EntryView, MaterialView } from './dto/entry.dto.js';
import type { MaterialInput } from './dto/team.dto.js';
import { worded } from './entry-checks.service.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { FileInspections } from './file-inspections.service.js';
import { EntryViews, MATERIALS, materialView, type MaterialRow } from './entry-views.queries.js';
import { measure, type Measures } from './material-measures.js';
import { UploadGrace } from './upload-grace.service.js';

/** Purpose of uploads for entries; they carry `{ entryId, slot }`. */
export const MATERIAL_PURPOSE = 'material';

/** Files of an entry, slot by slot. Nothing is overwritten: a newer file ends the older one's turn. */
@Injectable()
export class Materials implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly files: Files,
    private readonly uploads: UploadPolicy,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly views: EntryViews,
    private readonly inspections: FileInspections,
    private readonly grace: UploadGrace,
  ) {}

  onModuleInit(): void {
    this.uploads.declare(MATERIAL_PURPOSE, (request) => this.limitsFor(request));
  }

  /** Every version of every file of the entry. */
  async versions(actor: Actor, id: string): Promise<MaterialView[]> {
    await this.reach.seen(actor, id);
    return (await this.database.query<MaterialRow>(`${MATERIALS} WHERE m.entry_id = $1 ORDER BY m.slot, m.number`, [id])).map(materialView);
  }

  /** Puts an uploaded file into a slot. Refuses what the slot refuses by kind, size, pages, resolution or length. Sent twice it is one file. What began to be uploaded in time may come within the rulebook's grace. */
  async add(actor: Actor, id: string, input: MaterialInput): Promise<EntryView> {
    const file = await this.ownUpload(actor, id, input);
    const measures = await this.measures(file);
    try {
      return await this.database.transaction(async () => {
        const entry = await this.reach.editable(actor, id);
        await this.editions.requireOpen(entry.editionId, 'school', await this.grace.until(entry, file.begunAt === null ? null : new Date(file.begunAt)));
        const slot = await this.slot(entry, input.slot);
        const current = await this.database.query<MaterialRow>(`${MATERIALS} WHERE m.entry_id = $1 AND m.slot = $2 AND m.ended_at IS NULL`, [id, slot.key]);
        if (current.some((row) => row.fileId === file.id)) return this.views.view(actor, id);
        const facts = { name: file.name, bytes: file.size, ...measures, ...sidesOf(measures) };
        refuseIfAny(checkFile(facts, slot, 'fileId').map(worded), 'MATERIAL_REFUSED');
        if (slot.max > 1 && current.length >= slot.max) refuseIfAny([{ code: 'FILE_TOO_MANY', path: 'slot', params: { max: slot.max, count: current.length + 1, slot: slot.key } }], 'MATERIAL_REFUSED');
        if (slot.max === 1) await this.end(actor, current.map((row) => row.id));
        await this.database.query(
          `INSERT INTO material (entry_id, slot, file_id, number, name, kind, size_bytes, sha256, pages, width, height, dpi, seconds, added_by, added_at)
           SELECT $1, $2, $3, COALESCE(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14 FROM material WHERE entry_id = $1 AND slot = $2`,
          [id, slot.key, file.id, file.name, measures.kind, file.size, file.sha256, measures.pages, measures.width, measures.height, measures.dpi, measures.seconds, actor.accountId, this.clock.now()],
        );
        await this.inspections.order(file.id, file.sha256);
        await this.touched(entry, { slot: slot.key, sha256: file.sha256 }, 'entry.materialAdded');
        return this.views.view(actor, id);
      });
    } catch (error) {
      if (violatedConstraint(error) === 'material_file_once') throw new Refusal('conflict', 'FILE_ALREADY_USED');
      throw error;
    }
  }

  /** Ends a file's turn; the file itself stays as evidence. */
  remove(actor: Actor, id: string, materialId: string): Promise<EntryView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.editable(actor, id);
      await this.editions.requireOpen(entry.editionId, 'school', entry.fixBy);
      const row = await this.database.first<MaterialRow>(`${MATERIALS} WHERE m.id = $2 AND m.entry_id = $1`, [id, materialId]);
      if (!row) throw new Refusal('missing', 'NOT_FOUND');
      if (row.endedAt === null) {
        await this.end(actor, [row.id]);
        await this.touched(entry, { slot: row.slot, sha256: row.sha256 }, 'entry.materialRemoved');
      }
      return this.views.view(actor, id);
    });
  }

  /** A file for somebody who may see the entry. Forms and notebooks name people, so a look by anybody but the makers is written down. */
  async open(actor: Actor, id: string, materialId: string): Promise<OpenFile> {
    const { maker } = await this.reach.seen(actor, id);
    const row = await this.database.first<{ fileId: string }>('SELECT file_id AS "fileId" FROM material WHERE id = $2 AND entry_id = $1', [id, materialId]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    if (!maker) await this.audit.record({ action: 'entry.materialOpened', subject: { type: 'entry', id }, after: { materialId } });
    return this.files.open(row.fileId);
  }

  /**
   * A small picture of a file: `thumbnail` is too small to read and may stand in lists; a `preview` is looked at, and noted like the file.
   * Refuses PREVIEW_NONE where there is none (yet).
   */
  async picture(actor: Actor, id: string, materialId: string, size: 'thumbnail' | 'preview'): Promise<OpenFile> {
    const { maker } = await this.reach.seen(actor, id);
    const row = await this.database.first<{ thumbnail: string | null; preview: string | null }>(
      `SELECT i.thumbnail_id AS thumbnail, i.preview_id AS preview FROM material m LEFT JOIN file_inspection i ON i.sha256 = m.sha256 WHERE m.id = $2 AND m.entry_id = $1`,
      [id, materialId],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    const fileId = row[size];
    if (fileId === null) throw new Refusal('missing', 'PREVIEW_NONE');
    if (!maker && size === 'preview') await this.audit.record({ action: 'entry.materialOpened', subject: { type: 'entry', id }, after: { materialId } });
    return this.files.open(fileId);
  }

  /** A content that was taken before is known already: forms and templates come by the thousand. */
  private async measures(file: OpenFile): Promise<Measures> {
    const known = await this.database.first<Measures>('SELECT kind, pages, width, height, dpi, seconds FROM material WHERE sha256 = $1 LIMIT 1', [file.sha256]);
    return known ?? measure(file);
  }

  /** Only what the caller has uploaded for this very slot can be put there. */
  private async ownUpload(actor: Actor, id: string, input: MaterialInput): Promise<OpenFile> {
    const file = await this.files.open(input.fileId);
    const fits = file.createdBy === actor.accountId && file.purpose === MATERIAL_PURPOSE && file.details.entryId === id && file.details.slot === input.slot;
    if (!fits) throw new Refusal('missing', 'FILE_NOT_FOUND');
    return file;
  }

  private async slot(entry: Pick<ReachedEntry, 'editionId' | 'type'>, key: string): Promise<MaterialSlot> {
    const { document } = await this.rulebooks.of(entry.editionId);
    const slot = entryType(document, entry.type).materials.find((one) => one.key === key);
    if (!slot) throw new Refusal('unprocessable', 'SLOT_UNKNOWN', { slot: key });
    return slot;
  }

  /** Before a byte is sent: the account makes the entry, the entry is open for changes, the slot exists. */
  private async limitsFor(request: UploadRequest): Promise<UploadLimits> {
    const { entryId = '', slot = '' } = request.details;
    const entry = /^[0-9a-f-]{36}$/i.test(entryId)
      ? await this.database.first<{ editionId: string; type: string; fixBy: Date | null }>(
          `SELECT e.edition_id AS "editionId", e.type, e.fix_by AS "fixBy" FROM entry e JOIN org_unit school ON school.id = e.school_id
           WHERE e.id = $1 AND e.state IN ('draft', 'returned')
             AND (COALESCE(e.keeper_id, e.created_by) = $2
               OR EXISTS (SELECT 1 FROM account a JOIN entry_member m ON m.person_id = a.person_id WHERE a.id = $2 AND m.entry_id = e.id)
               OR EXISTS (SELECT 1 FROM account a JOIN entry_coach c ON c.person_id = a.person_id WHERE a.id = $2 AND c.entry_id = e.id)
               OR EXISTS (SELECT 1 FROM role_grant g WHERE g.account_id = $2 AND g.role = 'school_admin' AND g.state = 'active' AND g.org_unit_id = e.school_id))`,
          [entryId, request.accountId],
        )
      : undefined;
    if (!entry) throw new Refusal('missing', 'NOT_FOUND');
    await this.editions.requireOpen(entry.editionId, 'school', entry.fixBy);
    const rule = await this.slot(entry, slot);
    return { maxBytes: rule.maxBytes, types: (Object.keys(FILE_TYPES) as FileType[]).filter((type) => rule.kinds.some((kind) => kind === FILE_TYPES[type])) };
  }

  private async end(actor: Actor, ids: string[]): Promise<void> {
    if (ids.length > 0) await this.database.query('UPDATE material SET ended_at = $2, ended_by = $3 WHERE id = ANY ($1::uuid[])', [ids, this.clock.now(), actor.accountId]);
  }

  private async touched(entry: ReachedEntry, after: Record<string, string>, action: string): Promise<void> {
    await this.database.query('UPDATE entry SET version = version + 1, updated_at = $2 WHERE id = $1', [entry.id, this.clock.now()]);
    await this.audit.record({ action, subject: { type: 'entry', id: entry.id }, after });
  }
}

/** Sides of the picture as it is shown. */
function sidesOf({ width, height }: { width: number | null; height: number | null }): { longSide: number | null; shortSide: number | null } {
  if (width === null || height === null) return { longSide: null, shortSide: null };
  return { longSide: Math.max(width, height), shortSide: Math.min(width, height) };
}
