import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import type { Actor } from '#libs/identity';
import { Clock, Database, likePattern, Refusal, type Page } from '#libs/platform';
import { editionNameOf } from './edition-rows.js';
import type { AnnouncementChange, AnnouncementInput, AnnouncementQuery, AnnouncementView } from './dto/announcement.dto.js';

interface AnnouncementRow {
  id: string;
  edition_id: string | null;
  edition_name: string | null;
  title: string;
  body: string;
  pinned: boolean;
  state: string;
  version: number;
  published_at: Date | null;
  count: number;
}

export interface AnnouncementFilter {
  state?: string;
  editionId?: string;
  q?: string;
  page: number;
  size: number;
}

const view = (row: AnnouncementRow): AnnouncementView => ({
  id: row.id, editionId: row.edition_id, editionName: row.edition_name, title: row.title, body: row.body, pinned: row.pinned, state: row.state,
  version: row.version, publishedAt: row.published_at?.toISOString() ?? null,
});

const select = (): string => `SELECT a.*, ${editionNameOf('e')} AS edition_name FROM announcement a LEFT JOIN edition e ON e.id = a.edition_id`;

/** Messages of the office to everybody. A published one is changed openly (its version rises) or withdrawn, never deleted. */
@Injectable()
export class Announcements {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly audit: Audit) {}

  list(query: AnnouncementQuery): Promise<Page<AnnouncementView>> {
    return this.find(query);
  }

  async find(filter: AnnouncementFilter): Promise<Page<AnnouncementView>> {
    const where = 'WHERE ($1::text IS NULL OR a.state = $1) AND ($2::uuid IS NULL OR a.edition_id = $2) AND ($3::text IS NULL OR a.title ILIKE $3)';
    const values = [filter.state ?? null, filter.editionId ?? null, likePattern(filter.q)];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM announcement a ${where}`, values);
    const rows = await this.database.query<AnnouncementRow>(
      `${select()} ${where} ORDER BY a.pinned DESC, a.published_at DESC NULLS FIRST, a.id LIMIT $4 OFFSET $5`, [...values, filter.size, (filter.page - 1) * filter.size],
    );
    return { rows: rows.map(view), total: counted?.total ?? 0, page: filter.page, size: filter.size };
  }

  async one(id: string, state?: string): Promise<AnnouncementView> {
    const row = await this.database.first<AnnouncementRow>(`${select()} WHERE a.id = $1 AND ($2::text IS NULL OR a.state = $2)`, [id, state ?? null]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return view(row);
  }

  create(actor: Actor, input: AnnouncementInput): Promise<AnnouncementView> {
    return this.database.transaction(async () => {
      if (input.editionId) {
        const edition = await this.database.first('SELECT 1 FROM edition WHERE id = $1', [input.editionId]);
        if (!edition) throw new Refusal('unprocessable', 'EDITION_UNKNOWN');
      }
      const row = await this.database.first<{ id: string }>(
        'INSERT INTO announcement (edition_id, title, body, pinned, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
        [input.editionId ?? null, input.title, input.body, input.pinned ?? false, actor.accountId, this.clock.now()],
      );
      const id = row?.id as string;
      await this.audit.record({ action: 'announcement.created', subject: { type: 'announcement', id }, after: { title: input.title } });
      return this.one(id);
    });
  }

  change(id: string, input: AnnouncementChange): Promise<AnnouncementView> {
    return this.database.transaction(async () => {
      const before = await this.one(id);
      const changed = await this.database.query(
        `UPDATE announcement SET title = COALESCE($3, title), body = COALESCE($4, body), pinned = COALESCE($5, pinned), version = version + 1
         WHERE id = $1 AND version = $2 RETURNING id`,
        [id, input.version, input.title ?? null, input.body ?? null, input.pinned ?? null],
      );
      if (changed.length === 0) throw new Refusal('conflict', 'CHANGED_MEANWHILE', { current: before.version });
      const after = await this.one(id);
      await this.audit.record({
        action: 'announcement.changed', subject: { type: 'announcement', id },
        before: { title: before.title, body: before.body, pinned: before.pinned }, after: { title: after.title, body: after.body, pinned: after.pinned },
      });
      return after;
    });
  }

  /** Shows it to everybody from now on; a second call changes nothing. */
  publish(id: string): Promise<AnnouncementView> {
    return this.moved(id, 'published', 'announcement.published');
  }

  withdraw(id: string): Promise<AnnouncementView> {
    return this.moved(id, 'withdrawn', 'announcement.withdrawn');
  }

  private moved(id: string, state: 'published' | 'withdrawn', action: string): Promise<AnnouncementView> {
    return this.database.transaction(async () => {
      const before = await this.one(id);
      if (before.state === state) return before;
      if (state === 'withdrawn' && before.state === 'draft') throw new Refusal('conflict', 'ANNOUNCEMENT_NOT_PUBLISHED');
      await this.database.query(
        `UPDATE announcement SET state = $2, published_at = CASE WHEN $2 = 'published' THEN $3 ELSE published_at END, version = version + 1 WHERE id = $1`,
        [id, state, this.clock.now()],
      );
      await this.audit.record({ action, subject: { type: 'announcement', id }, before: { state: before.state }, after: { state } });
      return this.one(id);
    });
  }
}
