import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Entries with members, coaches, materials, signatures, consents and the record of every step. */
export class Registration1764000006001 implements MigrationInterface {
  name = 'Registration1764000006001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SEQUENCE entry_number;
      CREATE TABLE entry (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition (id),
        type text NOT NULL,
        group_key text,
        discipline text,
        class_key text,
        title text NOT NULL DEFAULT '',
        form jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(form) = 'object'),
        part_versions jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'school_approved', 'county_recommended', 'prefecture_recommended',
          'eligible', 'in_review', 'finalist', 'final_scored', 'awarded', 'in_notice', 'confirmed', 'returned', 'not_recommended', 'ineligible',
          'not_shortlisted', 'absent', 'disqualified', 'withdrawn')),
        school_id uuid NOT NULL REFERENCES org_unit (id),
        county_id uuid NOT NULL REFERENCES org_unit (id),
        prefecture_id uuid NOT NULL REFERENCES org_unit (id),
        entry_no text CONSTRAINT entry_no_key UNIQUE,
        authorisation_no text CONSTRAINT entry_authorisation_no_key UNIQUE,
        frozen_content jsonb,
        content_sha256 text,
        school_rank int CHECK (school_rank > 0),
        county_rank int CHECK (county_rank > 0),
        prefecture_rank int CHECK (prefecture_rank > 0),
        holds_county_place boolean NOT NULL DEFAULT false,
        holds_prefecture_place boolean NOT NULL DEFAULT false,
        return_reason text,
        fix_by timestamptz,
        returned_by text CHECK (returned_by IN ('school', 'county', 'prefecture', 'province')),
        request_key text,
        version int NOT NULL DEFAULT 1,
        created_by uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        submitted_at timestamptz,
        state_since timestamptz NOT NULL,
        CONSTRAINT entry_request_key UNIQUE (created_by, request_key),
        CONSTRAINT entry_frozen_from_prefecture CHECK (
          state NOT IN ('prefecture_recommended', 'eligible', 'in_review', 'finalist', 'final_scored', 'awarded', 'in_notice', 'confirmed')
          OR (content_sha256 IS NOT NULL AND frozen_content IS NOT NULL)),
        CONSTRAINT entry_county_place CHECK (NOT holds_county_place OR state NOT IN ('draft', 'submitted', 'school_approved', 'returned', 'withdrawn')),
        CONSTRAINT entry_prefecture_place CHECK (NOT holds_prefecture_place OR state NOT IN ('draft', 'submitted', 'school_approved', 'county_recommended', 'returned', 'withdrawn'))
      );
      CREATE INDEX entry_edition_state ON entry (edition_id, state);
      CREATE INDEX entry_edition_school ON entry (edition_id, school_id);
      CREATE INDEX entry_edition_county ON entry (edition_id, county_id, state);
      CREATE INDEX entry_edition_prefecture ON entry (edition_id, prefecture_id, state);
      CREATE INDEX entry_edition_updated ON entry (edition_id, updated_at DESC);
      CREATE INDEX entry_created_by ON entry (created_by);
      CREATE INDEX entry_title ON entry USING gin (title gin_trgm_ops);
      CREATE TABLE entry_member (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        edition_id uuid NOT NULL REFERENCES edition (id),
        person_id uuid NOT NULL REFERENCES person (id),
        position int NOT NULL CHECK (position > 0),
        share text NOT NULL DEFAULT '',
        bound boolean NOT NULL DEFAULT false,
        added_at timestamptz NOT NULL,
        CONSTRAINT entry_member_once UNIQUE (entry_id, person_id),
        CONSTRAINT entry_member_position UNIQUE (entry_id, position) DEFERRABLE INITIALLY DEFERRED
      );
      CREATE UNIQUE INDEX entry_member_one_entry ON entry_member (edition_id, person_id) WHERE bound;
      CREATE INDEX entry_member_person ON entry_member (person_id);
      CREATE TABLE entry_coach (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        person_id uuid NOT NULL REFERENCES person (id),
        position int NOT NULL CHECK (position > 0),
        added_at timestamptz NOT NULL,
        CONSTRAINT entry_coach_once UNIQUE (entry_id, person_id),
        CONSTRAINT entry_coach_position UNIQUE (entry_id, position) DEFERRABLE INITIALLY DEFERRED
      );
      CREATE INDEX entry_coach_person ON entry_coach (person_id);
      CREATE TABLE material (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        slot text NOT NULL,
        file_id uuid NOT NULL REFERENCES file_object (id),
        number int NOT NULL CHECK (number > 0),
        name text NOT NULL,
        kind text NOT NULL,
        size_bytes bigint NOT NULL,
        sha256 text NOT NULL,
        pages int,
        width int,
        height int,
        seconds int,
        added_by uuid NOT NULL REFERENCES account (id),
        added_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by uuid REFERENCES account (id),
        CONSTRAINT material_number UNIQUE (entry_id, slot, number),
        CONSTRAINT material_file_once UNIQUE (file_id)
      );
      CREATE INDEX material_current ON material (entry_id) WHERE ended_at IS NULL;
      CREATE INDEX material_sha256 ON material (sha256);
      CREATE TABLE signature (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        person_id uuid NOT NULL REFERENCES person (id),
        signed_as text NOT NULL CHECK (signed_as IN ('member', 'coach')),
        method text NOT NULL CHECK (method IN ('account', 'paper')),
        text_version text NOT NULL,
        recorded_by uuid NOT NULL REFERENCES account (id),
        signed_at timestamptz NOT NULL,
        CONSTRAINT signature_once UNIQUE (entry_id, person_id, signed_as, text_version)
      );
      CREATE TABLE consent_request (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        person_id uuid NOT NULL REFERENCES person (id),
        token_hash text NOT NULL CONSTRAINT consent_request_token UNIQUE,
        text_version text NOT NULL,
        requested_by uuid NOT NULL REFERENCES account (id),
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX consent_request_current ON consent_request (entry_id, person_id) WHERE ended_at IS NULL;
      CREATE TABLE consent (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        person_id uuid NOT NULL REFERENCES person (id),
        request_id uuid REFERENCES consent_request (id),
        decision text NOT NULL CHECK (decision IN ('granted', 'refused', 'withdrawn')),
        guardian_name text NOT NULL CHECK (guardian_name <> ''),
        relation text NOT NULL CHECK (relation IN ('father', 'mother', 'guardian')),
        text_version text NOT NULL,
        channel text NOT NULL CHECK (channel IN ('link', 'paper')),
        reason text NOT NULL DEFAULT '',
        recorded_by uuid REFERENCES account (id),
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        decided_at timestamptz NOT NULL,
        CONSTRAINT consent_source CHECK ((channel = 'link') = (request_id IS NOT NULL) AND (channel = 'paper') = (recorded_by IS NOT NULL))
      );
      CREATE INDEX consent_person ON consent (entry_id, person_id, sequence DESC);
      CREATE TABLE entry_decision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        action text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        level text,
        decided_by uuid REFERENCES account (id),
        reason text NOT NULL DEFAULT '',
        fix_by timestamptz,
        checked text[] NOT NULL DEFAULT '{}',
        entry_version int NOT NULL,
        sequence bigint GENERATED ALWAYS AS IDENTITY,
        decided_at timestamptz NOT NULL,
        CONSTRAINT entry_decision_reason CHECK (action NOT IN ('return', 'declareIneligible', 'disqualify', 'withdraw') OR reason <> '')
      );
      CREATE INDEX entry_decision_entry ON entry_decision (entry_id, sequence);
      CREATE FUNCTION registration_evidence_is_kept() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        RAISE EXCEPTION 'rows of % are only added to', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'evidence_is_kept';
      END $body$;
      CREATE TRIGGER entry_decision_kept BEFORE UPDATE OR DELETE ON entry_decision FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();
      CREATE TRIGGER consent_kept BEFORE UPDATE OR DELETE ON consent FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();
      CREATE TRIGGER material_kept BEFORE DELETE ON material FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();
      CREATE TRIGGER entry_kept BEFORE DELETE ON entry FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();
      CREATE FUNCTION entry_frozen_content_stays() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF OLD.content_sha256 IS NOT NULL AND NEW.state <> 'returned'
           AND (NEW.content_sha256 IS DISTINCT FROM OLD.content_sha256 OR NEW.frozen_content IS DISTINCT FROM OLD.frozen_content) THEN
          RAISE EXCEPTION 'the frozen content of an entry stays as it is' USING ERRCODE = '23514', CONSTRAINT = 'entry_frozen_content';
        END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER entry_frozen_content BEFORE UPDATE OF content_sha256, frozen_content ON entry FOR EACH ROW EXECUTE FUNCTION entry_frozen_content_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE entry_decision, consent, consent_request, signature, material, entry_coach, entry_member, entry;
      DROP FUNCTION registration_evidence_is_kept();
      DROP FUNCTION entry_frozen_content_stays();
      DROP SEQUENCE entry_number;
    `);
  }
}
