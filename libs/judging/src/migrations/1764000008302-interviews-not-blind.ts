import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A timetable of interviews tells who hides behind a code: it is for stages only whose codes the rulebook does not keep secret. */
export class InterviewsNotBlind1764000008302 implements MigrationInterface {
  name = 'InterviewsNotBlind1764000008302';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION interviews_not_blind() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM edition e JOIN rulebook_version v ON v.id = e.rulebook_version_id
                   WHERE e.id = NEW.edition_id AND v.document->'panels' @> jsonb_build_array(jsonb_build_object('stage', NEW.stage_key, 'blind', true))) THEN
          RAISE EXCEPTION 'no interviews at a stage whose codes are secret' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'interviews_not_blind';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER interviews_not_blind BEFORE INSERT OR UPDATE OF edition_id, stage_key ON interview_timetable FOR EACH ROW EXECUTE FUNCTION interviews_not_blind();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER interviews_not_blind ON interview_timetable; DROP FUNCTION interviews_not_blind();');
  }
}
