import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work that committed with its data and is not done yet; settings of the instance. */
export class Outbox1764000001001 implements MigrationInterface {
  name = 'Outbox1764000001001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE setting (
        name text PRIMARY KEY,
        value jsonb NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now()
      );
      INSERT INTO setting (name, value) VALUES ('instance', to_jsonb(gen_random_uuid()));

      CREATE TABLE outbox (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        name text NOT NULL,
        queue text NOT NULL,
        payload jsonb NOT NULL,
        dedupe_key text,
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'queued', 'running', 'retrying', 'dead')),
        request_id text NOT NULL,
        run_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        error text,
        progress_done bigint,
        progress_total bigint,
        created_at timestamptz NOT NULL DEFAULT now(),
        changed_at timestamptz NOT NULL DEFAULT now(),
        relayed_at timestamptz,
        CHECK ((state = 'dead') <= (error IS NOT NULL)),
        CHECK (progress_done BETWEEN 0 AND progress_total)
      ) WITH (fillfactor = 70);
      -- One entry per key that has not begun yet; one that runs may have read old data, so work added then is new work.
      CREATE UNIQUE INDEX outbox_one_per_key ON outbox (name, dedupe_key) WHERE state IN ('waiting', 'queued');
      CREATE INDEX outbox_waiting ON outbox (run_at) WHERE state = 'waiting';
      CREATE INDEX outbox_queue_state ON outbox (queue, state, changed_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox, setting');
  }
}
