import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Clock, currentContext, Database, findText, Refusal, refuseIfAny, text, type Problem } from '#libs/platform';
import { hashOf } from '#libs/scoring';
import { AmendmentEffects, type AmendmentChange } from './amendment-effects.js';
import { touchedBy } from './core/amendment-reach.js';
import { defaultsDigest } from './core/defaults.js';
import { differences } from './core/json-pointer.js';
import { checkRulebook } from './core/rulebook-check.js';
import type { RulebookFault } from './core/rulebook-fault.js';
import type { Rulebook } from './core/rulebook.types.js';
import type { AmendmentPreview, RulebookAmendment, RulebookCheck, RulebookSave, RulebookVersionRow, RulebookView } from './dto/rulebook.dto.js';
import { innovationRulebook } from './rulebooks/innovation.js';
import { Rulebooks } from './rulebooks.service.js';

interface VersionRow {
  id: string;
  edition_id: string;
  number: number;
  revision: number;
  sha256: string;
  reason: string;
  frozen_at: Date | null;
  created_at: Date;
  document: Rulebook;
}

const problemsOf = (faults: RulebookFault[]): Problem[] =>
  faults.map((fault) => ({
    code: fault.code,
    path: fault.path || '/',
    params: fault.params,
    message: fault.sentences?.[currentContext().language] ?? findText(`errors.${fault.code}`, fault.params) ?? fault.code,
  }));

/** Problems of other rooms with their sentences, as a check answers them. */
const told = (problems: readonly Problem[]): RulebookCheck['problems'] =>
  problems.map(({ code, path, params = {} }) => ({ code, path: path ?? '/', params, message: findText(`errors.${code}`, params) ?? code }));

const view = (row: VersionRow): RulebookView => ({
  id: row.id,
  editionId: row.edition_id,
  number: row.number,
  revision: row.revision,
  sha256: row.sha256,
  reason: row.reason,
  frozenAt: row.frozen_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  document: row.document as unknown as Record<string, unknown>,
});

/** Writing the rules: saved only when valid, frozen at opening, amended as a new version with its reason. */
@Injectable()
export class RulebookEditor {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly rulebooks: Rulebooks,
    private readonly effects: AmendmentEffects,
  ) {}

  /** First version of a new edition, from what the product knows of the family; none for a family it has no rules of. */
  async begin(actor: Actor, editionId: string, family: string, year: number): Promise<void> {
    if (family === 'innovation') await this.insertFirst(actor, editionId, innovationRulebook(year));
  }

  async insertFirst(actor: Actor, editionId: string, document: Rulebook): Promise<void> {
    await this.database.query(
      `WITH added AS (
         INSERT INTO rulebook_version (edition_id, number, document, sha256, created_by, created_at) VALUES ($1, 1, $2, $3, $4, $5) RETURNING id)
       UPDATE edition SET rulebook_version_id = (SELECT id FROM added) WHERE id = $1`,
      [editionId, JSON.stringify(document), hashOf(document), actor.accountId, this.clock.now()],
    );
    this.rulebooks.forget(editionId);
  }

  async current(_actor: Actor, editionId: string): Promise<RulebookView> {
    return view(await this.row(editionId));
  }

  async versions(editionId: string): Promise<RulebookVersionRow[]> {
    const rows = await this.database.query<VersionRow>(
      'SELECT id, number, sha256, reason, frozen_at, created_at FROM rulebook_version WHERE edition_id = $1 ORDER BY number DESC',
      [editionId],
    );
    if (rows.length === 0) throw new Refusal('missing', 'NOT_FOUND');
    return rows.map((row) => ({
      id: row.id, number: row.number, sha256: row.sha256, reason: row.reason, frozen: row.frozen_at !== null, createdAt: row.created_at.toISOString(),
    }));
  }

  async version(id: string): Promise<RulebookView> {
    const row = await this.database.first<VersionRow>('SELECT * FROM rulebook_version WHERE id = $1', [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return view(row);
  }

  /** All faults of a document, in the caller's language; nothing is saved. */
  async check(_editionId: string, document: unknown): Promise<RulebookCheck> {
    const problems = problemsOf(checkRulebook(document));
    return { valid: problems.length === 0, problems: problems as RulebookCheck['problems'] };
  }

  /** Replaces the rules of an edition in preparation. `revision` is the one that was read. */
  save(actor: Actor, editionId: string, input: RulebookSave): Promise<RulebookView> {
    return this.database.transaction(async () => {
      const edition = await this.lockEdition(editionId);
      if (edition.state !== 'preparing') throw new Refusal('conflict', 'RULEBOOK_FROZEN');
      const document = this.valid(input.document, edition.family);
      if (edition.rulebook_version_id === null) {
        await this.insertFirst(actor, editionId, document);
      } else {
        const changed = await this.database.query(
          'UPDATE rulebook_version SET document = $2, sha256 = $3, revision = revision + 1 WHERE id = $1 AND revision = $4 RETURNING id',
          [edition.rulebook_version_id, JSON.stringify(document), hashOf(document), input.revision],
        );
        if (changed.length === 0) throw new Refusal('conflict', 'CHANGED_MEANWHILE');
        this.rulebooks.forget(editionId);
      }
      // A confirmation covers the values that were shown; other values have to be confirmed again.
      await this.database.query(
        `UPDATE edition SET defaults_sha256 = NULL, defaults_confirmed_by = NULL, defaults_confirmed_at = NULL WHERE id = $1 AND defaults_sha256 <> $2`,
        [editionId, defaultsDigest(document)],
      );
      const after = await this.row(editionId);
      await this.audit.record({ action: 'rulebook.saved', subject: { type: 'rulebook_version', id: after.id }, after: { sha256: after.sha256, revision: after.revision } });
      return view(after);
    });
  }

  /** Digest and freezing time are set once; from then on the database refuses any change of the row. */
  async freeze(editionId: string): Promise<string> {
    const row = await this.row(editionId);
    if (row.frozen_at === null) await this.database.query('UPDATE rulebook_version SET frozen_at = $2 WHERE id = $1', [row.id, this.clock.now()]);
    return row.sha256;
  }

  async previewAmendment(editionId: string, document: unknown): Promise<AmendmentPreview> {
    const { problems } = await this.check(editionId, document);
    if (problems.length > 0) return { valid: false, problems, changed: [], stages: [], affected: [] };
    const before = (await this.row(editionId)).document;
    const refused = await this.effects.problemsOf(editionId, before, document as Rulebook);
    if (refused.length > 0) return { valid: false, problems: told(refused), changed: [], stages: [], affected: [] };
    const change = this.changeOf(before, document as Rulebook);
    const affected = await this.effects.of(editionId, change);
    return {
      valid: true,
      problems: [],
      changed: change.changed,
      stages: change.stages,
      affected: affected.map((rows) => ({ ...rows, label: text(`amendment.${rows.what}`) })),
    };
  }

  /** The next version of an open edition's rules, frozen at once. What was decided under the old version keeps naming it. */
  amend(actor: Actor, editionId: string, input: RulebookAmendment): Promise<RulebookView> {
    return this.database.transaction(async () => {
      const edition = await this.lockEdition(editionId);
      if (edition.state === 'preparing') throw new Refusal('conflict', 'EDITION_NOT_OPEN');
      if (edition.state === 'archived') throw new Refusal('conflict', 'EDITION_CLOSED');
      const document = this.valid(input.document, edition.family);
      const before = await this.row(editionId);
      const change = this.changeOf(before.document, document);
      if (change.changed.length === 0) throw new Refusal('unprocessable', 'AMENDMENT_EMPTY');
      refuseIfAny(await this.effects.problemsOf(editionId, before.document, document), 'RULEBOOK_INVALID');
      await this.database.query(
        `WITH added AS (
           INSERT INTO rulebook_version (edition_id, number, document, sha256, reason, frozen_at, created_by, created_at)
           VALUES ($1, $2, $3, $4, $5, $7, $6, $7) RETURNING id)
         UPDATE edition SET rulebook_version_id = (SELECT id FROM added), version = version + 1 WHERE id = $1`,
        [editionId, before.number + 1, JSON.stringify(document), hashOf(document), input.reason, actor.accountId, this.clock.now()],
      );
      this.rulebooks.forget(editionId);
      const after = await this.row(editionId);
      await this.audit.record({
        action: 'rulebook.amended', subject: { type: 'rulebook_version', id: after.id }, reason: input.reason,
        before: { number: before.number, sha256: before.sha256 }, after: { number: after.number, sha256: after.sha256, changed: change.changed },
      });
      return view(after);
    });
  }

  private changeOf(before: Rulebook, after: Rulebook): AmendmentChange {
    const changed = differences(before, after);
    return { changed, ...touchedBy(changed, before, after) };
  }

  private valid(document: unknown, family: string): Rulebook {
    refuseIfAny(problemsOf(checkRulebook(document)), 'RULEBOOK_INVALID');
    const rulebook = document as Rulebook;
    if (rulebook.family !== family) refuseIfAny([{ code: 'RULEBOOK_OTHER_FAMILY', path: '/family', params: { family } }], 'RULEBOOK_INVALID');
    return rulebook;
  }

  private async row(editionId: string): Promise<VersionRow> {
    const row = await this.database.first<VersionRow>(
      'SELECT v.* FROM edition e JOIN rulebook_version v ON v.id = e.rulebook_version_id WHERE e.id = $1',
      [editionId],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }

  private async lockEdition(id: string): Promise<{ state: string; family: string; rulebook_version_id: string | null }> {
    const row = await this.database.first<{ state: string; family: string; rulebook_version_id: string | null }>(
      'SELECT state, family, rulebook_version_id FROM edition WHERE id = $1 FOR UPDATE',
      [id],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row;
  }
}
