import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A stage's correction cannot change once a sheet of it is written: corrected scores count only where the rules named them before. */
export class CorrectionNamedBefore1764000008045 implements MigrationInterface {
  name = 'CorrectionNamedBefore1764000008045';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION correction_named_before() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM rulebook_version old_rules JOIN rulebook_version new_rules ON new_rules.id = NEW.rulebook_version_id
          CROSS JOIN LATERAL jsonb_array_elements(old_rules.document->'scoring'->'stages') was
          LEFT JOIN LATERAL (SELECT s.stage FROM jsonb_array_elements(new_rules.document->'scoring'->'stages') AS s (stage) WHERE s.stage->>'key' = was->>'key') becomes ON true
          WHERE old_rules.id = OLD.rulebook_version_id AND coalesce(was->'correction', '{"method": "none"}') <> coalesce(becomes.stage->'correction', '{"method": "none"}')
            AND EXISTS (SELECT 1 FROM panel p JOIN assignment a ON a.panel_id = p.id AND a.sheet_version > 0 WHERE p.edition_id = NEW.id AND p.stage_key = was->>'key')) THEN
          RAISE EXCEPTION 'a correction must be named before judging begins' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'correction_named_before';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER correction_named_before BEFORE UPDATE OF rulebook_version_id ON edition
        FOR EACH ROW WHEN (OLD.rulebook_version_id IS NOT NULL AND NEW.rulebook_version_id IS DISTINCT FROM OLD.rulebook_version_id) EXECUTE FUNCTION correction_named_before();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER correction_named_before ON edition; DROP FUNCTION correction_named_before();');
  }
}
