import { Injectable } from '@nestjs/common';
import { Audit } from '#libs/audit';
import { AccessService, type Actor } from '#libs/identity';
import { Editions, Families, Rulebooks } from '#libs/contests';
import { Clock, Database, Handles, job, Outbox, Refusal } from '#libs/platform';
import { canonicalJson, score, sha256Hex, type ScoreInput, type ScoreOutput } from '#libs/scoring';
import { proofsByEntry } from './core/row-explanation.js';
import type { AggregateAnswer } from './dto/snapshot.dto.js';

/** Why a result is worked out again; stands in the snapshot. */
export type AggregationCause = 'panelsLocked' | 'stageClosed' | 'requested' | 'entryDisqualified';

export const AggregateStage = job<{ editionId: string; stageKey: string; cause: AggregationCause }>('results.aggregate', { queue: 'scores', attempts: 5 });

/** Turns the stored sheets of a stage into a snapshot: what the engine was given and what it answered. */
@Injectable()
export class Aggregation {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly editions: Editions,
    private readonly rulebooks: Rulebooks,
    private readonly families: Families,
  ) {}

  /** A person asks for a recalculation; the job does it. */
  async request(actor: Actor, editionId: string, stageKey: string, reason: string): Promise<AggregateAnswer> {
    this.access.sees(actor, 'results.propose', { editionId });
    return this.database.transaction(async () => {
      await this.requireStage(editionId, stageKey);
      await this.enqueue(editionId, stageKey, 'requested');
      await this.audit.record({ action: 'results.aggregationRequested', subject: { type: 'edition', id: editionId }, after: { stageKey }, reason });
      return { queued: true };
    });
  }

  /** Has the stage worked out once more after this transaction; several causes before the job begins are one run. */
  enqueue(editionId: string, stageKey: string, cause: AggregationCause): Promise<string> {
    return this.outbox.add(AggregateStage, { editionId, stageKey, cause }, { dedupeKey: `${editionId}:${stageKey}` });
  }

  /**
   * Builds the input from the sheets, scores it and stores both texts with their digests. The same input again stores
   * nothing: the newest snapshot already says it.
   */
  @Handles(AggregateStage)
  async aggregate({ editionId, stageKey, cause }: { editionId: string; stageKey: string; cause: AggregationCause }): Promise<void> {
    await this.database.query(`SELECT pg_advisory_xact_lock(hashtextextended('results.snapshot ' || $1 || ' ' || $2, 0))`, [editionId, stageKey]);
    const rulebook = await this.rulebooks.of(editionId);
    const input = await this.inputOf(editionId, stageKey);
    const inputText = canonicalJson(input);
    const newest = await this.database.first<{ input: string; sequence: number }>(
      'SELECT input_sha256 AS input, sequence FROM score_snapshot WHERE edition_id = $1 AND stage_key = $2 ORDER BY sequence DESC LIMIT 1',
      [editionId, stageKey],
    );
    if (newest?.input === sha256Hex(inputText)) return;
    const output = score(input);
    const outputText = canonicalJson(output);
    const stored = await this.database.first<{ id: string }>(
      `INSERT INTO score_snapshot (edition_id, stage_key, sequence, rulebook_version_id, engine, input, output, input_sha256, output_sha256, reason, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
      [editionId, stageKey, (newest?.sequence ?? 0) + 1, rulebook.versionId, output.engine, inputText, outputText, sha256Hex(inputText), sha256Hex(outputText), cause, this.clock.now()],
    );
    const id = stored?.id ?? '';
    await this.unfold(id, output);
    await this.audit.record({
      action: 'results.aggregated', subject: { type: 'score_snapshot', id },
      after: { editionId, stageKey, inputSha256: sha256Hex(inputText), outputSha256: sha256Hex(outputText), cause },
    });
  }

  /**
   * The family's input with the prizes taken back: their entries stay in the ranking, so that nobody moves up (INN-AWARD-009).
   */
  private async inputOf(editionId: string, stageKey: string): Promise<ScoreInput> {
    const edition = await this.editions.facts(editionId);
    const input = await this.families.of(edition.family).scoreInput(editionId, stageKey);
    const revoked = await this.database.query<{ entry: string; award: string; reason: string }>(
      'SELECT entry_id AS entry, award, reason FROM revocation WHERE edition_id = $1 ORDER BY entry_id, award',
      [editionId],
    );
    if (revoked.length === 0) return input;
    const gone = new Set(revoked.map((one) => one.entry));
    return {
      ...input,
      entries: input.entries.map((entry) => (gone.has(entry.id) && entry.status === 'disqualified' ? { ...entry, status: 'active' as const } : entry)),
      revoked,
    };
  }

  private async unfold(snapshotId: string, output: ScoreOutput): Promise<void> {
    const proofs = proofsByEntry(output);
    const rows = output.groups.flatMap((group) => group.rows.map((row, index) => ({ ...row, position: index + 1, selections: proofs.get(row.entry) ?? [] })));
    await this.database.query(
      `INSERT INTO score_row (snapshot_id, entry_id, group_key, position, state, rank, tied, total, exact, stages, awards, trace, selections)
       SELECT $1, r.entry, r."group", r.position, r.state, r.rank, r.tied, r.total, r.exact, r.stages, r.awards, r.trace, r.selections
       FROM jsonb_to_recordset($2::jsonb) AS r (entry uuid, "group" text, position int, state text, rank int, tied boolean, total text, exact text,
         stages jsonb, awards jsonb, trace jsonb, selections jsonb)`,
      [snapshotId, JSON.stringify(rows)],
    );
  }

  private async requireStage(editionId: string, stageKey: string): Promise<void> {
    const { document } = await this.rulebooks.of(editionId);
    if (!document.scoring.stages.some((stage) => stage.key === stageKey)) throw new Refusal('missing', 'NOT_FOUND');
  }
}
