import { Injectable } from '@nestjs/common';
import { AccessService, type Actor } from '#libs/identity';
import { Database, Refusal } from '#libs/platform';
import { canonicalJson, hashOf, score, sha256Hex, type ScoreInput, type ScoreOutput } from '#libs/scoring';
import { FINALIST, proposedRows } from './core/proposal-rows.js';
import type { ProposalKind } from './core/proposal-state.js';
import type { Recomputation } from './dto/snapshot.dto.js';
import { PostedRows, type PostedRow } from './posted-rows.queries.js';

interface StoredPublication {
  editionId: string;
  kind: ProposalKind;
  digest: string;
  proposalId: string;
  snapshotId: string;
  input: string;
  output: string;
}

/** Works a published result out again from its stored input, for whoever does not want to believe. Changes nothing. */
@Injectable()
export class Recomputations {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly posted: PostedRows) {}

  async forActor(actor: Actor, publicationId: string): Promise<Recomputation> {
    const found = await this.database.first<{ editionId: string }>('SELECT edition_id AS "editionId" FROM publication WHERE id = $1', [publicationId]);
    if (!found) throw new Refusal('missing', 'NOT_FOUND');
    this.access.sees(actor, 'results.verify', { editionId: found.editionId });
    return this.recomputePublication(publicationId);
  }

  /**
   * Scores the stored input again and compares with the stored output byte for byte; then compares every posted row with what
   * the recomputed result and the jury's decisions give it, and the posted rows with their digest.
   */
  async recomputePublication(publicationId: string): Promise<Recomputation> {
    const stored = await this.database.first<StoredPublication>(
      `SELECT p.edition_id AS "editionId", p.kind, p.digest, p.proposal_id AS "proposalId", s.id AS "snapshotId", s.input, s.output
       FROM publication p JOIN score_snapshot s ON s.id = p.snapshot_id WHERE p.id = $1`,
      [publicationId],
    );
    if (!stored) throw new Refusal('missing', 'NOT_FOUND');
    const input = JSON.parse(stored.input) as ScoreInput;
    const output = score(input);
    const text = canonicalJson(output);
    const rows = await this.posted.stored(publicationId);
    return {
      snapshotId: stored.snapshotId,
      same: text === stored.output,
      storedSha256: sha256Hex(stored.output),
      computedSha256: sha256Hex(text),
      rowsIntact: hashOf(rows) === stored.digest,
      mismatches: await this.mismatches(stored, input, output, rows),
      rows: rows.length,
    };
  }

  private async mismatches(stored: StoredPublication, input: ScoreInput, output: ScoreOutput, rows: PostedRow[]): Promise<number> {
    const decisions = await this.database.query<{ entry: string; award: string | null }>(
      'SELECT DISTINCT ON (entry_id) entry_id AS entry, award FROM jury_decision WHERE proposal_id = $1 ORDER BY entry_id, decided_at DESC',
      [stored.proposalId],
    );
    const decided = new Map(decisions.map(({ entry, award }) => [entry, award]));
    const expected = new Map(
      proposedRows(output, stored.kind, input.rules.awards?.[0]?.key ?? null).flatMap((row) => {
        const admitted = stored.kind === 'shortlist' && row.computed === null && decided.get(row.entry) === FINALIST;
        const award = admitted || (row.leftToJury && decided.has(row.entry)) ? decided.get(row.entry) : row.computed;
        return award === null || award === undefined ? [] : [[row.entry, { award, rank: row.rank, total: row.total }] as const];
      }),
    );
    const wrong = rows.filter((row) => {
      const right = expected.get(row.entryId);
      return !right || right.award !== row.award || right.rank !== row.rank || right.total !== row.total;
    });
    const missing = [...expected.keys()].filter((entry) => !rows.some((row) => row.entryId === entry));
    return wrong.length + missing.length;
  }
}
