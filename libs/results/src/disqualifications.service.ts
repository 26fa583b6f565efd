import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, Refusal } from '#libs/platform';
import { EntryProgress } from '#libs/registration';
import { Aggregation } from './aggregation.service.js';

/** Taking an entry out of the contest while it is judged or after its prize was posted. */
@Injectable()
export class Disqualifications implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly progress: EntryProgress,
    private readonly aggregation: Aggregation,
  ) {}

  /** Wherever an entry is disqualified, what the results hold of it follows in the same transaction. */
  onModuleInit(): void {
    this.progress.onDisqualified((entryId, reason) => this.settle(entryId, reason));
  }

  /** The office's way to it from the results; the entry's own page leads to the same act. */
  async disqualify(actor: Actor, entryId: string, reason: string): Promise<void> {
    await this.database.transaction(async () => {
      const entry = await this.database.first<{ editionId: string }>('SELECT edition_id AS "editionId" FROM entry WHERE id = $1', [entryId]);
      if (!entry) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'results.disqualify', { editionId: entry.editionId });
      await this.progress.disqualify(entryId, reason);
    });
  }

  /**
   * A prize that is posted is taken back and its place stays void (INN-AWARD-009); before that, the entry simply leaves the ranking. Every
   * stage that has a result is worked out again; the posted list stays as it is until its correction is approved.
   */
  private async settle(entryId: string, reason: string): Promise<void> {
    const stages = await this.database.query<{ editionId: string; key: string }>(
      'SELECT DISTINCT s.edition_id AS "editionId", s.stage_key AS key FROM score_snapshot s JOIN entry e ON e.edition_id = s.edition_id WHERE e.id = $1 ORDER BY key',
      [entryId],
    );
    await this.takeBack(entryId, reason);
    for (const { editionId, key } of stages) await this.aggregation.enqueue(editionId, key, 'entryDisqualified');
  }

  private async takeBack(entryId: string, reason: string): Promise<void> {
    const posted = await this.database.first<{ editionId: string; award: string; rules: string }>(
      `SELECT p.edition_id AS "editionId", r.award, v.document->'scoring'->'awards'->0->>'key' AS rules
       FROM publication p JOIN publication_row r ON r.publication_id = p.id JOIN rulebook_version v ON v.id = p.rulebook_version_id
       WHERE r.entry_id = $1 AND p.kind = 'awards' AND p.state <> 'superseded'`,
      [entryId],
    );
    if (!posted) return;
    const revoked = await this.database.query(
      'INSERT INTO revocation (edition_id, entry_id, award, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id',
      [posted.editionId, entryId, posted.rules, reason, currentContext().accountId, this.clock.now()],
    );
    if (revoked.length > 0) await this.audit.record({ action: 'results.prizeRevoked', subject: { type: 'entry', id: entryId }, before: { award: posted.award }, reason });
  }
}
