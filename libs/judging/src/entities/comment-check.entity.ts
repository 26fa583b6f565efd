import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CommentPart, CommentState } from '../core/comment-states.js';

/** What the comparison with the true names found in a comment of a sheet that was handed in, and what the secretariat decided. */
@Entity('comment_check')
export class CommentCheck {
  @PrimaryGeneratedColumn('uuid') id: string;
  @Column({ type: 'uuid', name: 'assignment_id' }) assignmentId: string;
  @Column({ type: 'int' }) version: number;
  @Column({ type: 'text' }) part: CommentPart;
  @Column({ type: 'text' }) state: CommentState;
  /** The passages found; none: nothing stands in the way of the comment. */
  @Column({ type: 'text', array: true }) words: string[];
  @Column({ type: 'timestamptz', name: 'checked_at' }) checkedAt: Date;
  @Column({ type: 'uuid', name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column({ type: 'text', nullable: true }) reason: string | null;
}
