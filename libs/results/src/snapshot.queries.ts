import { Injectable } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { AccessService, type Actor } from '#libs/identity';
import { Database, likePattern, Refusal, type Page } from '#libs/platform';
import { canonicalInput, fingerprint, type ScoreInput, type ScoreOutput } from '#libs/scoring';
import { Derivations } from './derivations.service.js';
import type { ResultQuery, SnapshotBundle, SnapshotDetail, SnapshotRow, SnapshotView } from './dto/snapshot.dto.js';
import { summaryOf } from './result-summary.js';
import { ResultLabels } from './result-labels.js';
import { ResultsScope } from './results-scope.service.js';
import { ROW_ENTRY, STORED_ROW, type StoredRow } from './stored-rows.js';

interface SnapshotHead {
  id: string;
  editionId: string;
  stageKey: string;
  sequence: number;
  rulebookVersionId: string;
  engine: string;
  inputSha256: string;
  outputSha256: string;
  reason: string;
  createdAt: Date;
  latest: boolean;
}

const HEAD = `s.id, s.edition_id AS "editionId", s.stage_key AS "stageKey", s.sequence, s.rulebook_version_id AS "rulebookVersionId", s.engine,
  s.input_sha256 AS "inputSha256", s.output_sha256 AS "outputSha256", s.reason, s.created_at AS "createdAt",
  s.sequence = (SELECT max(n.sequence) FROM score_snapshot n WHERE n.edition_id = s.edition_id AND n.stage_key = s.stage_key) AS latest`;

@Injectable()
export class SnapshotQueries {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly rulebooks: Rulebooks,
    private readonly derivations: Derivations,
    private readonly scope: ResultsScope,
  ) {}

  async list(actor: Actor, editionId: string, stageKey: string): Promise<SnapshotView[]> {
    this.access.sees(actor, 'results.read', { editionId });
    const rows = await this.database.query<SnapshotHead>(
      `SELECT ${HEAD} FROM score_snapshot s WHERE s.edition_id = $1 AND s.stage_key = $2 ORDER BY s.sequence DESC`,
      [editionId, stageKey],
    );
    return rows.map(viewOf);
  }

  async detail(actor: Actor, id: string): Promise<SnapshotDetail> {
    const head = await this.head(actor, id, 'results.read');
    const stored = await this.database.first<{ output: string }>('SELECT output FROM score_snapshot WHERE id = $1', [id]);
    const { document } = await this.rulebooks.version(head.rulebookVersionId);
    const summary = summaryOf(JSON.parse(stored?.output ?? '{}') as ScoreOutput, new ResultLabels(document));
    return { ...viewOf(head), ...(await this.scope.narrowed(actor, head.editionId, id, summary)) };
  }

  async rows(actor: Actor, id: string, query: ResultQuery): Promise<Page<SnapshotRow>> {
    const head = await this.head(actor, id, 'results.read');
    const { document } = await this.rulebooks.version(head.rulebookVersionId);
    const mainAward = document.scoring.awards?.[0]?.key ?? '';
    const where = `r.snapshot_id = $1 AND ($2::text IS NULL OR r.group_key = $2) AND ($3::text IS NULL OR r.state = $3)
      AND ($4::text IS NULL OR coalesce(r.awards->>$5, 'none') = $4) AND ($6::text IS NULL OR e.title ILIKE $6 OR e.entry_no ILIKE $6 OR school.name ILIKE $6)
      AND prefecture.path <@ ANY ($7::ltree[])`;
    const values = [id, query.group ?? null, query.state ?? null, query.award ?? null, mainAward, likePattern(query.q),
      this.scope.paths(actor, head.editionId)];
    const counted = await this.database.first<{ total: number }>(`SELECT count(*)::int AS total FROM score_row r ${ROW_ENTRY} WHERE ${where}`, values);
    const rows = await this.database.query<StoredRow>(
      `SELECT ${STORED_ROW} FROM score_row r ${ROW_ENTRY} WHERE ${where} ORDER BY r.group_key, r.position LIMIT $8 OFFSET $9`,
      [...values, query.size, (query.page - 1) * query.size],
    );
    const labels = new ResultLabels(document);
    const told = await this.derivations.forOffice(rows, document.scoring, this.scope.isWhole(actor, head.editionId));
    return {
      rows: rows.map((row, index) => {
        const { stages, awards: _awards, trace: _trace, selections: _selections, ...rest } = row;
        return {
          ...rest,
          groupLabel: labels.rankingGroup(row.group),
          stages: Object.entries(stages).map(([stage, found]) => ({ stage, state: found.state, score: found.score, raw: found.raw })),
          explanation: told[index] ?? '',
        };
      }),
      total: counted?.total ?? 0,
      page: query.page,
      size: query.size,
    };
  }

  /** Everything an outsider needs to work the result out again, in the form that `qingsai verify` reads. */
  async bundle(actor: Actor, id: string): Promise<SnapshotBundle> {
    const { editionId } = await this.head(actor, id, 'results.verify');
    this.access.throughout(actor, 'results.verify', editionId);
    const texts = await this.database.first<{ input: string; output: string }>('SELECT input, output FROM score_snapshot WHERE id = $1', [id]);
    const input = JSON.parse(texts?.input ?? '{}') as ScoreInput;
    const output = JSON.parse(texts?.output ?? '{}') as ScoreOutput;
    return {
      format: 'qingsai-bundle/1',
      engine: output.engine,
      rulebookVersion: input.rulebookVersion,
      input: canonicalInput(input) as ScoreInput & Record<string, unknown>,
      output: output as ScoreOutput & Record<string, unknown>,
      ...fingerprint(input, output),
      signatures: [],
    };
  }

  private async head(actor: Actor, id: string, permission: 'results.read' | 'results.verify'): Promise<SnapshotHead> {
    const head = await this.database.first<SnapshotHead>(`SELECT ${HEAD} FROM score_snapshot s WHERE s.id = $1`, [id]);
    if (!head) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, permission, { editionId: head.editionId });
    return head;
  }
}

const viewOf = (head: SnapshotHead): SnapshotView => ({ ...head, createdAt: head.createdAt.toISOString() });
