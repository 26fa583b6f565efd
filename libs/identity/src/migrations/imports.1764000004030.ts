import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that were uploaded, with their rows. */
export class Imports1764000004030 implements MigrationInterface {
  name = 'Imports1764000004030';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE import_run (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        target jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(target) = 'object'),
        language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en')),
        file_name text NOT NULL,
        file_sha256 text NOT NULL,
        file_id uuid REFERENCES file_object (id) ON DELETE SET NULL,
        state text NOT NULL DEFAULT 'checking' CHECK (state IN ('checking', 'checked', 'unreadable', 'committing', 'committed', 'discarded')),
        job_id uuid,
        heads jsonb NOT NULL DEFAULT '[]',
        notes jsonb NOT NULL DEFAULT '[]',
        failure jsonb,
        created_by uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        checked_at timestamptz,
        committed_at timestamptz,
        CONSTRAINT import_run_unreadable CHECK ((state = 'unreadable') = (failure IS NOT NULL)),
        CONSTRAINT import_run_committed CHECK ((state = 'committed') = (committed_at IS NOT NULL))
      );
      CREATE INDEX import_run_mine ON import_run (created_by, created_at DESC);
      CREATE TABLE import_row (
        run_id uuid NOT NULL REFERENCES import_run (id),
        number int NOT NULL CHECK (number > 0),
        sealed text,
        title text NOT NULL DEFAULT '',
        outcome text NOT NULL DEFAULT 'problem' CHECK (outcome IN ('add', 'change', 'same', 'problem', 'added', 'changed', 'kept', 'failed')),
        problems jsonb NOT NULL DEFAULT '[]',
        hints jsonb NOT NULL DEFAULT '[]',
        result_id uuid,
        PRIMARY KEY (run_id, number),
        CONSTRAINT import_row_said_why CHECK (outcome NOT IN ('problem', 'failed') OR problems <> '[]'),
        CONSTRAINT import_row_result CHECK (outcome NOT IN ('added', 'changed') OR result_id IS NOT NULL)
      );
      CREATE INDEX import_row_outcome ON import_row (run_id, outcome);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_row, import_run');
  }
}
