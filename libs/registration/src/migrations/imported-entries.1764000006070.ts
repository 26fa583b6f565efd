import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries that came from a table: one for each natural key of a school, whoever uploads at the same time. */
export class ImportedEntries1764000006070 implements MigrationInterface {
  name = 'ImportedEntries1764000006070';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE imported_entry (
        entry_id uuid PRIMARY KEY REFERENCES entry (id),
        edition_id uuid NOT NULL REFERENCES edition (id),
        school_id uuid NOT NULL REFERENCES org_unit (id),
        type text NOT NULL,
        key text NOT NULL CHECK (key <> ''),
        taken_values jsonb NOT NULL,
        taken_at timestamptz NOT NULL,
        CONSTRAINT imported_entry_key UNIQUE (edition_id, school_id, type, key)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE imported_entry');
  }
}
