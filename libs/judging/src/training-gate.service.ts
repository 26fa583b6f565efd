import { Injectable } from '@nestjs/common';
import { Database, Refusal } from '#libs/platform';

/** Keeps assigned entries shut until the judge has passed the stage's training, where the stage asks for it. */
@Injectable()
export class TrainingGate {
  constructor(private readonly database: Database) {}

  /** @throws Refusal TRAINING_OPEN before the training is passed or waived */
  async requirePassed(assignmentId: string): Promise<void> {
    const shut = await this.database.first(
      `SELECT 1 FROM assignment a JOIN panel p ON p.id = a.panel_id JOIN training_set t ON t.edition_id = p.edition_id AND t.stage_key = p.stage_key AND t.required
       WHERE a.id = $1 AND NOT EXISTS (SELECT 1 FROM training_pass s WHERE s.edition_id = t.edition_id AND s.stage_key = t.stage_key AND s.judge_id = a.judge_id)`,
      [assignmentId],
    );
    if (shut) throw new Refusal('conflict', 'TRAINING_OPEN');
  }
}
