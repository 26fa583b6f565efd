import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = ['divergence', 'randomScores', 'narrowScale', 'erratic', 'severity', 'outlyingScore', 'halo', 'tooFast', 'sameAgain', 'drift', 'copying'];

const allow = (kinds: readonly string[]): string =>
  `ALTER TABLE judging_question DROP CONSTRAINT judging_question_kind_check, ADD CONSTRAINT judging_question_kind_check CHECK (kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`;

/** The secretariat is also asked about kindness to the own region and about sheets handed in just before the end. */
export class MoreQuestions1764000009400 implements MigrationInterface {
  name = 'MoreQuestions1764000009400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(allow([...BEFORE, 'favouring', 'lastMinute']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM judging_question WHERE kind IN ('favouring', 'lastMinute')`);
    await runner.query(allow(BEFORE));
  }
}
