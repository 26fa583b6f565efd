import { Flag, Id, Instant, OneOf, PageQuery, Text, Texts } from '#libs/platform';
import { COMMENT_DECISIONS, COMMENT_PARTS, COMMENT_STATES, type CommentDecisionWord, type CommentPart, type CommentState } from '../core/comment-states.js';

export class HeldCommentQuery extends PageQuery {
  @Flag({ optional: true, description: 'Only those that wait for a decision.' }) open?: boolean;
}

export class HeldComment {
  @Id() id: string;
  @Id() panelId: string;
  @Text() panel: string;
  @Text() code: string;
  @Text() judge: string;
  @OneOf(COMMENT_PARTS) part: CommentPart;
  @OneOf(COMMENT_STATES) state: CommentState;
  @Text() comment: string;
  @Texts({ description: 'What was found in it; whose it is, is not said.' }) words: string[];
  @Flag({ description: 'The sheet has not been handed in anew since.' }) newest: boolean;
  @Instant() checkedAt: string;
  @Text({ nullable: true }) reason: string | null;
  @Text({ nullable: true }) decidedBy: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
}

export class CommentDecision {
  @OneOf(COMMENT_DECISIONS) decision: CommentDecisionWord;
  @Text({ min: 2, max: 500 }) reason: string;
}
