import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices in people's inboxes, and what is sent out of the house for them. */
export class Notices1764000003001 implements MigrationInterface {
  name = 'Notices1764000003001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE notice (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL,
        template text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        link text CHECK (link ~ '^/'),
        dedupe_key text NOT NULL,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        UNIQUE (account_id, dedupe_key)
      );
      CREATE INDEX notice_inbox ON notice (account_id, created_at DESC, id);
      CREATE INDEX notice_unread ON notice (account_id) WHERE read_at IS NULL;

      CREATE TABLE delivery (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        notice_id uuid REFERENCES notice (id) ON DELETE CASCADE,
        -- A letter with a link that works once, to an address: kept sealed until it is sent, then forgotten.
        letter_key text UNIQUE,
        sealed_letter text,
        channel text NOT NULL CHECK (channel IN ('email', 'sms')),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'uncertain', 'skipped')),
        attempts integer NOT NULL DEFAULT 0,
        error text,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        UNIQUE (notice_id, channel),
        CHECK ((notice_id IS NULL) <> (letter_key IS NULL)),
        CHECK (sealed_letter IS NULL OR state IN ('waiting', 'sending'))
      );
      CREATE INDEX delivery_state ON delivery (state, changed_at DESC) WHERE state <> 'sent';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery, notice');
  }
}
