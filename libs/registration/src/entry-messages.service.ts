import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Notices } from '#libs/notices';
import { Clock, Database, Refusal, text } from '#libs/platform';
import type { EntryMessageInput, MessageOrder, MessagePreview, MessageSent } from './dto/office.dto.js';
import { scopeOf } from './entry-scope.js';

interface Recipients {
  accounts: string[];
  unreached: number;
}

const AUDIENCE = {
  makers: `SELECT e.id AS entry_id, COALESCE(e.keeper_id, e.created_by) AS account_id FROM entry e WHERE e.id = ANY ($1::uuid[])
    UNION SELECT m.entry_id, a.id FROM entry_member m JOIN account a ON a.person_id = m.person_id WHERE m.entry_id = ANY ($1::uuid[])
    UNION SELECT c.entry_id, a.id FROM entry_coach c JOIN account a ON a.person_id = c.person_id WHERE c.entry_id = ANY ($1::uuid[])`,
  schools: `SELECT e.id AS entry_id, g.account_id FROM entry e JOIN role_grant g ON g.org_unit_id = e.school_id AND g.role = 'school_admin' AND g.state = 'active' WHERE e.id = ANY ($1::uuid[])`,
} as const;

/** A message to the people around a selection of entries: shown first, sent once, kept. */
@Injectable()
export class EntryMessages {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly notices: Notices,
  ) {}

  async preview(actor: Actor, input: EntryMessageInput): Promise<MessagePreview> {
    await this.refuseOutOfReach(actor, input);
    const { accounts, unreached } = await this.recipients(input);
    return { recipients: accounts.length, unreached, title: text('notices.officeMessage.title', this.paramsOf(actor, input)), body: text('notices.officeMessage.body', this.paramsOf(actor, input)) };
  }

  /** Nobody gets it twice: not in two roles, and not when it is sent again with the same key. Refuses MESSAGE_NOBODY. */
  send(actor: Actor, input: MessageOrder): Promise<MessageSent> {
    return this.database.transaction(async () => {
      await this.refuseOutOfReach(actor, input);
      const { accounts } = await this.recipients(input);
      if (accounts.length === 0) throw new Refusal('conflict', 'MESSAGE_NOBODY');
      const [added] = await this.database.query<{ id: string }>(
        `INSERT INTO entry_message (edition_id, audience, subject, body, entry_ids, recipients, request_key, sent_by, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT ON CONSTRAINT entry_message_once DO NOTHING RETURNING id`,
        [input.editionId, input.audience, input.subject, input.body, input.entryIds, accounts.length, input.requestKey, actor.accountId, this.clock.now()],
      );
      if (!added) return this.sent(actor, input.requestKey);
      const told = await this.notices.send({ to: accounts, template: 'officeMessage', params: this.paramsOf(actor, input), link: input.audience === 'makers' ? '/entries' : '/workbench', dedupeKey: `message:${added.id}` });
      await this.audit.record({ action: 'entry.messageSent', subject: { type: 'entry_message', id: added.id }, after: { editionId: input.editionId, audience: input.audience, entries: input.entryIds.length, recipients: told } });
      return this.sent(actor, input.requestKey);
    });
  }

  private async sent(actor: Actor, requestKey: string): Promise<MessageSent> {
    const row = await this.database.first<{ id: string; recipients: number; sentAt: Date }>('SELECT id, recipients, sent_at AS "sentAt" FROM entry_message WHERE sent_by = $1 AND request_key = $2', [actor.accountId, requestKey]);
    if (!row) throw new Refusal('conflict', 'CHANGED_MEANWHILE');
    return { ...row, sentAt: row.sentAt.toISOString() };
  }

  private paramsOf(actor: Actor, input: EntryMessageInput): Record<string, string> {
    return { subject: input.subject.trim(), text: input.body.trim(), sender: actor.name };
  }

  private async refuseOutOfReach(actor: Actor, input: EntryMessageInput): Promise<void> {
    const scope = scopeOf(this.access, actor, { editionId: input.editionId }, 'entry.message');
    const ids = [...new Set(input.entryIds)];
    const found = await this.database.first<{ count: number }>(
      `SELECT count(*)::int AS count FROM entry e JOIN org_unit school ON school.id = e.school_id WHERE ${scope.sql} AND e.id = ANY ($${scope.values.length + 1}::uuid[])`, [...scope.values, ids],
    );
    if (found?.count !== ids.length) throw new Refusal('missing', 'NOT_FOUND');
  }

  private async recipients(input: EntryMessageInput): Promise<Recipients> {
    const rows = await this.database.query<{ entryId: string; accountId: string }>(
      `SELECT r.entry_id AS "entryId", r.account_id AS "accountId" FROM (${AUDIENCE[input.audience as keyof typeof AUDIENCE]}) r JOIN account a ON a.id = r.account_id AND a.status = 'active'`, [input.entryIds],
    );
    const reached = new Set(rows.map((row) => row.entryId));
    return { accounts: [...new Set(rows.map((row) => row.accountId))], unreached: new Set(input.entryIds.filter((id) => !reached.has(id))).size };
  }
}
