import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What entries were found to tell about their makers, where they resemble others, what humans decided about it. */
export class Screening1764000006041 implements MigrationInterface {
  name = 'Screening1764000006041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE entry_scan (
        entry_id uuid PRIMARY KEY REFERENCES entry (id),
        input_sha256 text NOT NULL,
        scanned_at timestamptz NOT NULL
      );
      CREATE TABLE leak_finding (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        material_id uuid REFERENCES material (id),
        key text NOT NULL,
        source text NOT NULL CHECK (source IN ('title', 'form', 'fileName', 'fact', 'text')),
        field text NOT NULL DEFAULT '',
        page int CHECK (page > 0),
        kind text NOT NULL CHECK (kind IN ('member', 'coach', 'guardian', 'school', 'otherSchool', 'place', 'word', 'phone', 'email', 'identity', 'studentNumber', 'account')),
        severity text NOT NULL CHECK (severity IN ('high', 'medium', 'low')),
        word text NOT NULL,
        occurrences int NOT NULL CHECK (occurrences > 0),
        passages jsonb NOT NULL CHECK (jsonb_typeof(passages) = 'array'),
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'leak', 'notLeak', 'gone')),
        reason text NOT NULL DEFAULT '',
        decided_by uuid REFERENCES account (id),
        decided_at timestamptz,
        found_at timestamptz NOT NULL,
        CONSTRAINT leak_finding_once UNIQUE (entry_id, key),
        CONSTRAINT leak_finding_decided CHECK (state NOT IN ('leak', 'notLeak') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL AND reason <> ''))
      );
      CREATE INDEX leak_finding_open ON leak_finding (entry_id) WHERE state IN ('open', 'leak');
      CREATE TABLE blind_replacement (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        material_id uuid NOT NULL REFERENCES material (id),
        file_id uuid NOT NULL REFERENCES file_object (id),
        reason text NOT NULL CHECK (reason <> ''),
        replaced_by uuid NOT NULL REFERENCES account (id),
        replaced_at timestamptz NOT NULL,
        sequence bigint GENERATED ALWAYS AS IDENTITY
      );
      CREATE INDEX blind_replacement_material ON blind_replacement (material_id, sequence DESC);
      CREATE TABLE work_text (
        id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        entry_id uuid NOT NULL REFERENCES entry (id),
        part text NOT NULL CHECK (part IN ('title', 'abstract', 'report')),
        source text NOT NULL,
        CONSTRAINT work_text_part UNIQUE (entry_id, part)
      );
      CREATE TABLE work_shingle (
        hash int NOT NULL,
        text_id int NOT NULL REFERENCES work_text (id) ON DELETE CASCADE,
        PRIMARY KEY (hash, text_id)
      );
      CREATE INDEX work_shingle_text ON work_shingle (text_id);
      CREATE TABLE work_image (
        entry_id uuid NOT NULL REFERENCES entry (id),
        material_id uuid NOT NULL REFERENCES material (id),
        hash bigint NOT NULL,
        PRIMARY KEY (entry_id, material_id)
      );
      CREATE TABLE similarity_finding (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        other_id uuid NOT NULL REFERENCES entry (id),
        kind text NOT NULL CHECK (kind IN ('title', 'text', 'image', 'file')),
        score int NOT NULL CHECK (score BETWEEN 1 AND 1000),
        relation text NOT NULL CHECK (relation IN ('other', 'continuation')),
        details jsonb NOT NULL,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'cleared', 'concern', 'gone')),
        note text NOT NULL DEFAULT '',
        decided_by uuid REFERENCES account (id),
        decided_at timestamptz,
        found_at timestamptz NOT NULL,
        CONSTRAINT similarity_finding_two CHECK (entry_id <> other_id),
        CONSTRAINT similarity_finding_decided CHECK (state NOT IN ('cleared', 'concern') OR (decided_by IS NOT NULL AND decided_at IS NOT NULL AND note <> ''))
      );
      CREATE UNIQUE INDEX similarity_finding_pair ON similarity_finding (least(entry_id, other_id), greatest(entry_id, other_id), kind);
      CREATE INDEX similarity_finding_entry ON similarity_finding (entry_id);
      CREATE INDEX similarity_finding_other ON similarity_finding (other_id);
      CREATE TRIGGER leak_finding_kept BEFORE DELETE ON leak_finding FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();
      CREATE TRIGGER similarity_finding_kept BEFORE DELETE ON similarity_finding FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();
      CREATE TRIGGER blind_replacement_kept BEFORE UPDATE OR DELETE ON blind_replacement FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();

      -- Another name of a person or a school is another thing to look for: the works concerned are scanned again.
      CREATE FUNCTION registration_scan_again(entries uuid[]) RETURNS void LANGUAGE plpgsql AS $body$
      BEGIN
        INSERT INTO outbox (name, queue, payload, dedupe_key, request_id, run_at)
          SELECT 'registration.scan-entry', 'documents', jsonb_build_object('entryId', s.entry_id), s.entry_id::text, 'names-changed', to_timestamp(0)
          FROM entry_scan s WHERE s.entry_id = ANY (entries)
          ON CONFLICT (name, dedupe_key) WHERE state IN ('waiting', 'queued') DO NOTHING;
        PERFORM pg_notify('qingsai_outbox', '');
      END $body$;
      CREATE FUNCTION registration_person_renamed() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        PERFORM registration_scan_again(ARRAY(SELECT entry_id FROM entry_member WHERE person_id = NEW.id UNION SELECT entry_id FROM entry_coach WHERE person_id = NEW.id));
        RETURN NULL;
      END $body$;
      CREATE TRIGGER person_renamed AFTER UPDATE OF name, school_id ON person FOR EACH ROW
        WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.school_id IS DISTINCT FROM NEW.school_id) EXECUTE FUNCTION registration_person_renamed();
      CREATE FUNCTION registration_school_renamed() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        PERFORM registration_scan_again(ARRAY(SELECT id FROM entry WHERE school_id = NEW.id));
        RETURN NULL;
      END $body$;
      CREATE TRIGGER school_renamed AFTER UPDATE OF name ON org_unit FOR EACH ROW
        WHEN (NEW.kind = 'school' AND OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION registration_school_renamed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER person_renamed ON person;
      DROP TRIGGER school_renamed ON org_unit;
      DROP FUNCTION registration_person_renamed();
      DROP FUNCTION registration_school_renamed();
      DROP FUNCTION registration_scan_again(uuid[]);
      DROP TABLE similarity_finding, work_image, work_shingle, work_text, blind_replacement, leak_finding, entry_scan;
    `);
  }
}
