import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Rulebooks, type ConsentRules } from '#libs/contests';
import type { Actor } from '#libs/identity';
import { Clock, Config, currentContext, Database, Random, Refusal } from '#libs/platform';
import { after } from './core/entry-state.js';
import type { EntryView } from './dto/entry.dto.js';
import type { ConsentDecision, ConsentLink, ConsentPage, ConsentRecord, PaperConsent } from './dto/team.dto.js';
import { EntryNotices } from './entry-notices.service.js';
import { EntryReach, type ReachedEntry } from './entry-reach.service.js';
import { EntryViews } from './entry-views.queries.js';
import { Submissions } from './submissions.service.js';

/** Where the rulebook says nothing. */
const LINK_DAYS = 120;

/** Too late to leave by itself: a person at the province decides what becomes of the entry. */
const UNDER_REVIEW: readonly ReachedEntry['state'][] = ['in_review', 'finalist', 'final_scored', 'awarded', 'in_notice', 'confirmed'];

interface RequestRow {
  id: string;
  entryId: string;
  personId: string;
  textVersion: string;
  expiresAt: Date;
  endedAt: Date | null;
  student: string;
  school: string | null;
  contest: string;
  edition: string;
  editionId: string;
  title: string;
  state: ReachedEntry['state'];
  decision: 'granted' | 'refused' | 'withdrawn' | null;
  decisionId: string | null;
  decidedAt: Date | null;
  /** The decision that counts was made by this very link. */
  decidedHere: boolean | null;
}

interface Decided {
  entryId: string;
  personId: string;
  requestId: string | null;
  decision: string;
  guardianName: string;
  relation: string;
  textVersion: string;
  reason: string;
}

const hashed = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Guardians' consents: asked for by a link of their own, decided once by it, taken back by the same link. */
@Injectable()
export class Consents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly config: Config,
    private readonly audit: Audit,
    private readonly rulebooks: Rulebooks,
    private readonly reach: EntryReach,
    private readonly views: EntryViews,
    private readonly submissions: Submissions,
    private readonly notices: EntryNotices,
  ) {}

  /**
   * A new link for a member's guardian. An earlier one stops working, except that a consent given by it can still be taken back there. The
   * address is answered once and kept nowhere.
   */
  request(actor: Actor, entryId: string, memberId: string): Promise<ConsentLink> {
    return this.database.transaction(async () => {
      const entry = await this.reach.made(actor, entryId);
      if (after(entry.state, 'withdraw') === undefined) throw new Refusal('conflict', 'ENTRY_STATE', { state: entry.state });
      const personId = await this.member(entryId, memberId);
      const { document } = await this.rulebooks.of(entry.editionId);
      const now = this.clock.now();
      const token = this.random.token(32);
      const expiresAt = new Date(now.getTime() + (document.consent.linkDays ?? LINK_DAYS) * 86_400_000);
      await this.database.query('UPDATE consent_request SET ended_at = $3 WHERE entry_id = $1 AND person_id = $2 AND ended_at IS NULL', [entryId, personId, now]);
      await this.database.query(
        'INSERT INTO consent_request (entry_id, person_id, token_hash, text_version, requested_by, requested_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
        [entryId, personId, hashed(token), latest(document.consent).version, actor.accountId, now, expiresAt],
      );
      await this.audit.record({ action: 'consent.requested', subject: { type: 'entry', id: entryId }, after: { personId } });
      return { link: `${this.config.settings.publicUrl}/guardian/${token}`, expiresAt: expiresAt.toISOString() };
    });
  }

  /** What the guardian reads before deciding. */
  async page(token: string): Promise<ConsentPage> {
    return this.pageOf(await this.byToken(token));
  }

  /**
   * The guardian's decision. Effects: a record that is only added to; the makers are told; a consent taken back ends the entry (or, once it
   * is under review, calls the province's office). The same decision again changes nothing. Who has agreed and now refuses by a renewed link takes the consent back.
   */
  decide(token: string, input: ConsentDecision): Promise<ConsentPage> {
    return this.database.transaction(async () => {
      const request = await this.byToken(token, true);
      if (request.decision === input.decision) return this.pageOf(request);
      const possible = request.decision === null ? input.decision !== 'withdrawn' : request.decision === 'granted' && (input.decision === 'withdrawn' || (input.decision === 'refused' && !request.decidedHere));
      if (!possible) throw new Refusal('conflict', 'CONSENT_DECIDED');
      if (request.decision === null && this.isOver(request)) throw new Refusal('gone', 'CONSENT_LINK_OVER');
      if (input.textVersion !== request.textVersion) throw new Refusal('conflict', 'CONSENT_TEXT_CHANGED');
      const decision = request.decision === 'granted' ? 'withdrawn' : input.decision;
      await this.record({ ...input, decision, entryId: request.entryId, personId: request.personId, requestId: request.id, reason: input.reason ?? '' });
      return this.pageOf(await this.byToken(token, false, true));
    });
  }

  /** A decision on paper, recorded by the school that holds the paper. What a guardian refused by the link only a new link can turn round. */
  recordPaper(actor: Actor, entryId: string, memberId: string, input: PaperConsent): Promise<EntryView> {
    return this.database.transaction(async () => {
      const entry = await this.reach.made(actor, entryId);
      if (!entry.levels.includes('school')) throw new Refusal('forbidden', 'FORBIDDEN');
      const personId = await this.member(entryId, memberId);
      const newest = await this.database.first<{ decision: string; channel: string }>(
        'SELECT decision, channel FROM consent WHERE entry_id = $1 AND person_id = $2 ORDER BY sequence DESC LIMIT 1',
        [entryId, personId],
      );
      if (input.decision === 'granted' && newest?.channel === 'link' && newest.decision !== 'granted') throw new Refusal('conflict', 'CONSENT_DECIDED');
      const { document } = await this.rulebooks.of(entry.editionId);
      await this.record({
        ...input, entryId, personId, requestId: null, textVersion: latest(document.consent).version, reason: input.reason ?? '',
      });
      return this.views.view(actor, entryId);
    });
  }

  /** What was asked of guardians and what they said, the newest last; for the makers, the units above and the audit. Who the guardian is, only those units read. */
  async ofEntry(actor: Actor, entryId: string): Promise<ConsentRecord[]> {
    const entry = await this.reach.seen(actor, entryId);
    const rows = await this.database.query<Omit<ConsentRecord, 'at' | 'expiresAt'> & { at: Date; expiresAt: Date | null }>(
      `SELECT * FROM (
         SELECT p.name AS member, 'requested' AS event, r.text_version AS "textVersion", 'link' AS channel, NULL AS "guardianName", NULL AS relation, '' AS reason, a.name AS "recordedBy",
                r.requested_at AS at, r.expires_at AS "expiresAt", 0::bigint AS sequence
         FROM consent_request r JOIN person p ON p.id = r.person_id JOIN account a ON a.id = r.requested_by WHERE r.entry_id = $1
         UNION ALL
         SELECT p.name, c.decision, c.text_version, c.channel, CASE WHEN $2 THEN c.guardian_name END, c.relation, c.reason, a.name, c.decided_at, NULL, c.sequence
         FROM consent c JOIN person p ON p.id = c.person_id LEFT JOIN account a ON a.id = c.recorded_by WHERE c.entry_id = $1) AS events
       ORDER BY at, sequence`,
      [entryId, entry.levels.length > 0],
    );
    return rows.map(({ member, event, textVersion, channel, guardianName, relation, reason, recordedBy, at, expiresAt }) => ({
      member, event, textVersion, channel, guardianName, relation, reason, recordedBy, at: at.toISOString(), expiresAt: expiresAt?.toISOString() ?? null,
    }));
  }

  private async record(decided: Decided): Promise<void> {
    const row = await this.database.first<{ sequence: string }>(
      `INSERT INTO consent (entry_id, person_id, request_id, decision, guardian_name, relation, text_version, channel, reason, recorded_by, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING sequence`,
      [
        decided.entryId, decided.personId, decided.requestId, decided.decision, decided.guardianName.trim(), decided.relation, decided.textVersion,
        decided.requestId ? 'link' : 'paper', decided.reason, decided.requestId ? null : currentContext().accountId, this.clock.now(),
      ],
    );
    await this.audit.record({
      action: `consent.${decided.decision}`, subject: { type: 'entry', id: decided.entryId },
      after: { personId: decided.personId, textVersion: decided.textVersion, channel: decided.requestId ? 'link' : 'paper' },
    });
    await this.database.query('UPDATE entry SET version = version + 1, updated_at = $2 WHERE id = $1', [decided.entryId, this.clock.now()]);
    const entry = await this.reach.unscoped(decided.entryId);
    const told = decided.decision === 'granted' ? 'consentGranted' : decided.decision === 'refused' ? 'consentRefused' : 'consentWithdrawn';
    await this.notices.tellMakers(entry, told, String(row?.sequence));
    if (decided.decision !== 'granted') await this.notices.tellSchool(entry, told, String(row?.sequence));
    if (decided.decision === 'withdrawn') await this.leaveContest(entry, String(row?.sequence));
  }

  private async leaveContest(entry: ReachedEntry, step: string): Promise<void> {
    if (entry.state === 'draft' || entry.state === 'returned' || entry.state === 'withdrawn') return;
    if (after(entry.state, 'withdraw') !== undefined) await this.submissions.takeOut(entry, 'consent');
    else if (UNDER_REVIEW.includes(entry.state)) await this.notices.tellProvince(entry, 'consentWithdrawnLate', step);
  }

  private async member(entryId: string, memberId: string): Promise<string> {
    const row = await this.database.first<{ personId: string }>('SELECT person_id AS "personId" FROM entry_member WHERE id = $2 AND entry_id = $1', [entryId, memberId]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return row.personId;
  }

  private async byToken(token: string, lock = false, evenEnded = false): Promise<RequestRow> {
    const row = await this.database.first<RequestRow>(
      `SELECT r.id, r.entry_id AS "entryId", r.person_id AS "personId", r.text_version AS "textVersion", r.expires_at AS "expiresAt", r.ended_at AS "endedAt",
              p.name AS student, s.name AS school, contest.name AS contest, ed.name AS edition, e.edition_id AS "editionId", e.title, e.state,
              last.decision, last.id AS "decisionId", last.decided_at AS "decidedAt", last.request_id = r.id AS "decidedHere"
       FROM consent_request r
       LEFT JOIN LATERAL (
         SELECT * FROM (SELECT * FROM consent c WHERE c.entry_id = r.entry_id AND c.person_id = r.person_id ORDER BY c.sequence DESC LIMIT 1) newest
         WHERE newest.request_id = r.id OR newest.decision = 'granted') last ON true
       JOIN entry e ON e.id = r.entry_id JOIN edition ed ON ed.id = e.edition_id JOIN contest ON contest.id = ed.contest_id JOIN person p ON p.id = r.person_id
       LEFT JOIN org_unit s ON s.id = p.school_id WHERE r.token_hash = $1 ${lock ? 'FOR UPDATE OF e, r' : ''}`,
      [hashed(token)],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    if (row.endedAt !== null && row.decision !== 'granted' && !evenEnded) throw new Refusal('gone', 'CONSENT_LINK_OVER');
    return row;
  }

  private isOver(request: RequestRow): boolean {
    return request.expiresAt <= this.clock.now() || after(request.state, 'withdraw') === undefined;
  }

  private async pageOf(request: RequestRow): Promise<ConsentPage> {
    const { document } = await this.rulebooks.of(request.editionId);
    const text = document.consent.texts.find((one) => one.version === request.textVersion) ?? latest(document.consent);
    const { language } = currentContext();
    return {
      studentName: request.student, schoolName: request.school ?? '', contestName: request.edition.includes(request.contest) ? request.edition : `${request.contest} ${request.edition}`, title: request.title,
      state: request.decision ?? (this.isOver(request) ? 'over' : 'open'),
      text: {
        version: text.version, purpose: text.purpose[language], method: text.method?.[language], scope: text.scope[language], storage: text.storage[language],
        safety: text.safety?.[language], refusal: text.refusal[language], rights: text.rights[language], contact: text.contact[language],
      },
      expiresAt: request.expiresAt.toISOString(), decidedAt: request.decidedAt?.toISOString() ?? null,
      receipt: request.decisionId?.slice(0, 8).toUpperCase() ?? null,
    };
  }
}

function latest(rules: ConsentRules): ConsentRules['texts'][number] {
  const text = rules.texts.at(-1);
  if (!text) throw new Refusal('conflict', 'RULEBOOK_NONE');
  return text;
}
