import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { QuestionKind, QuestionOutcome } from '../core/question-kinds.js';

/** Something in the scores that a person should look at, and what that person found. Never changes a score. */
@Entity('judging_question')
export class JudgingQuestion {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'edition_id' }) editionId: string;
  @Column({ type: 'text', name: 'stage_key' }) stageKey: string;
  @Column({ type: 'uuid', name: 'panel_id', nullable: true }) panelId: string | null;
  @Column({ type: 'text' }) kind: QuestionKind;
  @Column({ type: 'text', name: 'asked_of' }) askedOf: 'leader' | 'office';
  @Column({ type: 'uuid', name: 'judge_id', nullable: true }) judgeId: string | null;
  @Column({ type: 'uuid', name: 'other_judge_id', nullable: true }) otherJudgeId: string | null;
  @Column({ type: 'uuid', name: 'code_id', nullable: true }) codeId: string | null;
  @Column({ type: 'jsonb' }) evidence: Record<string, number | string>;
  @Column({ type: 'timestamptz', name: 'asked_at' }) askedAt: Date;
  /** No longer to be seen in the scores, without an answer. */
  @Column({ type: 'timestamptz', name: 'settled_at', nullable: true }) settledAt: Date | null;
  @Column({ type: 'text', nullable: true }) outcome: QuestionOutcome | null;
  @Column({ type: 'text', nullable: true }) answer: string | null;
  @Column({ type: 'uuid', name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column({ type: 'timestamptz', name: 'answered_at', nullable: true }) answeredAt: Date | null;
}
