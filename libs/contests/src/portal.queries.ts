import { Injectable } from '@nestjs/common';
import { Clock, Database, Refusal, type Page } from '#libs/platform';
import { Announcements } from './announcements.service.js';
import type { AnnouncementView, PublicAnnouncementQuery } from './dto/announcement.dto.js';
import type { PublicContest, PublicEdition } from './dto/contest.dto.js';
import { editionName, contestName, EDITION_SELECT, inLanguage, stageNow, stageViews, type EditionRow } from './edition-rows.js';
import { Rulebooks } from './rulebooks.service.js';

/** What everybody may see. Editions in preparation are not there yet. */
@Injectable()
export class Portal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rulebooks: Rulebooks,
    private readonly publicAnnouncements: Announcements,
  ) {}

  async contests(): Promise<PublicContest[]> {
    const rows = await this.database.query<EditionRow & { organiser: string; summary: string }>(
      `SELECT shown.*, c.organiser, c.summary FROM (${EDITION_SELECT}) AS shown JOIN contest c ON c.id = shown.contest_id
       WHERE shown.state <> 'preparing' ORDER BY c.code, shown.year DESC, shown.number DESC`,
    );
    const contests = new Map<string, PublicContest>();
    for (const row of rows) {
      const contest = contests.get(row.contest_id) ?? {
        id: row.contest_id, family: row.family, name: contestName(row), organiser: row.organiser, summary: row.summary, editions: [],
      };
      contest.editions.push(await this.shown(row));
      contests.set(row.contest_id, contest);
    }
    return [...contests.values()];
  }

  async edition(id: string): Promise<PublicEdition> {
    const row = await this.database.first<EditionRow>(`${EDITION_SELECT} WHERE e.id = $1 AND e.state <> 'preparing'`, [id]);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return this.shown(row);
  }

  announcements(query: PublicAnnouncementQuery): Promise<Page<AnnouncementView>> {
    return this.publicAnnouncements.find({ ...query, state: 'published' });
  }

  announcement(id: string): Promise<AnnouncementView> {
    return this.publicAnnouncements.one(id, 'published');
  }

  private async shown(row: EditionRow): Promise<PublicEdition> {
    const { document } = await this.rulebooks.of(row.id);
    const stages = stageViews(row, this.clock.now());
    return {
      id: row.id,
      number: row.number,
      year: row.year,
      name: editionName(row),
      state: row.state,
      stageNow: row.state === 'open' ? stageNow(stages) : null,
      stages,
      groups: document.groups.map((group) => ({ key: group.key, label: inLanguage(group.label), schoolStages: group.schoolStages })),
      types: document.types.map((type) => ({
        key: type.key, label: inLanguage(type.label), ...(type.hint ? { hint: inLanguage(type.hint) } : {}), groups: type.groups, entrant: type.entrant,
      })),
      disclaimer: inLanguage(document.disclaimer),
      approvalNumber: document.approvalNumber ?? null,
    };
  }
}
