import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Clock, Database, Live, LiveTopics, Refusal, violatedConstraint } from '#libs/platform';
import { EntryProgress } from '#libs/registration';
import { hashOf } from '#libs/scoring';
import { isNoticeOver, noticeClosesAt } from './core/notice-period.js';
import type { PublicationView, PublishInput } from './dto/publication.dto.js';
import { ListPrints } from './list-prints.service.js';
import { PublicationNotices } from './publication-notices.service.js';
import { PostedRows, type PostedRow } from './posted-rows.queries.js';
import { Proposals, type LockedProposal } from './proposals.service.js';

interface PublicationHead extends Omit<PublicationView, 'postedAt' | 'noticeClosesAt' | 'confirmedAt' | 'noticeOver'> {
  postedAt: Date;
  noticeClosesAt: Date;
  confirmedAt: Date | null;
}

const HEAD = `p.id, p.edition_id AS "editionId", p.kind, p.version, p.proposal_id AS "proposalId", p.snapshot_id AS "snapshotId", v.number AS "rulebookNumber",
  p.digest, p.correction, p.posted_at AS "postedAt", p.notice_closes_at AS "noticeClosesAt", p.state, p.confirmed_at AS "confirmedAt",
  (SELECT count(*)::int FROM publication_row r WHERE r.publication_id = p.id) AS rows
  FROM publication p JOIN rulebook_version v ON v.id = p.rulebook_version_id`;

/** Posting lists, correcting and confirming them. */
@Injectable()
export class Publications implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly live: Live,
    private readonly topics: LiveTopics,
    private readonly progress: EntryProgress,
    private readonly proposals: Proposals,
    private readonly posted: PostedRows,
    private readonly notices: PublicationNotices,
    private readonly rulebooks: Rulebooks,
    private readonly prints: ListPrints,
  ) {}

  /** That a list was posted is public. */
  onModuleInit(): void {
    this.topics.declare('results', async () => true);
  }

  async list(actor: Actor, editionId: string): Promise<PublicationView[]> {
    this.access.sees(actor, 'results.read', { editionId });
    const rows = await this.database.query<PublicationHead>(`SELECT ${HEAD} WHERE p.edition_id = $1 ORDER BY p.posted_at DESC, p.version DESC`, [editionId]);
    return rows.map((row) => this.viewOf(row));
  }

  /**
   * Posts an approved list: stores its rows as the public will see them, with their digest; starts the notice period; moves
   * the entries on; tells those concerned. When a list is posted already, this is its correction: it takes its place and the
   * notice period begins afresh (PUB-NOTICE-002).
   */
  async publish(actor: Actor, proposalId: string, { correction }: PublishInput): Promise<PublicationView> {
    const id = await this.database.transaction(async () => {
      const proposal = await this.proposals.lock(actor, proposalId, 'results.publish');
      if (proposal.state === 'draft' || proposal.state === 'proposed') throw new Refusal('conflict', 'NOT_APPROVED');
      this.proposals.requireStep(proposal, 'publish');
      await this.proposals.requireNewest(proposal);
      if ((await this.proposals.digestOf(proposalId)) !== proposal.digest) throw new Refusal('conflict', 'PROPOSAL_CHANGED');
      await this.requireInContest(proposalId);
      const current = await this.database.first<{ id: string; version: number }>(
        `SELECT id, version FROM publication WHERE edition_id = $1 AND kind = $2 AND state <> 'superseded' FOR UPDATE`,
        [proposal.editionId, proposal.kind],
      );
      if (current && !correction?.trim()) throw new Refusal('conflict', 'CORRECTION_NEEDS_REASON', {}, [{ code: 'CORRECTION_NEEDS_REASON', path: 'correction' }]);
      if (current) await this.database.query(`UPDATE publication SET state = 'superseded' WHERE id = $1`, [current.id]);
      const posted = await this.post(actor, proposal, current ? { version: current.version, correction: correction ?? '' } : undefined);
      await this.database.query(`UPDATE award_proposal SET state = 'published' WHERE id = $1`, [proposalId]);
      await this.moveEntries(proposal, current ? correction : undefined);
      await this.prints.enqueue(posted.id);
      await this.notices.posted(posted.id, proposal.kind, current !== undefined);
      await this.audit.record({
        action: current ? 'results.corrected' : 'results.published', subject: { type: 'publication', id: posted.id },
        before: current, after: { proposalId, digest: posted.digest, noticeClosesAt: posted.closesAt.toISOString() }, reason: correction || undefined,
      });
      await this.live.publish(`results:${proposal.editionId}`, { publicationId: posted.id, kind: proposal.kind });
      return posted.id;
    });
    return this.view(id);
  }

  /** Ends the notice: the list is final. Refused until the notice period is over by the server's clock. */
  async confirm(actor: Actor, id: string): Promise<PublicationView> {
    await this.database.transaction(async () => {
      const found = await this.database.first<{ editionId: string; kind: string; state: string; closesAt: Date }>(
        `SELECT edition_id AS "editionId", kind, state, notice_closes_at AS "closesAt" FROM publication WHERE id = $1 FOR UPDATE`,
        [id],
      );
      if (!found) throw new Refusal('missing', 'NOT_FOUND');
      this.access.sees(actor, 'results.publish', { editionId: found.editionId });
      if (found.state !== 'in_notice') throw new Refusal('conflict', 'PUBLICATION_STEP', { state: found.state });
      const now = this.clock.now();
      if (!isNoticeOver(now, found.closesAt)) throw new Refusal('conflict', 'NOTICE_RUNNING', { until: found.closesAt.toISOString() });
      await this.database.query(`UPDATE publication SET state = 'confirmed', confirmed_by = $2, confirmed_at = $3 WHERE id = $1`, [id, actor.accountId, now]);
      if (found.kind === 'awards') await this.progress.confirm(found.editionId);
      await this.notices.confirmed(id);
      await this.audit.record({ action: 'results.confirmed', subject: { type: 'publication', id } });
      await this.live.publish(`results:${found.editionId}`, { publicationId: id, kind: found.kind });
    });
    return this.view(id);
  }

  /** An entry that was disqualified after the list was made is on none: held until the list stands, so that a disqualification finds the prize it takes back. */
  private async requireInContest(proposalId: string): Promise<void> {
    const listed = await this.database.query<{ state: string }>(
      'SELECT e.state FROM entry e WHERE e.id IN (SELECT r.entry_id FROM award_proposal_row r WHERE r.proposal_id = $1 AND r.award IS NOT NULL) ORDER BY e.id FOR UPDATE', [proposalId],
    );
    if (listed.some(({ state }) => state === 'disqualified')) throw new Refusal('conflict', 'RESULT_OUTDATED');
  }

  private async post(
    actor: Actor, proposal: LockedProposal, earlier: { version: number; correction: string } | undefined,
  ): Promise<{ id: string; digest: string; closesAt: Date }> {
    const snapshot = await this.database.first<{ versionId: string }>('SELECT rulebook_version_id AS "versionId" FROM score_snapshot WHERE id = $1', [proposal.snapshotId]);
    const versionId = snapshot?.versionId ?? '';
    const { publication } = (await this.rulebooks.version(versionId)).document;
    const now = this.clock.now();
    const rows = await this.posted.of(proposal.id, publication.names, now);
    const digest = hashOf(rows);
    const closesAt = noticeClosesAt(now, publication.noticeDays, publication.dayCount);
    const made = await this.database
      .first<{ id: string }>(
        `INSERT INTO publication (edition_id, kind, version, proposal_id, snapshot_id, rulebook_version_id, digest, correction, posted_by, posted_at, notice_days,
           notice_closes_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'in_notice') RETURNING id`,
        [proposal.editionId, proposal.kind, (earlier?.version ?? 0) + 1, proposal.id, proposal.snapshotId, versionId, digest, earlier?.correction ?? null, actor.accountId, now,
          publication.noticeDays, closesAt],
      )
      .catch((error: unknown) => {
        if (/^publication_/.test(violatedConstraint(error) ?? '')) throw new Refusal('conflict', 'PROPOSAL_STEP', { state: 'published' });
        throw error;
      });
    const id = made?.id ?? '';
    await this.store(id, rows);
    return { id, digest, closesAt };
  }

  private async store(publicationId: string, rows: PostedRow[]): Promise<void> {
    await this.database.query(
      `INSERT INTO publication_row (publication_id, position, entry_id, entry_no, type, group_key, discipline, title, members, coaches, school, prefecture, award, rank, total)
       SELECT $1, r.position, r."entryId", r."entryNo", r.type, r."group", r.discipline, r.title, r.members, r.coaches, r.school, r.prefecture, r.award, r.rank, r.total
       FROM jsonb_to_recordset($2::jsonb) AS r (position int, "entryId" uuid, "entryNo" text, type text, "group" text, discipline text, title text, members jsonb,
         coaches jsonb, school text, prefecture text, award text, rank int, total text)`,
      [publicationId, JSON.stringify(rows)],
    );
  }

  /** A shortlist makes finalists (its correction also of those left out, and takes off who is no longer on it); a list of prizes puts its entries into the notice period. */
  private async moveEntries(proposal: LockedProposal, correction: string | undefined): Promise<void> {
    const rows = await this.database.query<{ id: string; award: string | null }>('SELECT entry_id AS id, award FROM award_proposal_row WHERE proposal_id = $1', [proposal.id]);
    const winners = rows.flatMap(({ id, award }) => (award === null ? [] : [{ id, award }]));
    if (proposal.kind === 'shortlist') {
      const finalists = winners.map(({ id }) => id);
      await this.progress.shortlist(proposal.editionId, finalists, true);
      if (correction !== undefined) await this.progress.correctShortlist(proposal.editionId, finalists, correction);
      return;
    }
    await this.progress.award(proposal.editionId, winners.map(({ id }) => id));
    await this.progress.enterNotice(proposal.editionId);
  }

  private async view(id: string): Promise<PublicationView> {
    const row = await this.database.first<PublicationHead>(`SELECT ${HEAD} WHERE p.id = $1`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return this.viewOf(row);
  }

  private viewOf(row: PublicationHead): PublicationView {
    return {
      ...row,
      postedAt: row.postedAt.toISOString(),
      noticeClosesAt: row.noticeClosesAt.toISOString(),
      noticeOver: isNoticeOver(this.clock.now(), row.noticeClosesAt),
      confirmedAt: row.confirmedAt?.toISOString() ?? null,
    };
  }
}
