import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Printed application forms and which print a scan is of; who keeps an entry that was handed over; titles compared across editions. */
export class PrintedForms1764000006010 implements MigrationInterface {
  name = 'PrintedForms1764000006010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry ADD COLUMN keeper_id uuid REFERENCES account (id);
      ALTER TABLE entry ADD COLUMN cloned_from uuid REFERENCES entry (id) CHECK (cloned_from <> id);
      CREATE INDEX entry_keeper ON entry (keeper_id) WHERE keeper_id IS NOT NULL;
      CREATE FUNCTION entry_title_key(title text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $body$ SELECT left(lower(regexp_replace(normalize(title, NFKC), '[[:space:][:punct:]]', '', 'g')), 200) $body$;
      CREATE INDEX entry_title_key ON entry (entry_title_key(title)) WHERE submitted_at IS NOT NULL;
      CREATE TABLE printed_form (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        number int NOT NULL CHECK (number > 0),
        content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
        content jsonb NOT NULL,
        rulebook_version_id uuid NOT NULL REFERENCES rulebook_version (id),
        printed_by uuid NOT NULL REFERENCES account (id),
        printed_at timestamptz NOT NULL,
        CONSTRAINT printed_form_number UNIQUE (entry_id, number)
      );
      CREATE INDEX printed_form_sha256 ON printed_form (content_sha256);
      CREATE TRIGGER printed_form_kept BEFORE UPDATE OR DELETE ON printed_form FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();
      CREATE TABLE scanned_print (
        material_id uuid PRIMARY KEY REFERENCES material (id),
        printed_form_id uuid NOT NULL REFERENCES printed_form (id),
        named_by uuid NOT NULL REFERENCES account (id),
        named_at timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE scanned_print, printed_form;
      DROP INDEX entry_title_key;
      DROP FUNCTION entry_title_key(text);
      ALTER TABLE entry DROP COLUMN cloned_from, DROP COLUMN keeper_id;
    `);
  }
}
