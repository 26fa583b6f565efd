import { Flag, Id, Instant, Json, ListOf, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';

export const ROW_STATES = ['ranked', 'absent', 'disqualified', 'withdrawn', 'noResult', 'insufficient', 'pending'] as const;

export class AggregateRequest {
  @Text({ min: 2, max: 500 }) reason: string;
}

export class AggregateAnswer {
  @Flag({ description: 'The calculation waits in the queue; the snapshot appears in the list when it is done.' }) queued: boolean;
}

export class SnapshotView {
  @Id() id: string;
  @Id() editionId: string;
  @Text() stageKey: string;
  @Whole() sequence: number;
  @Id() rulebookVersionId: string;
  @Text() engine: string;
  @Text() inputSha256: string;
  @Text() outputSha256: string;
  @Text() reason: string;
  @Instant() createdAt: string;
  @Flag({ description: 'The newest of its stage.' }) latest: boolean;
}

export class GroupCounts {
  @Text() group: string;
  @Text() label: string;
  @Whole() entries: number;
  @Whole() ranked: number;
  @Whole() absent: number;
  @Whole() disqualified: number;
  @Whole() withdrawn: number;
  @Whole() unresolved: number;
}

export class TieView {
  @Text() group: string;
  @Whole() rank: number;
  @Texts() entries: string[];
  @Flag() playOff: boolean;
}

export class CutView {
  @Text() group: string;
  @Text() award: string;
  @Text() level: string;
  @Texts() entries: string[];
  @OneOf(['expand', 'shrink', 'report']) policy: string;
  @Whole() places: number;
}

export class LevelView {
  @Text() group: string;
  @Text() award: string;
  @Text() level: string;
  @Text() label: string;
  @Whole({ nullable: true, description: 'Places; null where a line decides.' }) seats: number | null;
  @Whole() awarded: number;
  @Text({ nullable: true, description: 'Lowest value that still won.' }) line: string | null;
}

export class ScreenView {
  @Text() group: string;
  @Text() stage: string;
  @Id() entry: string;
  @OneOf(['range', 'sd']) kind: string;
  @Text() value: string;
  @Text() limit: string;
}

export class CorrectedJudge {
  @Text({ description: 'Id of the judge.' }) judge: string;
  @Whole() entries: number;
  @Text({ description: 'Mean of the raw scores.' }) mean: string;
  @Text({ nullable: true, description: 'What the model took off, in points.' }) effect: string | null;
  @Texts() flags: string[];
}

/** How the scores of a stage were corrected for their judges, as the rulebook named it. */
export class CorrectionView {
  @Text() group: string;
  @Text() stage: string;
  @Text() method: string;
  @Whole({ description: 'Parts of the design that share no judge.' }) parts: number;
  @Json({ description: 'Diagnostics of the method, e.g. variances and reliability of the mixed model.' }) facts: Record<string, unknown>;
  @ListOf(() => CorrectedJudge) judges: CorrectedJudge[];
}

export class SnapshotDetail extends SnapshotView {
  @ListOf(() => GroupCounts) groups: GroupCounts[];
  @ListOf(() => TieView) ties: TieView[];
  @ListOf(() => CutView) cuts: CutView[];
  @ListOf(() => LevelView) levels: LevelView[];
  @ListOf(() => ScreenView) screens: ScreenView[];
  @ListOf(() => CorrectionView) corrections: CorrectionView[];
}

export class ResultQuery extends PageQuery {
  @Text({ max: 80, optional: true }) group?: string;
  @OneOf(ROW_STATES, { optional: true }) state?: string;
  @Text({ max: 80, optional: true, description: 'Key of a prize, or "none".' }) award?: string;
}

export class StageScoreView {
  @Text() stage: string;
  @OneOf(['ok', 'noResult', 'insufficient', 'pending', 'missing']) state: string;
  @Text({ nullable: true }) score: string | null;
  @Text({ nullable: true, description: 'Without judge correction.' }) raw: string | null;
}

export class SnapshotRow {
  @Id() entryId: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() title: string;
  @Text() school: string;
  @Text() prefecture: string;
  @Text() group: string;
  @Text() groupLabel: string;
  @Whole() position: number;
  @OneOf(ROW_STATES) state: string;
  @Whole({ nullable: true }) rank: number | null;
  @Flag() tied: boolean;
  @Text({ nullable: true }) total: string | null;
  @Text({ nullable: true }) exact: string | null;
  @ListOf(() => StageScoreView) stages: StageScoreView[];
  @Text({ description: 'How the result came about, in the language of the request.' }) explanation: string;
}

export class BundleSignatureView {
  @Text() signer: string;
  @Text() algorithm: string;
  @Text() publicKey: string;
  @Text() signature: string;
}

/** A result with all it was calculated from (ResultBundle of the scoring library). */
export class SnapshotBundle {
  @Text() format: string;
  @Text() engine: string;
  @Text() rulebookVersion: string;
  @Json({ description: 'Input of the scoring engine, its lists in canonical order.' }) input: Record<string, unknown>;
  @Json({ description: 'What the engine answered.' }) output: Record<string, unknown>;
  @Text({ description: 'SHA-256 of the canonical JSON of the input.' }) inputHash: string;
  @Text({ description: 'SHA-256 of the canonical JSON of the output.' }) outputHash: string;
  @ListOf(() => BundleSignatureView) signatures: BundleSignatureView[];
}

export class Recomputation {
  @Id() snapshotId: string;
  @Flag() same: boolean;
  @Text() storedSha256: string;
  @Text() computedSha256: string;
  @Flag({ description: 'The posted rows still have the digest they were posted with.' }) rowsIntact: boolean;
  @Whole({ description: 'Posted rows whose prize, rank or total differs from the recomputed result and the jury decisions.' }) mismatches: number;
  @Whole() rows: number;
}
