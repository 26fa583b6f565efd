import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Editions, entryType, Rulebooks } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Clock, Database, Refusal, refuseIfAny } from '#libs/platform';
import type { EntryView } from './dto/entry.dto.js';
import type { SignatureInput } from './dto/team.dto.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { EntryViews } from './entry-views.queries.js';

/** Commitments of members and coaches. */
@Injectable()
export class Signatures {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly views: EntryViews,
  ) {}

  /**
   * Records a signature under the rulebook's text. With `account` only the person itself signs; what was signed on paper is recorded by
   * the school or one of its coaches. Sent twice it is one signature.
   */
  sign(actor: Actor, id: string, input: SignatureInput): Promise<EntryView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.editable(actor, id);
      await this.editions.requireOpen(entry.editionId, 'school', entry.fixBy);
      const { document } = await this.rulebooks.of(entry.editionId);
      const rule = entryType(document, entry.type).signatures.find((one) => one.by === input.signedAs && one.version === input.textVersion);
      if (!rule) refuseIfAny([{ code: 'SIGNATURE_TEXT', path: 'textVersion' }]);
      if (!(await this.isOn(entry, input))) refuseIfAny([{ code: 'SIGNATURE_PERSON', path: 'personId' }]);
      this.refuseStranger(actor, entry, input);
      const added = await this.database.query(
        `INSERT INTO signature (entry_id, person_id, signed_as, method, text_version, recorded_by, signed_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT ON CONSTRAINT signature_once DO NOTHING RETURNING id`,
        [id, input.personId, input.signedAs, input.method, input.textVersion, actor.accountId, this.clock.now()],
      );
      if (added.length > 0) {
        await this.database.query('UPDATE entry SET version = version + 1, updated_at = $2 WHERE id = $1', [id, this.clock.now()]);
        await this.audit.record({ action: 'entry.signed', subject: { type: 'entry', id }, after: { ...input } });
      }
      return this.views.view(actor, id);
    });
  }

  private async isOn(entry: ReachedEntry, input: SignatureInput): Promise<boolean> {
    const table = input.signedAs === 'member' ? 'entry_member' : 'entry_coach';
    return (await this.database.first(`SELECT 1 FROM ${table} WHERE entry_id = $1 AND person_id = $2`, [entry.id, input.personId])) !== undefined;
  }

  private refuseStranger(actor: Actor, entry: ReachedEntry, input: SignatureInput): void {
    const worksThere = entry.levels.includes('school') || actor.grants.some((grant) => grant.role === 'coach' && grant.orgId === entry.schoolId);
    const allowed = input.method === 'account' ? actor.personId === input.personId : worksThere;
    if (!allowed) throw new Refusal('forbidden', 'SIGNATURE_NOT_YOURS');
  }
}
