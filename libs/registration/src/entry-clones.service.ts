import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Clock, Database, Refusal, text, violatedConstraint } from '#libs/platform';
import type { EntryView } from './dto/entry.dto.js';
import type { EntryCopy } from './dto/handing.dto.js';
import { EntryDrafts } from './entry-drafts.service.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
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
      const { id: copyId } = await this.begun(actor, source, input.requestKey);
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

  /** The new draft. REQUEST_KEY_USED for a key under which something else was made: nothing that is there is written over. */
  private async begun(actor: Actor, source: ReachedEntry, requestKey: string | undefined): Promise<{ id: string }> {
    const used = new Refusal('conflict', 'REQUEST_KEY_USED', {}, [{ code: 'REQUEST_KEY_USED', path: 'requestKey' }]);
    if (requestKey !== undefined) {
      const known = await this.database.first<{ id: string; from: string | null }>('SELECT id, cloned_from AS "from" FROM entry WHERE created_by = $1 AND request_key = $2', [actor.accountId, requestKey]);
      if (known && known.from !== source.id) throw used;
      if (known) return known;
    }
    try {
      return await this.drafts.begin(actor, { editionId: source.editionId, type: source.type, schoolId: source.schoolId, requestKey });
    } catch (error) {
      if (violatedConstraint(error) === 'entry_request_key') throw used;
      throw error;
    }
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
