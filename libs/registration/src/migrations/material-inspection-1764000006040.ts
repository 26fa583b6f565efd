import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stored files were found to say, once for each content; a picture's stated resolution. */
export class MaterialInspection1764000006040 implements MigrationInterface {
  name = 'MaterialInspection1764000006040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE material ADD COLUMN dpi int CHECK (dpi > 0);
      CREATE TABLE file_inspection (
        sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        file_id uuid NOT NULL REFERENCES file_object (id),
        pages jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(pages) = 'array'),
        facts jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(facts) = 'array'),
        image_hash text CHECK (image_hash ~ '^[0-9a-f]{16}$'),
        thumbnail_id uuid REFERENCES file_object (id),
        preview_id uuid REFERENCES file_object (id),
        problem text,
        inspected_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE file_inspection; ALTER TABLE material DROP COLUMN dpi');
  }
}
