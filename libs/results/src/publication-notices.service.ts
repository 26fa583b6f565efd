import { Injectable } from '@nestjs/common';
import { Notices } from '#libs/notices';
import { Database } from '#libs/platform';
import type { ProposalKind } from './core/proposal-state.js';

/** Tells those concerned that a list was posted, corrected or confirmed: members, coaches and who entered the work. */
@Injectable()
export class PublicationNotices {
  constructor(private readonly database: Database, private readonly notices: Notices) {}

  async posted(publicationId: string, kind: ProposalKind, corrected: boolean): Promise<void> {
    const template = corrected ? 'results.corrected' : kind === 'shortlist' ? 'results.shortlisted' : 'results.published';
    await this.send(publicationId, template, `publication:${publicationId}`);
  }

  async confirmed(publicationId: string): Promise<void> {
    await this.send(publicationId, 'results.confirmed', `publication:${publicationId}:confirmed`);
  }

  private async send(publicationId: string, template: string, dedupeKey: string): Promise<void> {
    const edition = await this.database.first<{ id: string; name: string }>(
      'SELECT e.id, e.name FROM publication p JOIN edition e ON e.id = p.edition_id WHERE p.id = $1',
      [publicationId],
    );
    const accounts = await this.database.query<{ id: string }>(
      `SELECT DISTINCT a.id FROM publication p JOIN award_proposal_row r ON r.proposal_id = p.proposal_id JOIN entry e ON e.id = r.entry_id
       JOIN account a ON a.id = COALESCE(e.keeper_id, e.created_by)
         OR a.person_id IN (SELECT m.person_id FROM entry_member m WHERE m.entry_id = e.id UNION ALL SELECT c.person_id FROM entry_coach c WHERE c.entry_id = e.id)
       WHERE p.id = $1 AND a.status = 'active' ORDER BY a.id`,
      [publicationId],
    );
    if (!edition || accounts.length === 0) return;
    await this.notices.send({ to: accounts.map(({ id }) => id), template, params: { edition: edition.name }, link: `/results/${edition.id}`, dedupeKey });
  }
}
