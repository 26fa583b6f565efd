import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { Quotas, Rulebooks, type Level } from '#libs/contests';
import { AccessService, dayInChina, type Actor } from '#libs/identity';
import { Clock, currentContext, Database, documentHash, Documents, printedList, Refusal, text, type PrintedList } from '#libs/platform';
import type { SubstitutesQuery } from './dto/substitute.dto.js';

interface ListedEntry {
  entryNo: string | null;
  authorisationNo: string | null;
  rank: number | null;
  title: string;
  groupKey: string | null;
  discipline: string | null;
  members: string[];
  coaches: string[];
  schoolName: string;
  countyName: string;
  sha256: string | null;
}

const FROM_PREFECTURE = ['prefecture_recommended', 'eligible', 'in_review', 'finalist', 'not_shortlisted', 'absent', 'final_scored', 'awarded', 'in_notice', 'confirmed'];
const SENT_ON: Partial<Record<Level, { unit: string; rank: string; states: string[] }>> = {
  county: { unit: 'county_id', rank: 'county_rank', states: ['county_recommended', ...FROM_PREFECTURE] },
  prefecture: { unit: 'prefecture_id', rank: 'prefecture_rank', states: FROM_PREFECTURE },
};
const HASH_SHOWN = 12;

/** The list of what a unit recommends, to be printed, stamped and sent: its hash on every page ties the paper to the record. */
@Injectable()
export class RecommendationLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly access: AccessService,
    private readonly rulebooks: Rulebooks,
    private readonly quotas: Quotas,
    private readonly documents: Documents,
  ) {}

  /** The PDF. Every printing is in the audit log with the hash. Refuses LIST_EMPTY where nothing has been recommended. */
  async print(actor: Actor, query: SubstitutesQuery): Promise<{ content: Buffer; name: string }> {
    const unit = await this.database.first<{ path: string; name: string }>('SELECT path::text AS path, name FROM org_unit WHERE id = $1 AND kind = $2', [query.unitId, query.level]);
    if (!unit) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, 'entry.export', { orgPath: unit.path, editionId: query.editionId });
    const entries = await this.entries(query);
    if (entries.length === 0) throw new Refusal('conflict', 'LIST_EMPTY');
    const list = await this.listOf(query, unit.name, entries);
    const sha256 = documentHash(printedList.name, list);
    await this.audit.record({ action: 'recommendation.listPrinted', subject: { type: 'org_unit', id: query.unitId }, after: { editionId: query.editionId, level: query.level, type: query.type, rows: entries.length, sha256 } });
    return { content: await this.documents.render(printedList, list), name: `${text('lists.recommendation.fileName')}-${sha256.slice(0, HASH_SHOWN)}.pdf` };
  }

  private async listOf(query: SubstitutesQuery, unitName: string, entries: ListedEntry[]): Promise<PrintedList> {
    const { document } = await this.rulebooks.of(query.editionId);
    const edition = await this.database.first<{ name: string }>('SELECT name FROM edition WHERE id = $1', [query.editionId]);
    const { language } = currentContext();
    const label = (list: { key: string; label: { zh: string; en: string } }[], key: string | null): string => list.find((one) => one.key === key)?.label[language] ?? '';
    const word = (key: string, params?: Record<string, string | number>): string => text(`lists.recommendation.${key}`, params);
    const places = await this.quotas.state(query.editionId, query.level as Level, query.unitId, query.type);
    const limit = [query.type, '*'].map((type) => places.find((row) => row.entryType === type && row.places !== null)).find((row) => row !== undefined);
    return {
      title: word('title', { unit: unitName, edition: edition?.name ?? '' }),
      subtitle: word('subtitle', { type: label(document.types, query.type), count: entries.length, places: limit?.places ?? word('noLimit') }),
      landscape: true,
      columns: [
        { title: word('no'), width: 0.5, align: 'center' }, { title: word('entryNo'), width: 1.3 }, { title: word('authorisationNo'), width: 1.7 }, { title: word('entry'), width: 3 },
        { title: word('group'), width: 1.2 }, { title: word('discipline'), width: 1.3 }, { title: word('members'), width: 1.8 }, { title: word('coaches'), width: 1.3 }, { title: word('school'), width: 2.2 }, { title: word('sha256'), width: 1.5 },
      ],
      rows: entries.map((entry, index) => [
        String(entry.rank ?? index + 1), entry.entryNo ?? '', entry.authorisationNo ?? '', entry.title, label(document.groups, entry.groupKey), label(document.disciplines, entry.discipline), entry.members.join(' '), entry.coaches.join(' '),
        query.level === 'prefecture' ? `${entry.countyName} ${entry.schoolName}` : entry.schoolName, (entry.sha256 ?? '').slice(0, HASH_SHOWN),
      ]),
      notes: [word('note')],
      stamp: { organisation: unitName, date: dayInChina(this.clock.now()) },
    };
  }

  private entries({ editionId, level, unitId, type }: SubstitutesQuery): Promise<ListedEntry[]> {
    const rule = SENT_ON[level as Level];
    if (!rule) throw new Refusal('unprocessable', 'RANKING_LEVEL');
    return this.database.query<ListedEntry>(
      `SELECT e.entry_no AS "entryNo", e.authorisation_no AS "authorisationNo", e.${rule.rank} AS rank, e.title, e.group_key AS "groupKey", e.discipline, e.content_sha256 AS sha256,
              school.name AS "schoolName", county.name AS "countyName",
              ARRAY(SELECT p.name FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = e.id ORDER BY m.position) AS members,
              ARRAY(SELECT p.name FROM entry_coach c JOIN person p ON p.id = c.person_id WHERE c.entry_id = e.id ORDER BY c.position) AS coaches
       FROM entry e JOIN org_unit school ON school.id = e.school_id JOIN org_unit county ON county.id = e.county_id
       WHERE e.edition_id = $1 AND e.type = $2 AND e.${rule.unit} = $3 AND e.state = ANY ($4::text[]) ORDER BY e.${rule.rank} NULLS LAST, e.entry_no, e.id LIMIT 2000`,
      [editionId, type, unitId, rule.states],
    );
  }
}
