import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { editionNameOf, Rulebooks } from '#libs/contests';
import { currentContext, Database, likePattern, Refusal } from '#libs/platform';
import type { PublicList, PublicListIndex, PublicListPage, PublicListQuery, PublicRow } from './dto/publication.dto.js';
import type { PostedRow } from './posted-rows.queries.js';
import { awardOrder, ResultLabels } from './result-labels.js';

/** What caching needs of the reply. */
export interface CacheReply {
  header(name: string, value: string): CacheReply;
  status(code: number): CacheReply;
}

interface Posted {
  id: string;
  editionName: string;
  kind: 'shortlist' | 'awards';
  version: number;
  state: 'in_notice' | 'confirmed';
  correction: string | null;
  digest: string;
  postedAt: Date;
  noticeClosesAt: Date;
  confirmedAt: Date | null;
  printReady: boolean;
  versionId: string;
}

const postedLists = (): string => `SELECT p.id, ${editionNameOf('e')} AS "editionName", p.kind, p.version, p.state, p.correction, p.digest, p.posted_at AS "postedAt",
  p.notice_closes_at AS "noticeClosesAt", p.confirmed_at AS "confirmedAt",
  EXISTS (SELECT 1 FROM publication_print pr WHERE pr.publication_id = p.id) AS "printReady", p.rulebook_version_id AS "versionId"
  FROM publication p JOIN edition e ON e.id = p.edition_id`;

/** Pages of posted rows kept for the many who ask for the same one; posted rows never change. */
const KEPT_PAGES = 300;

const ROW = `position, entry_no AS "entryNo", type, group_key AS "group", discipline, title, members, coaches, school, prefecture, award`;

/** What of a posted row is for everyone. */
export type PublicRowFacts = Omit<PostedRow, 'entryId' | 'rank' | 'total'>;

/** All posted rows of a list, without what the public does not see. */
@Injectable()
export class PublicRows {
  constructor(private readonly database: Database) {}

  all(publicationId: string): Promise<PublicRowFacts[]> {
    return this.database.query<PublicRowFacts>(`SELECT ${ROW} FROM publication_row WHERE publication_id = $1 ORDER BY position`, [publicationId]);
  }
}

/** Posted lists for everyone. Reads nothing but what was posted. */
@Injectable()
export class PublicResults {
  private readonly pages = new Map<string, PublicListPage>();

  constructor(private readonly database: Database, private readonly rulebooks: Rulebooks) {}

  async index(reply: CacheReply, known: string | undefined): Promise<PublicListIndex[] | undefined> {
    const rows = await this.database.query<Omit<PublicListIndex, 'postedAt' | 'noticeClosesAt'> & { postedAt: Date; noticeClosesAt: Date }>(
      `SELECT p.edition_id AS "editionId", ${editionNameOf('e')} AS "editionName", e.year, p.kind, p.version, p.state, p.posted_at AS "postedAt", p.notice_closes_at AS "noticeClosesAt",
         (SELECT count(*)::int FROM publication_row r WHERE r.publication_id = p.id) AS rows
       FROM publication p JOIN edition e ON e.id = p.edition_id WHERE p.state <> 'superseded' ORDER BY p.posted_at DESC, p.id`,
    );
    const tag = tagOf(...rows.map((row) => `${row.editionId} ${row.kind} ${row.version} ${row.state} ${row.editionName}`));
    if (isKnown(reply, tag, known)) return undefined;
    return rows.map((row) => ({ ...row, postedAt: row.postedAt.toISOString(), noticeClosesAt: row.noticeClosesAt.toISOString() }));
  }

  async list(editionId: string, kind: string, reply: CacheReply, known: string | undefined): Promise<PublicList | undefined> {
    const posted = await this.posted(editionId, kind);
    if (isKnown(reply, tagOf(posted.digest, posted.version, posted.state, posted.editionName, String(posted.printReady), currentContext().language), known, posted.printReady ? 60 : 5)) return undefined;
    const rulebook = await this.rulebooks.version(posted.versionId);
    const labels = new ResultLabels(rulebook.document);
    const order = awardOrder(rulebook.document);
    const counts = await this.database.query<{ award: string; count: number }>(
      'SELECT award, count(*)::int AS count FROM publication_row WHERE publication_id = $1 GROUP BY award',
      [posted.id],
    );
    const prefectures = await this.database.query<{ name: string }>('SELECT DISTINCT prefecture AS name FROM publication_row WHERE publication_id = $1 ORDER BY name', [posted.id]);
    return {
      publicationId: posted.id,
      editionId,
      editionName: posted.editionName,
      kind: posted.kind,
      version: posted.version,
      state: posted.state,
      correction: posted.correction,
      postedAt: posted.postedAt.toISOString(),
      noticeClosesAt: posted.noticeClosesAt.toISOString(),
      confirmedAt: posted.confirmedAt?.toISOString() ?? null,
      digest: posted.digest,
      printReady: posted.printReady,
      rulebookNumber: rulebook.version,
      rulebookSha256: rulebook.sha256,
      disclaimer: rulebook.document.disclaimer[currentContext().language],
      counts: counts
        .sort((a, b) => order.indexOf(a.award) - order.indexOf(b.award))
        .map(({ award, count }) => ({ award, label: labels.award(award) ?? award, count })),
      prefectures: prefectures.map(({ name }) => name),
    };
  }

  async rows(editionId: string, query: PublicListQuery, reply: CacheReply, known: string | undefined): Promise<PublicListPage | undefined> {
    const posted = await this.posted(editionId, query.kind);
    const tag = tagOf(posted.id, posted.digest, posted.state, currentContext().language, JSON.stringify(query));
    if (isKnown(reply, tag, known)) return undefined;
    const kept = this.pages.get(tag);
    if (kept) return kept;
    const page = await this.page(posted, query);
    // What somebody typed is rarely asked again.
    if (query.q === undefined) {
      if (this.pages.size >= KEPT_PAGES) this.pages.delete(this.pages.keys().next().value ?? '');
      this.pages.set(tag, page);
    }
    return page;
  }

  private async page(posted: Posted, query: PublicListQuery): Promise<PublicListPage> {
    const where = `publication_id = $1 AND ($2::text IS NULL OR award = $2) AND ($3::text IS NULL OR type = $3) AND ($4::text IS NULL OR group_key = $4)
      AND ($5::text IS NULL OR discipline = $5) AND ($6::text IS NULL OR prefecture = $6)
      AND ($7::text IS NULL OR title ILIKE $7 OR school ILIKE $7 OR entry_no ILIKE $7 OR members::text ILIKE $7)`;
    const values = [posted.id, query.award ?? null, query.type ?? null, query.group ?? null, query.discipline ?? null, query.prefecture ?? null, likePattern(query.q)];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM publication_row WHERE ${where}`, values);
    const rows = await this.database.query<PublicRowFacts>(
      `SELECT ${ROW} FROM publication_row WHERE ${where} ORDER BY position LIMIT $8 OFFSET $9`,
      [...values, query.size, (query.page - 1) * query.size],
    );
    const labels = new ResultLabels((await this.rulebooks.version(posted.versionId)).document);
    return { rows: rows.map((row) => publicRow(row, labels)), total: counted?.total ?? 0, page: query.page, size: query.size };
  }

  private async posted(editionId: string, kind: string): Promise<Posted> {
    const row = await this.database.first<Posted>(`${postedLists()} WHERE p.edition_id = $1 AND p.kind = $2 AND p.state <> 'superseded'`, [editionId, kind]);
    if (!row) throw new Refusal('missing', 'NOT_PUBLISHED');
    return row;
  }
}

/** A posted row with its labels, in the language of the context. */
export const publicRow = (row: PublicRowFacts, labels: ResultLabels): PublicRow => ({
  position: row.position,
  entryNo: row.entryNo,
  type: row.type,
  typeLabel: labels.type(row.type),
  group: row.group,
  groupLabel: labels.group(row.group),
  discipline: row.discipline,
  disciplineLabel: labels.discipline(row.discipline),
  title: row.title,
  members: row.members,
  coaches: row.coaches,
  school: row.school,
  prefecture: row.prefecture,
  award: row.award,
  awardLabel: labels.award(row.award) ?? row.award,
});

const tagOf = (...parts: (string | number)[]): string => `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27)}"`;

/** Sets the caching headers; true when the reader has this answer already (304 is set then). */
function isKnown(reply: CacheReply, tag: string, known: string | undefined, seconds = 60): boolean {
  reply.header('etag', tag).header('cache-control', `public, max-age=${seconds}`).header('vary', 'accept-language, accept-encoding');
  const same = known?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
  if (same) reply.status(304);
  return same;
}
