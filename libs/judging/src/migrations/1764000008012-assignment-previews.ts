import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A run may stop at a preview; what was asked and the plan stay with it. An entry in the grey zone has readers beyond its panel's number. */
export class AssignmentPreviews1764000008012 implements MigrationInterface {
  name = 'AssignmentPreviews1764000008012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE assignment_run DROP CONSTRAINT assignment_run_state_check;
      ALTER TABLE assignment_run ADD CONSTRAINT assignment_run_state_check CHECK (state IN ('queued', 'running', 'planned', 'done', 'discarded', 'infeasible', 'cancelled', 'failed'));
      ALTER TABLE assignment_run ADD COLUMN parameters jsonb NOT NULL DEFAULT '{}', ADD COLUMN plan jsonb;
      ALTER TABLE assignment_run ADD CONSTRAINT planned_has_plan CHECK (state <> 'planned' OR plan IS NOT NULL);
      ALTER TABLE entry_code ADD COLUMN extra_readers int NOT NULL DEFAULT 0 CHECK (extra_readers >= 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry_code DROP COLUMN extra_readers;
      DELETE FROM assignment_run WHERE state IN ('planned', 'discarded');
      ALTER TABLE assignment_run DROP CONSTRAINT planned_has_plan, DROP COLUMN parameters, DROP COLUMN plan;
    `);
  }
}
