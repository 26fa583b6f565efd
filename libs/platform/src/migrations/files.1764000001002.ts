import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored files and uploads under way. A finished upload's file has the upload's id. */
export class Files1764000001002 implements MigrationInterface {
  name = 'Files1764000001002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE file_object (
        id uuid PRIMARY KEY,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint NOT NULL CHECK (size >= 0),
        type text NOT NULL,
        name text NOT NULL CHECK (name <> '' AND name !~ '[/\\\\]'),
        purpose text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        storage text NOT NULL CHECK (storage IN ('disk', 's3')),
        storage_key text NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL,
        UNIQUE (storage, storage_key)
      );
      CREATE INDEX file_object_sha256 ON file_object (sha256);

      CREATE TABLE upload (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL,
        purpose text NOT NULL,
        name text NOT NULL,
        size bigint NOT NULL CHECK (size > 0),
        max_bytes bigint NOT NULL,
        types text[] NOT NULL,
        details jsonb NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'finished', 'refused')),
        problem jsonb,
        created_at timestamptz NOT NULL,
        CHECK (size <= max_bytes),
        CHECK ((state = 'refused') = (problem IS NOT NULL))
      );
      CREATE INDEX upload_account ON upload (account_id) WHERE state = 'open';
      CREATE INDEX upload_created ON upload (created_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE upload, file_object');
  }
}
