import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How an account with rights over others is given back to its owner; browsers an account is used from; recovery codes that outlive a key. */
export class AccountProtection1764000004010 implements MigrationInterface {
  name = 'AccountProtection1764000004010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE account_recovery (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account (id),
        what text NOT NULL CHECK (what IN ('password', 'second_factor')),
        reason text NOT NULL CHECK (length(btrim(reason)) > 0),
        asked_by uuid NOT NULL REFERENCES account (id),
        asked_at timestamptz NOT NULL,
        -- From then on it may be done without a second administrator; NULL: never.
        ready_at timestamptz,
        approved_by uuid REFERENCES account (id),
        approved_at timestamptz,
        done_by uuid REFERENCES account (id),
        done_at timestamptz,
        ended_by uuid REFERENCES account (id),
        ended_at timestamptz,
        CONSTRAINT recovery_by_others CHECK (asked_by <> account_id AND approved_by <> account_id AND done_by <> account_id),
        CONSTRAINT recovery_two_people CHECK (approved_by <> asked_by),
        CONSTRAINT recovery_approved_or_waited CHECK (done_at IS NULL OR approved_by IS NOT NULL OR (ready_at IS NOT NULL AND done_at >= ready_at)),
        CONSTRAINT recovery_ends_once CHECK (done_at IS NULL OR ended_at IS NULL),
        CONSTRAINT recovery_whole CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (done_by IS NULL) = (done_at IS NULL) AND (ended_by IS NULL) = (ended_at IS NULL))
      );
      CREATE UNIQUE INDEX account_recovery_open ON account_recovery (account_id, what) WHERE done_at IS NULL AND ended_at IS NULL;
      CREATE TABLE known_device (
        token_hash text NOT NULL,
        account_id uuid NOT NULL REFERENCES account (id),
        first_used_at timestamptz NOT NULL,
        last_used_at timestamptz NOT NULL,
        PRIMARY KEY (token_hash, account_id)
      );
      ALTER TABLE security_policy ADD COLUMN recovery_wait_hours integer DEFAULT 24 CHECK (recovery_wait_hours BETWEEN 1 AND 720);
      ALTER TABLE account ADD COLUMN recovery_sealed text[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE account_recovery, known_device;
      ALTER TABLE security_policy DROP COLUMN recovery_wait_hours;
      ALTER TABLE account DROP COLUMN recovery_sealed;
    `);
  }
}
