import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The audit log and its chain. Records are written by the application; at commit a deferred trigger links all records of the
 * transaction to the chain in one go. Only then is the one row of `audit_head` locked, so that many transactions at a time
 * wait for each other's commit alone, and the lock is the last one taken, so that it cannot be part of a deadlock.
 */
export class AuditRecord1764000002001 implements MigrationInterface {
  name = 'AuditRecord1764000002001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_record (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
        at timestamptz NOT NULL,
        account_id uuid,
        request_id text NOT NULL,
        action text NOT NULL CHECK (action ~ '^[a-z][A-Za-z0-9_-]*(\\.[a-z][A-Za-z0-9_-]*)+$'),
        subject_type text NOT NULL CHECK (subject_type <> ''),
        subject_id text NOT NULL CHECK (subject_id <> ''),
        before jsonb,
        after jsonb,
        reason text,
        sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$')
      );
      CREATE INDEX audit_record_transaction ON audit_record (transaction_id);
      CREATE INDEX audit_record_subject ON audit_record (subject_type, subject_id, sequence DESC);
      CREATE INDEX audit_record_account ON audit_record (account_id, sequence DESC);
      CREATE INDEX audit_record_action ON audit_record (action text_pattern_ops, sequence DESC);
      CREATE INDEX audit_record_at ON audit_record (at);

      CREATE TABLE audit_link (
        position bigint PRIMARY KEY CHECK (position > 0),
        record_id uuid NOT NULL UNIQUE REFERENCES audit_record (id),
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$')
      );

      -- One row each. The free space on the page keeps the many new versions of the head in place.
      CREATE TABLE audit_head (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        position bigint NOT NULL,
        hash text NOT NULL
      ) WITH (fillfactor = 10);
      INSERT INTO audit_head (position, hash) VALUES (0, repeat('0', 64));

      CREATE TABLE audit_seal (
        only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
        position bigint NOT NULL,
        hash text NOT NULL,
        sealed_at timestamptz NOT NULL,
        signature text NOT NULL
      );
    `);
    await runner.query(`
      CREATE FUNCTION audit_link_transaction() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        head audit_head%ROWTYPE;
        unlinked record;
      BEGIN
        -- The first of this transaction's records links them all; the others find themselves linked.
        IF EXISTS (SELECT 1 FROM audit_link WHERE record_id = NEW.id) THEN
          RETURN NULL;
        END IF;
        SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
        FOR unlinked IN
          SELECT r.id, r.sha256 FROM audit_record r
          WHERE r.transaction_id = pg_current_xact_id() AND NOT EXISTS (SELECT 1 FROM audit_link l WHERE l.record_id = r.id)
          ORDER BY r.sequence
        LOOP
          head.position := head.position + 1;
          head.hash := encode(sha256(convert_to(head.hash || ':' || head.position || ':' || unlinked.id || ':' || unlinked.sha256, 'UTF8')), 'hex');
          INSERT INTO audit_link (position, record_id, hash) VALUES (head.position, unlinked.id, head.hash);
        END LOOP;
        UPDATE audit_head SET position = head.position, hash = head.hash;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER audit_record_link AFTER INSERT ON audit_record
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_link_transaction();

      CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'QA001';
      END $$;
      CREATE TRIGGER audit_record_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_record
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
      CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
      CREATE TRIGGER audit_head_kept BEFORE DELETE OR TRUNCATE ON audit_head
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
      CREATE TRIGGER audit_seal_kept BEFORE DELETE OR TRUNCATE ON audit_seal
        FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE audit_seal, audit_head, audit_link, audit_record;
      DROP FUNCTION audit_link_transaction();
      DROP FUNCTION audit_refuse_change();
    `);
  }
}
