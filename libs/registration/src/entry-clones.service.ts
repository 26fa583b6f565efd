import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Clock, Database, text } from '#libs/platform';
import type { EntryView } from './dto/entry.dto.js';
import type { EntryCopy } from './dto/handing.dto.js';
import { EntryDrafts } from './entry-drafts.service.js';
import { EntryReach } from './entry-reach.service.js';
import { EntryViews } from './entry-views.queries.js';

/** A new draft from an entry that its makers know: for coaches who prepare several. */
@Injectable()
export class EntryClones {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly reach: EntryReach,
    private readonly drafts: EntryDrafts,
    private readonly views: EntryViews,
  ) {}

  /**
   * A draft of the same type in the same edition with the form, the coaches and, if asked for, the members; no files, signatures or
   * consents: those belong to one entry. The lock on the source makes the same `requestKey` sent twice one copy.
   */
  clone(actor: Actor, id: string, input: EntryCopy): Promise<EntryView> {
    return this.database.transaction(async () => {
      const source = await this.reach.made(actor, id);
      const { id: copyId } = await this.drafts.begin(actor, { editionId: source.editionId, type: source.type, schoolId: source.schoolId, requestKey: input.requestKey });
      const now = this.clock.now();
      const fresh = await this.database.query(
        `UPDATE entry SET cloned_from = $2, title = $3, group_key = $4, discipline = $5, class_key = $6, form = $7, version = version + 1, updated_at = $8 WHERE id = $1 AND cloned_from IS NULL RETURNING id`,
        [copyId, id, source.title.trim() === '' ? '' : text('entries.copyOf', { title: source.title }), source.groupKey, source.discipline, source.classKey, JSON.stringify(source.form), now],
      );
      if (fresh.length > 0) {
        await this.copyPeople('entry_coach', 'person_id, added_at', 'person_id, $3', [id, copyId, now]);
        if (input.members) await this.copyPeople('entry_member', 'edition_id, person_id, share, added_at', 'edition_id, person_id, share, $3', [id, copyId, now]);
        await this.audit.record({ action: 'entry.cloned', subject: { type: 'entry', id: copyId }, after: { from: id, members: input.members ?? false } });
      }
      return this.views.view(actor, copyId);
    });
  }

  /** $1 source, $2 copy, $3 now. Whoever is on the copy already (its maker) stays first. */
  private async copyPeople(table: 'entry_coach' | 'entry_member', columns: string, values: string, params: unknown[]): Promise<void> {
    await this.database.query(
      `INSERT INTO ${table} (entry_id, position, ${columns})
       SELECT $2, (SELECT count(*) FROM ${table} WHERE entry_id = $2) + row_number() OVER (ORDER BY position), ${values} FROM ${table} s
       WHERE entry_id = $1 AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.entry_id = $2 AND t.person_id = s.person_id)`,
      params,
    );
  }
}
