import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the upload that brought a file began, by the server's clock: rules may count it as in time though it ended later. */
export class FileBegun1764000001010 implements MigrationInterface {
  name = 'FileBegun1764000001010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_object ADD COLUMN begun_at timestamptz; UPDATE file_object f SET begun_at = u.created_at FROM upload u WHERE u.id = f.id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_object DROP COLUMN begun_at');
  }
}
