import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last messages of each topic, for followers that were away for a moment. Not logged: after a crash pages fetch anew anyway. */
export class LiveMessages1764000001003 implements MigrationInterface {
  name = 'LiveMessages1764000001003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE live_message (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        data jsonb NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX live_message_topic ON live_message (topic, id DESC);
      CREATE INDEX live_message_at ON live_message (at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE live_message');
  }
}
