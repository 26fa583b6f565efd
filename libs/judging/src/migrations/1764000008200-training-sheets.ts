import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A known work is scored on one of the stage's sheets; those that are there belong to the one sheet their stage had. */
export class TrainingSheets1764000008200 implements MigrationInterface {
  name = 'TrainingSheets1764000008200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE training_entry ADD COLUMN sheet text;
      UPDATE training_entry t SET sheet = coalesce(
        (SELECT s->>'sheet' FROM edition e JOIN rulebook_version v ON v.id = e.rulebook_version_id CROSS JOIN LATERAL jsonb_array_elements(v.document->'scoring'->'stages') s
         WHERE e.id = t.edition_id AND s->>'key' = t.stage_key), t.stage_key);
      ALTER TABLE training_entry ALTER COLUMN sheet SET NOT NULL, ADD CONSTRAINT training_entry_sheet CHECK (length(btrim(sheet)) > 0);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE training_entry DROP COLUMN sheet');
  }
}
