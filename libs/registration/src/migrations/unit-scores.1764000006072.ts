import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scores of a unit's own review. */
export class UnitScores1764000006072 implements MigrationInterface {
  name = 'UnitScores1764000006072';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE unit_score (
        entry_id uuid NOT NULL REFERENCES entry (id),
        level text NOT NULL CHECK (level IN ('school', 'county', 'prefecture')),
        score numeric(9, 3) NOT NULL,
        recorded_at timestamptz NOT NULL,
        PRIMARY KEY (entry_id, level)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_score');
  }
}
