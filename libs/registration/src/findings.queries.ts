import { Injectable } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Database, Refusal, type Page } from '#libs/platform';
import type { FindingsSummary, LeakFindingRow, LeakQuery, SimilarityQuery, SimilarityRow, SimilarityView } from './dto/findings.dto.js';
import { scopeOf, type Conditions } from './entry-scope.js';
import { AT_PROVINCE } from './review-gate.queries.js';
import type { SimilarityDetails } from './similarities.service.js';

type Stored<T> = Omit<T, 'decidedAt' | 'foundAt'> & { decidedAt: Date | null; foundAt: Date };

const dated = <T>(row: Stored<T>): T => ({ ...row, decidedAt: row.decidedAt?.toISOString() ?? null, foundAt: row.foundAt.toISOString() }) as T;

const LEAK = `f.id, f.entry_id AS "entryId", e.entry_no AS "entryNo", e.title, e.state AS "entryState", e.version AS "entryVersion", f.source, f.material_id AS "materialId", f.field, f.page, f.kind,
  f.severity, f.word, f.occurrences, f.passages, f.source IN ('fileName', 'fact') AS scrubbed, m.name AS "fileName", m.slot, f.state, f.reason, a.name AS "decidedBy",
  f.decided_at AS "decidedAt", f.found_at AS "foundAt"`;

const work = (entry: string, edition: string, school: string): string =>
  `jsonb_build_object('id', ${entry}.id, 'entryNo', ${entry}.entry_no, 'title', ${entry}.title, 'editionName', ${edition}.name, 'year', ${edition}.year, 'schoolName', ${school}.name, 'state', ${entry}.state)`;
const PAIR = `f.id, f.kind, f.score, f.relation, ${work('e', 'ed', 'school')} AS work, ${work('o', 'oed', 'oschool')} AS other, f.state, f.note, a.name AS "decidedBy",
  f.decided_at AS "decidedAt", f.found_at AS "foundAt"`;
const PAIRS = `FROM similarity_finding f JOIN entry e ON e.id = f.entry_id JOIN org_unit school ON school.id = e.school_id JOIN edition ed ON ed.id = e.edition_id
  JOIN entry o ON o.id = f.other_id JOIN org_unit oschool ON oschool.id = o.school_id JOIN edition oed ON oed.id = o.edition_id LEFT JOIN account a ON a.id = f.decided_by`;

/** What scans found, for those who decide about it. Findings name people: nobody who judges gets them. */
@Injectable()
export class FindingQueries {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly rulebooks: Rulebooks) {}

  async leaks(actor: Actor, query: LeakQuery): Promise<Page<LeakFindingRow>> {
    const scope = this.atProvince(actor, { editionId: query.editionId, q: query.q });
    scope.add('f.state = ANY (?::text[])', (query.state ?? 'open,leak').split(','));
    if (query.severity) scope.add('f.severity = ?', query.severity);
    if (query.scrubbed) scope.add(`(f.source IN ('fileName', 'fact')) = ?`, query.scrubbed === 'yes');
    if (query.entryId) scope.add('f.entry_id = ?::uuid', query.entryId);
    const from = `FROM leak_finding f JOIN entry e ON e.id = f.entry_id JOIN org_unit school ON school.id = e.school_id LEFT JOIN material m ON m.id = f.material_id
      LEFT JOIN account a ON a.id = f.decided_by WHERE ${scope.sql}`;
    const rows = await this.database.query<Stored<LeakFindingRow>>(
      `SELECT ${LEAK} ${from} ORDER BY array_position(ARRAY['high', 'medium', 'low'], f.severity), e.entry_no, e.id, f.page NULLS FIRST, f.id LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`,
      scope.values,
    );
    return { rows: rows.map((row) => dated<LeakFindingRow>(row)), total: await this.count(from, scope), page: query.page, size: query.size };
  }

  async similarities(actor: Actor, query: SimilarityQuery): Promise<Page<SimilarityRow>> {
    const scope = this.atProvince(actor, { editionId: query.editionId, q: query.q });
    scope.add('f.state = ANY (?::text[])', (query.state ?? 'open,concern').split(','));
    if (query.kind) scope.add('f.kind = ?', query.kind);
    if (query.relation) scope.add('f.relation = ?', query.relation);
    if (query.entryId) scope.add('?::uuid IN (f.entry_id, f.other_id)', query.entryId);
    const from = `${PAIRS} WHERE ${scope.sql}`;
    const rows = await this.database.query<Stored<SimilarityRow>>(`SELECT ${PAIR} ${from} ORDER BY f.score DESC, f.id LIMIT ${query.size} OFFSET ${(query.page - 1) * query.size}`, scope.values);
    return { rows: rows.map((row) => dated<SimilarityRow>(row)), total: await this.count(from, scope), page: query.page, size: query.size };
  }

  /** One pair with its passages side by side. */
  async similarity(actor: Actor, id: string): Promise<SimilarityView> {
    const row = await this.database.first<Stored<SimilarityRow> & { editionId: string; path: string; details: SimilarityDetails; earlierYears: string[] }>(
      `SELECT ${PAIR}, e.edition_id AS "editionId", school.path::text AS path, f.details,
              ARRAY(SELECT DISTINCT past.year::text FROM entry_member mine JOIN entry_member theirs ON theirs.person_id = mine.person_id AND theirs.entry_id <> mine.entry_id
                    JOIN entry earlier ON earlier.id = theirs.entry_id AND earlier.state NOT IN ('draft', 'withdrawn') JOIN edition past ON past.id = earlier.edition_id
                    WHERE mine.entry_id = e.id AND past.year < ed.year ORDER BY 1) AS "earlierYears"
       ${PAIRS} WHERE f.id = $1`,
      [id],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, 'finding.read', { orgPath: row.path, editionId: row.editionId });
    const { details, editionId: _edition, path: _path, ...pair } = row;
    return { ...dated<SimilarityRow>(pair), earlierYears: row.earlierYears, passages: details.passages ?? [], materialId: details.materialId ?? null, otherMaterialId: details.otherMaterialId ?? null };
  }

  /** How far the scan of an edition is, and what waits for a human. */
  async summary(actor: Actor, editionId: string): Promise<FindingsSummary> {
    const scope = this.atProvince(actor, { editionId });
    const { document } = await this.rulebooks.of(editionId);
    const blocks = document.blind.blocks ?? 'none';
    const unresolved = (severity: string): string => `count(*) FILTER (WHERE f.state = 'open' AND f.severity = '${severity}')::int`;
    const row = await this.database.first<Omit<FindingsSummary, 'blocks' | 'similarOpen'>>(
      `WITH here AS (SELECT e.id, e.state, s.entry_id IS NOT NULL AS scanned FROM entry e JOIN org_unit school ON school.id = e.school_id LEFT JOIN entry_scan s ON s.entry_id = e.id WHERE ${scope.sql}),
            f AS (SELECT leak.*, here.state IN ('prefecture_recommended', 'eligible') AS coming FROM leak_finding leak JOIN here ON here.id = leak.entry_id)
       SELECT (SELECT count(*)::int FROM here) AS entries, (SELECT count(*)::int FROM here WHERE scanned) AS scanned,
              count(DISTINCT f.entry_id) FILTER (WHERE f.coming AND f.state IN ('open', 'leak') AND f.source NOT IN ('fileName', 'fact')
                AND ('${blocks}' = 'all' OR ('${blocks}' = 'high' AND f.severity = 'high')))::int AS blocking,
              ${unresolved('high')} AS "openHigh", ${unresolved('medium')} AS "openMedium", ${unresolved('low')} AS "openLow",
              count(*) FILTER (WHERE f.state = 'leak')::int AS confirmed FROM f`,
      scope.values,
    );
    const similar = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count ${PAIRS} WHERE ${scope.sql} AND f.state = 'open'`, scope.values);
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    return { ...row, blocks, similarOpen: similar?.count ?? 0 };
  }

  /** Over `entry e JOIN org_unit school`: entries of the caller's area that the province has in hand, or has sent back. */
  private atProvince(actor: Actor, query: { editionId: string; q?: string }): Conditions {
    const scope = scopeOf(this.access, actor, query, 'finding.read');
    scope.add(`(e.state = ANY (?::text[]) OR (e.state IN ('returned', 'submitted', 'school_approved', 'county_recommended') AND e.returned_by = 'province'))`, AT_PROVINCE);
    return scope;
  }

  private async count(from: string, scope: Conditions): Promise<number> {
    return (await this.database.first<{ count: number }>(`SELECT count(*)::int AS count ${from}`, scope.values))?.count ?? 0;
  }
}
