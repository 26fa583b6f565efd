import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Refills are runs like plans, any number of them at a time; and judges of a panel may be marked as leading ones. */
export class RefillRuns1764000008303 implements MigrationInterface {
  name = 'RefillRuns1764000008303';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assignment_run ADD COLUMN kind text NOT NULL DEFAULT 'plan' CHECK (kind IN ('plan', 'refill'));
      ALTER TABLE assignment_run ADD CONSTRAINT refill_names_codes CHECK ((kind = 'refill') = jsonb_exists(parameters, 'refill'));
      DROP INDEX assignment_run_one_open;
      CREATE UNIQUE INDEX assignment_run_one_open ON assignment_run (edition_id, stage_key) WHERE kind = 'plan' AND state IN ('queued', 'running');
      ALTER TABLE panel_judge ADD COLUMN senior boolean NOT NULL DEFAULT false;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE panel_judge DROP COLUMN senior;
      DELETE FROM assignment_run WHERE kind = 'refill';
      DROP INDEX assignment_run_one_open;
      CREATE UNIQUE INDEX assignment_run_one_open ON assignment_run (edition_id, stage_key) WHERE state IN ('queued', 'running');
      ALTER TABLE assignment_run DROP CONSTRAINT refill_names_codes, DROP COLUMN kind;
    `);
  }
}
