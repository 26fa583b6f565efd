import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long a judge worked on a sheet, as the desk counted it; and one concern once, however often it is sent. */
export class SheetSeconds1764000008040 implements MigrationInterface {
  name = 'SheetSeconds1764000008040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE score_sheet ADD COLUMN seconds int CHECK (seconds >= 0);
      ALTER TABLE concern ADD COLUMN client_key text;
      CREATE UNIQUE INDEX concern_client_key ON concern (assignment_id, client_key) WHERE client_key IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX concern_client_key; ALTER TABLE concern DROP COLUMN client_key; ALTER TABLE score_sheet DROP COLUMN seconds;');
  }
}
