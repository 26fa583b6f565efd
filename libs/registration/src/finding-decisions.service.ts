import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { entryType, Rulebooks } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, FILE_TYPES, Files, Outbox, Refusal, refuseIfAny, text, UploadPolicy, type FileType, type UploadLimits, type UploadRequest } from '#libs/platform';
import { checkFile } from './core/check-materials.js';
import type { EntryView } from './dto/entry.dto.js';
import type { BlindReplacementInput, DecidedCount, LeakDecision, LeakReturn, ScanOrdered, SimilarityDecision, SimilarityView } from './dto/findings.dto.js';
import { worded } from './entry-checks.service.js';
import { FileInspections } from './file-inspections.service.js';
import { FindingQueries } from './findings.queries.js';
import { measure } from './material-measures.js';
import { Recommendations } from './recommendations.service.js';
import { ScanEdition, ScanEntry } from './registration.jobs.js';

/** Purpose of uploads of files that judges get in the place of one that tells too much; they carry `{ materialId }`. */
export const BLIND_COPY_PURPOSE = 'blindCopy';

interface LocatedMaterial {
  entryId: string;
  editionId: string;
  type: string;
  slot: string;
  state: string;
  path: string;
}

const LONGEST_REASON = 1_000;

/** What humans decide about what scans found. */
@Injectable()
export class FindingDecisions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly rulebooks: Rulebooks,
    private readonly files: Files,
    private readonly uploads: UploadPolicy,
    private readonly outbox: Outbox,
    private readonly inspections: FileInspections,
    private readonly findings: FindingQueries,
    private readonly recommendations: Recommendations,
  ) {}

  onModuleInit(): void {
    this.uploads.declare(BLIND_COPY_PURPOSE, (request) => this.limitsFor(request));
  }

  /** Has every entry of the edition at the province looked through again. */
  scan(actor: Actor, editionId: string): Promise<ScanOrdered> {
    return this.database.transaction(async () => {
      this.access.within(actor, 'finding.decide', { editionId });
      await this.rulebooks.of(editionId);
      const jobId = await this.outbox.add(ScanEdition, { editionId }, { dedupeKey: editionId });
      await this.audit.record({ action: 'finding.scanOrdered', subject: { type: 'edition', id: editionId } });
      return { jobId };
    });
  }

  /** Each finding is a leak or is none, with the reason. A decision can be changed while the finding is there. Refuses NOT_FOUND if one of them is out of reach. */
  decideLeaks(actor: Actor, input: LeakDecision): Promise<DecidedCount> {
    return this.database.transaction(async () => {
      const rows = await this.database.query<{ id: string; entryId: string; editionId: string; path: string; state: string }>(
        `SELECT f.id, f.entry_id AS "entryId", e.edition_id AS "editionId", s.path::text AS path, f.state FROM leak_finding f JOIN entry e ON e.id = f.entry_id JOIN org_unit s ON s.id = e.school_id
         WHERE f.id = ANY ($1::uuid[]) ORDER BY f.id FOR UPDATE OF f`,
        [input.ids],
      );
      if (rows.length !== new Set(input.ids).size) throw new Refusal('missing', 'NOT_FOUND');
      for (const row of rows) this.access.sees(actor, 'finding.decide', { orgPath: row.path, editionId: row.editionId });
      if (rows.some((row) => row.state === 'gone')) throw new Refusal('conflict', 'FINDING_GONE');
      await this.database.query('UPDATE leak_finding SET state = $2, reason = $3, decided_by = $4, decided_at = $5 WHERE id = ANY ($1::uuid[])', [
        input.ids, input.decision, input.reason.trim(), actor.accountId, this.clock.now(),
      ]);
      await this.audit.recordAll(rows.map((row) => ({
        action: `finding.${input.decision}`, subject: { type: 'entry', id: row.entryId }, before: { finding: row.id, state: row.state }, after: { finding: row.id, state: input.decision }, reason: input.reason,
      })));
      return { decided: rows.length };
    });
  }

  /** Sends the entry back to its makers with every confirmed passage. Refuses NOT_FOUND out of reach, LEAKS_NONE without a passage, and whatever a return is refused for. */
  returnEntry(actor: Actor, entryId: string, input: LeakReturn): Promise<EntryView> {
    return this.database.transaction(async () => {
      const entry = await this.database.first<{ editionId: string; path: string }>(
        'SELECT e.edition_id AS "editionId", s.path::text AS path FROM entry e JOIN org_unit s ON s.id = e.school_id WHERE e.id = $1', [entryId],
      );
      if (!entry) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'finding.decide', { orgPath: entry.path, editionId: entry.editionId });
      const rows = await this.database.query<{ source: string; field: string; page: number | null; word: string; name: string | null; passages: { before: string; match: string; after: string }[] }>(
        `SELECT f.source, f.field, f.page, f.word, m.name, f.passages FROM leak_finding f LEFT JOIN material m ON m.id = f.material_id WHERE f.entry_id = $1 AND f.state = 'leak'
         ORDER BY array_position(ARRAY['high', 'medium', 'low'], f.severity), f.source, f.page NULLS FIRST, f.id`,
        [entryId],
      );
      if (rows.length === 0) throw new Refusal('conflict', 'LEAKS_NONE');
      const lines = rows.map((row) => {
        const [first] = row.passages;
        return text(`leaks.at.${row.source}`, { name: row.name ?? '', page: row.page ?? '', field: row.field, word: row.word, passage: first ? `${first.before}${first.match}${first.after}` : row.word });
      });
      const reason = [text('leaks.returned'), ...lines, input.note?.trim()].filter(Boolean).join('\n');
      const cut = [...reason].length <= LONGEST_REASON ? reason : `${[...reason].slice(0, LONGEST_REASON - 1).join('')}…`;
      return this.recommendations.decide(actor, entryId, { action: 'return', version: input.version, reason: cut, ...(input.fixBy ? { fixBy: input.fixBy } : {}) });
    });
  }

  /**
   * Gives judges another file in the place of one that tells too much; the original stays as evidence. Only before the blind review begins.
   * The new file is measured like the first one and scanned again.
   */
  async replace(actor: Actor, input: BlindReplacementInput): Promise<ScanOrdered> {
    const file = await this.files.open(input.fileId);
    if (file.createdBy !== actor.accountId || file.purpose !== BLIND_COPY_PURPOSE || file.details.materialId !== input.materialId) throw new Refusal('missing', 'FILE_NOT_FOUND');
    const measures = await measure(file);
    return this.database.transaction(async () => {
      const material = await this.located(input.materialId);
      this.access.sees(actor, 'finding.decide', { orgPath: material.path, editionId: material.editionId });
      if (material.state !== 'prefecture_recommended' && material.state !== 'eligible') throw new Refusal('conflict', 'ENTRY_STATE', { state: material.state });
      const sides = [measures.width, measures.height].filter((side) => side !== null);
      const facts = { name: file.name, bytes: file.size, ...measures, longSide: sides.length ? Math.max(...sides) : null, shortSide: sides.length ? Math.min(...sides) : null };
      refuseIfAny(checkFile(facts, await this.slot(material), 'fileId').map(worded), 'MATERIAL_REFUSED');
      await this.database.query('INSERT INTO blind_replacement (material_id, file_id, reason, replaced_by, replaced_at) VALUES ($1, $2, $3, $4, $5)', [
        input.materialId, file.id, input.reason.trim(), actor.accountId, this.clock.now(),
      ]);
      await this.inspections.order(file.id, file.sha256);
      await this.audit.record({ action: 'entry.blindCopyReplaced', subject: { type: 'entry', id: material.entryId }, after: { materialId: input.materialId, sha256: file.sha256 }, reason: input.reason });
      return { jobId: await this.outbox.add(ScanEntry, { entryId: material.entryId }, { dedupeKey: material.entryId }) };
    });
  }

  /** A human's word on two works that resemble each other. It moves no entry: what follows from a concern is decided where entries are decided. */
  decideSimilarity(actor: Actor, id: string, input: SimilarityDecision): Promise<SimilarityView> {
    return this.database.transaction(async () => {
      const row = await this.database.first<{ entryId: string; editionId: string; path: string; state: string }>(
        `SELECT f.entry_id AS "entryId", e.edition_id AS "editionId", s.path::text AS path, f.state FROM similarity_finding f JOIN entry e ON e.id = f.entry_id JOIN org_unit s ON s.id = e.school_id
         WHERE f.id = $1 FOR UPDATE OF f`,
        [id],
      );
      if (!row) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'finding.decide', { orgPath: row.path, editionId: row.editionId });
      if (row.state === 'gone') throw new Refusal('conflict', 'FINDING_GONE');
      await this.database.query('UPDATE similarity_finding SET state = $2, note = $3, decided_by = $4, decided_at = $5 WHERE id = $1', [id, input.decision, input.note.trim(), actor.accountId, this.clock.now()]);
      await this.audit.record({
        action: `similarity.${input.decision}`, subject: { type: 'entry', id: row.entryId }, before: { finding: id, state: row.state }, after: { finding: id, state: input.decision }, reason: input.note,
      });
      return this.findings.similarity(actor, id);
    });
  }

  private async located(materialId: string): Promise<LocatedMaterial> {
    const row = /^[0-9a-f-]{36}$/i.test(materialId)
      ? await this.database.first<LocatedMaterial>(
          `SELECT e.id AS "entryId", e.edition_id AS "editionId", e.type, m.slot, e.state, s.path::text AS path FROM material m JOIN entry e ON e.id = m.entry_id JOIN org_unit s ON s.id = e.school_id
           WHERE m.id = $1 AND m.ended_at IS NULL`,
          [materialId],
        )
      : undefined;
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  private async slot(material: LocatedMaterial) {
    const { document } = await this.rulebooks.of(material.editionId);
    const slot = entryType(document, material.type).materials.find((one) => one.key === material.slot);
    if (!slot?.forJudges) throw new Refusal('unprocessable', 'SLOT_UNKNOWN', { slot: material.slot });
    return slot;
  }

  /** Before a byte is sent: the account may decide about findings where the entry is. */
  private async limitsFor(request: UploadRequest): Promise<UploadLimits> {
    const material = await this.located(request.details.materialId ?? '');
    const allowed = await this.database.first(
      `SELECT 1 FROM role_grant g LEFT JOIN org_unit u ON u.id = g.org_unit_id
       WHERE g.account_id = $1 AND g.state = 'active' AND ((g.role = 'province_admin' AND u.path @> $2::ltree) OR (g.role = 'secretariat' AND (g.edition_id IS NULL OR g.edition_id = $3)))`,
      [request.accountId, material.path, material.editionId],
    );
    if (!allowed) throw new Refusal('missing', 'NOT_FOUND');
    const slot = await this.slot(material);
    return { maxBytes: slot.maxBytes, types: (Object.keys(FILE_TYPES) as FileType[]).filter((type) => slot.kinds.some((kind) => kind === FILE_TYPES[type])) };
  }
}
