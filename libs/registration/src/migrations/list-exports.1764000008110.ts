import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists ordered as files. */
export class ListExports1764000008110 implements MigrationInterface {
  name = 'ListExports1764000008110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE list_export (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition (id),
        query jsonb NOT NULL CHECK (jsonb_typeof(query) = 'object'),
        language text NOT NULL CHECK (language IN ('zh', 'en')),
        job_id uuid,
        content bytea,
        rows int CHECK (rows >= 0),
        refused_code text,
        requested_by uuid NOT NULL REFERENCES account (id),
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT list_export_made CHECK (content IS NULL OR (rows IS NOT NULL AND refused_code IS NULL)),
        CONSTRAINT list_export_kept CHECK (expires_at > requested_at)
      );
      CREATE INDEX list_export_kept_until ON list_export (expires_at) WHERE content IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE list_export');
  }
}
