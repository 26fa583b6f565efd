import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What offices do with lists: views they keep, messages they send, units they remind. */
export class OfficeDesk1764000006074 implements MigrationInterface {
  name = 'OfficeDesk1764000006074';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE list_view (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account (id),
        unit_id uuid REFERENCES org_unit (id),
        list text NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        query text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT list_view_name UNIQUE (account_id, list, name)
      );
      CREATE INDEX list_view_shared ON list_view (unit_id) WHERE unit_id IS NOT NULL;
      CREATE TABLE entry_message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition (id),
        audience text NOT NULL CHECK (audience IN ('makers', 'schools')),
        subject text NOT NULL,
        body text NOT NULL,
        entry_ids uuid[] NOT NULL,
        recipients int NOT NULL DEFAULT 0,
        request_key text NOT NULL,
        sent_by uuid NOT NULL REFERENCES account (id),
        sent_at timestamptz NOT NULL,
        CONSTRAINT entry_message_once UNIQUE (sent_by, request_key)
      );
      CREATE TABLE unit_reminder (
        edition_id uuid NOT NULL REFERENCES edition (id),
        unit_id uuid NOT NULL REFERENCES org_unit (id),
        day date NOT NULL,
        sent_by uuid NOT NULL REFERENCES account (id),
        sent_at timestamptz NOT NULL,
        PRIMARY KEY (edition_id, unit_id, day)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE unit_reminder, entry_message, list_view');
  }
}
