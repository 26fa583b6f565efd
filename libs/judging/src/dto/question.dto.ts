import { Flag, Id, Instant, Json, ListOf, Numeric, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
import { QUESTION_KINDS, QUESTION_OUTCOMES, type QuestionOutcome } from '../core/question-kinds.js';

export class ScreeningAsked {
  @Id({ description: 'For asking how far it is.' }) jobId: string;
}

/** One judge's figures against the others (judging mathematics 5). */
export class ScreenedJudge {
  @Id() judge: string;
  @Text() name: string;
  @Whole() entries: number;
  @Numeric({ description: 'Points above the others; below 0 is severe.' }) severity: number;
  @Numeric({ description: '95 % interval.' }) low: number;
  @Numeric() high: number;
  @Numeric({ description: 'Standard deviation of the scores.' }) spread: number;
  @Numeric({ nullable: true, description: 'Correlation with what the others predict.' }) agreement: number | null;
  @Numeric({ description: 'About 1 when the scores are as exact as those of the others.' }) outfit: number;
  @Numeric({ nullable: true, description: 'Change per ten sheets, in standard deviations.' }) drift: number | null;
  @Numeric({ nullable: true, description: 'Spread between criteria of one sheet.' }) halo: number | null;
  @Numeric({ nullable: true, description: 'Typical seconds for a sheet.' }) seconds: number | null;
  @Texts() flags: string[];
}

export class ScreeningView {
  @Instant({ nullable: true, description: 'Null: never worked out.' }) madeAt: string | null;
  @Whole() sheets: number;
  @ListOf(() => ScreenedJudge) judges: ScreenedJudge[];
}

export class QuestionQuery extends PageQuery {
  @Flag({ optional: true, description: 'Only those without an answer.' }) open?: boolean;
}

export class QuestionRow {
  @Id() id: string;
  @OneOf(QUESTION_KINDS) kind: string;
  @OneOf(['leader', 'office']) askedOf: string;
  @Id({ nullable: true }) panelId: string | null;
  @Text({ nullable: true }) panel: string | null;
  @Id({ nullable: true }) judgeId: string | null;
  @Text({ nullable: true }) judge: string | null;
  @Text({ nullable: true }) otherJudge: string | null;
  @Text({ nullable: true }) code: string | null;
  @Json({ description: 'Figures the question rests on.' }) evidence: Record<string, unknown>;
  @Instant() askedAt: string;
  @Instant({ nullable: true, description: 'The scores raise it no longer.' }) settledAt: string | null;
  @OneOf(QUESTION_OUTCOMES, { nullable: true }) outcome: string | null;
  @Text({ nullable: true }) answer: string | null;
  @Text({ nullable: true }) answeredBy: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
}

export class QuestionAnswer {
  @OneOf(QUESTION_OUTCOMES) outcome: QuestionOutcome;
  @Text({ min: 5, max: 2000 }) answer: string;
}

/** What a group leader is asked: a code and how far apart its scores lie; no score and no name. */
export class LeaderQuestion {
  @Id() id: string;
  @Id() panelId: string;
  @Text() panel: string;
  @Text() code: string;
  @Json() evidence: Record<string, unknown>;
  @Instant() askedAt: string;
  @OneOf(QUESTION_OUTCOMES, { nullable: true }) outcome: string | null;
  @Text({ nullable: true }) answer: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
}
