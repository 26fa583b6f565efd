import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contests, editions with their calendar, rulebook versions, quotas and announcements. */
export class Contests1764000005001 implements MigrationInterface {
  name = 'Contests1764000005001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE contest (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        code text NOT NULL CONSTRAINT contest_code_key UNIQUE CHECK (code ~ '^[0-9]{2}$'),
        family text NOT NULL CHECK (family IN ('innovation', 'robotics', 'olympiad')),
        name text NOT NULL CONSTRAINT contest_name_key UNIQUE,
        name_en text NOT NULL,
        organiser text NOT NULL DEFAULT '',
        summary text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL
      );
      CREATE TABLE edition (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        contest_id uuid NOT NULL REFERENCES contest (id),
        family text NOT NULL CHECK (family IN ('innovation', 'robotics', 'olympiad')),
        number int NOT NULL CHECK (number BETWEEN 1 AND 999),
        year int NOT NULL CHECK (year BETWEEN 1980 AND 2200),
        name text NOT NULL,
        name_en text NOT NULL DEFAULT '',
        state text NOT NULL DEFAULT 'preparing' CHECK (state IN ('preparing', 'open', 'closed', 'archived')),
        rulebook_version_id uuid,
        cloned_from uuid REFERENCES edition (id),
        defaults_sha256 text,
        defaults_confirmed_by uuid REFERENCES account (id),
        defaults_confirmed_at timestamptz,
        opened_at timestamptz,
        closed_at timestamptz,
        archived_at timestamptz,
        version int NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT edition_number_key UNIQUE (contest_id, number),
        CONSTRAINT edition_open_has_rules CHECK (state = 'preparing' OR (rulebook_version_id IS NOT NULL AND opened_at IS NOT NULL))
      );
      CREATE TABLE rulebook_version (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition (id),
        number int NOT NULL CHECK (number > 0),
        document jsonb NOT NULL,
        sha256 text NOT NULL,
        reason text NOT NULL DEFAULT '',
        revision int NOT NULL DEFAULT 1,
        frozen_at timestamptz,
        created_by uuid REFERENCES account (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT rulebook_version_number_key UNIQUE (edition_id, number),
        CONSTRAINT rulebook_amendment_has_reason CHECK (number = 1 OR reason <> '')
      );
      ALTER TABLE edition ADD CONSTRAINT edition_rulebook_fkey FOREIGN KEY (rulebook_version_id) REFERENCES rulebook_version (id);
      CREATE FUNCTION rulebook_version_is_frozen() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF OLD.frozen_at IS NOT NULL THEN
          RAISE EXCEPTION 'a frozen rulebook version never changes' USING ERRCODE = '23514', CONSTRAINT = 'rulebook_version_frozen';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $body$;
      CREATE TRIGGER rulebook_version_frozen BEFORE UPDATE OR DELETE ON rulebook_version
        FOR EACH ROW EXECUTE FUNCTION rulebook_version_is_frozen();
      CREATE TABLE edition_stage (
        edition_id uuid NOT NULL REFERENCES edition (id),
        key text NOT NULL,
        position int NOT NULL,
        opens_at timestamptz NOT NULL,
        closes_at timestamptz NOT NULL,
        PRIMARY KEY (edition_id, key),
        CONSTRAINT edition_stage_span CHECK (opens_at < closes_at)
      );
      CREATE TABLE quota (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition (id),
        level text NOT NULL CHECK (level IN ('school', 'county', 'prefecture', 'province')),
        unit_id uuid NOT NULL REFERENCES org_unit (id),
        entry_type text NOT NULL,
        places int CHECK (places >= 0),
        used int NOT NULL DEFAULT 0 CHECK (used >= 0),
        updated_at timestamptz NOT NULL,
        CONSTRAINT quota_key UNIQUE (edition_id, level, unit_id, entry_type),
        CONSTRAINT quota_not_exceeded CHECK (used <= places)
      );
      CREATE TABLE announcement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid REFERENCES edition (id),
        title text NOT NULL,
        body text NOT NULL,
        pinned boolean NOT NULL DEFAULT false,
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published', 'withdrawn')),
        version int NOT NULL DEFAULT 1,
        created_by uuid REFERENCES account (id),
        created_at timestamptz NOT NULL,
        published_at timestamptz,
        CONSTRAINT announcement_published_when CHECK (state = 'draft' OR published_at IS NOT NULL)
      );
      CREATE INDEX announcement_public ON announcement (pinned DESC, published_at DESC) WHERE state = 'published';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE edition DROP CONSTRAINT edition_rulebook_fkey;
      DROP TABLE announcement, quota, edition_stage, rulebook_version, edition, contest;
      DROP FUNCTION rulebook_version_is_frozen();
    `);
  }
}
