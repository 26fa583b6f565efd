import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, entryType, Rulebooks } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Clock, Config, Database, Documents, Refusal, refuseIfAny } from '#libs/platform';
import { applicationForm } from './application-form-template.js';
import { applicationOf } from './application-form.js';
import { shortHash } from './core/check-materials.js';
import { formHash, type FormContent } from './core/form-content.js';
import type { FormCheckView, PrintedFormsView, PrintedFormView, ScannedPrintView } from './dto/printed-form.dto.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { FormContents, type FormEntry } from './form-contents.queries.js';

interface PrintRow {
  id: string;
  number: number;
  sha256: string;
  printedAt: Date;
}

const ROW = `id, number, content_sha256 AS sha256, printed_at AS "printedAt"`;
const figures = (code: string): string => code.toLowerCase().replace(/[^0-9a-f]/g, '');

/** The application form on paper: printed from the entry with the hash of what it says, and the scans of it that come back. */
@Injectable()
export class PrintedForms {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly documents: Documents,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly contents: FormContents,
  ) {}

  /** The print of what the entry says now. Unchanged content printed again is the same print. */
  print(actor: Actor, id: string): Promise<PrintedFormView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.made(actor, id);
      const content = await this.contents.of(entry);
      const sha256 = formHash(content);
      const last = await this.last(id);
      if (last?.sha256 === sha256) return view(last, sha256);
      const { versionId } = await this.rulebooks.of(entry.editionId);
      const row = await this.database.first<PrintRow>(
        `INSERT INTO printed_form (entry_id, number, content_sha256, content, rulebook_version_id, printed_by, printed_at) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING ${ROW}`,
        [id, (last?.number ?? 0) + 1, sha256, JSON.stringify(content), versionId, actor.accountId, this.clock.now()],
      );
      await this.audit.record({ action: 'entry.formPrinted', subject: { type: 'entry', id }, after: { number: row?.number, sha256 } });
      return view(row as PrintRow, sha256);
    });
  }

  /** The paper itself, as it was printed. */
  async pdf(actor: Actor, id: string, number: number): Promise<Buffer> {
    const entry = await this.reach.seen(actor, id);
    const row = await this.database.first<{ content: FormContent; sha256: string; versionId: string }>(
      'SELECT content, content_sha256 AS sha256, rulebook_version_id AS "versionId" FROM printed_form WHERE entry_id = $1 AND number = $2',
      [id, number],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    if (!entry.maker) await this.audit.record({ action: 'entry.formOpened', subject: { type: 'entry', id }, after: { number } });
    const { document } = await this.rulebooks.version(row.versionId);
    const { name } = await this.editions.facts(entry.editionId);
    return this.documents.render(applicationForm, applicationOf(row.content, document, name, `${this.config.settings.publicUrl}/forms/${row.sha256}`));
  }

  async of(actor: Actor, id: string): Promise<PrintedFormsView> {
    const entry = await this.reach.seen(actor, id);
    const current = formHash(await this.contents.of(entry));
    const prints = (await this.database.query<PrintRow>(`SELECT ${ROW} FROM printed_form WHERE entry_id = $1 ORDER BY number DESC`, [id])).map((row) => view(row, current));
    return { currentCode: shortHash(current), last: prints[0] ?? null, prints, scans: await this.scans(entry, current) };
  }

  /** Says of which print a scan is, by the code on the paper. While the entry can be changed: afterwards it is what the offices decide by. Refuses PRINT_UNKNOWN for a code no print of this entry has. */
  nameScan(actor: Actor, id: string, materialId: string, code: string): Promise<PrintedFormsView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.editable(actor, id);
      const scan = (await this.scans(entry, '')).find((one) => one.materialId === materialId);
      if (!scan) throw new Refusal('missing', 'NOT_FOUND');
      const wanted = figures(code);
      const print = wanted.length < 8
        ? undefined
        : await this.database.first<PrintRow>(`SELECT ${ROW} FROM printed_form WHERE entry_id = $1 AND starts_with(content_sha256, $2) ORDER BY number DESC LIMIT 1`, [id, wanted]);
      if (!print) refuseIfAny([{ code: 'PRINT_UNKNOWN', path: 'code', params: { code } }]);
      const known = print as PrintRow;
      await this.database.query(
        `INSERT INTO scanned_print (material_id, printed_form_id, named_by, named_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (material_id) DO UPDATE SET printed_form_id = excluded.printed_form_id, named_by = excluded.named_by, named_at = excluded.named_at`,
        [materialId, known.id, actor.accountId, this.clock.now()],
      );
      await this.audit.record({ action: 'entry.scanNamed', subject: { type: 'entry', id }, after: { materialId, sha256: known.sha256 } });
      return this.of(actor, id);
    });
  }

  /** For whoever holds the paper: whether the entry still says what it says. Nothing about people or the work. */
  async check(sha256: string): Promise<FormCheckView> {
    const unknown = { state: 'unknown', code: null, editionName: null, entryNo: null, printedAt: null };
    if (!/^[0-9a-f]{64}$/.test(sha256)) return unknown;
    const row = await this.database.first<FormEntry & { printedAt: Date; editionName: string; entryNo: string | null }>(
      `SELECT e.id, e.edition_id AS "editionId", e.type, e.group_key AS "groupKey", e.discipline, e.class_key AS "classKey", e.title, e.form, e.entry_no AS "entryNo",
              f.printed_at AS "printedAt", ed.name AS "editionName"
       FROM printed_form f JOIN entry e ON e.id = f.entry_id JOIN edition ed ON ed.id = e.edition_id WHERE f.content_sha256 = $1 ORDER BY f.number DESC LIMIT 1`,
      [sha256],
    );
    if (!row) return unknown;
    const current = formHash(await this.contents.of(row));
    return {
      state: current === sha256 ? 'current' : 'outdated', code: shortHash(sha256), editionName: row.editionName, entryNo: row.entryNo, printedAt: row.printedAt.toISOString(),
    };
  }

  private last(entryId: string): Promise<PrintRow | undefined> {
    return this.database.first<PrintRow>(`SELECT ${ROW} FROM printed_form WHERE entry_id = $1 ORDER BY number DESC LIMIT 1`, [entryId]);
  }

  private async scans(entry: ReachedEntry, current: string): Promise<ScannedPrintView[]> {
    const { document } = await this.rulebooks.of(entry.editionId);
    const slots = entryType(document, entry.type).materials.filter((slot) => slot.printedForm !== undefined).map((slot) => slot.key);
    const rows = await this.database.query<{ materialId: string; slot: string; read: string | null; before: string | null }>(
      `SELECT f.id AS "materialId", f.slot,
              (SELECT p.content_sha256 FROM scanned_print n JOIN printed_form p ON p.id = n.printed_form_id WHERE n.material_id = f.id) AS read,
              (SELECT p.content_sha256 FROM printed_form p WHERE p.entry_id = f.entry_id AND p.printed_at <= f.added_at ORDER BY p.number DESC LIMIT 1) AS before
       FROM material f WHERE f.entry_id = $1 AND f.slot = ANY ($2::text[]) AND f.ended_at IS NULL ORDER BY f.slot, f.number`,
      [entry.id, slots],
    );
    return rows.map(({ materialId, slot, read, before }) => {
      const sha256 = read ?? before;
      return { materialId, slot, code: sha256 === null ? null : shortHash(sha256), current: sha256 === current, named: read !== null };
    });
  }
}

const view = (row: PrintRow, current: string): PrintedFormView => ({
  number: row.number, sha256: row.sha256, code: shortHash(row.sha256), printedAt: row.printedAt.toISOString(), current: row.sha256 === current,
});
