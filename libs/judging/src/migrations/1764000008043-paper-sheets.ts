import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets filled in on paper, entered twice by two different persons. */
export class PaperSheets1764000008043 implements MigrationInterface {
  name = 'PaperSheets1764000008043';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE paper_sheet (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        assignment_id uuid NOT NULL REFERENCES assignment(id),
        base_version int NOT NULL CHECK (base_version >= 0),
        values jsonb NOT NULL,
        total text NOT NULL,
        entered_by uuid NOT NULL REFERENCES account(id),
        entered_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('entered', 'verified', 'replaced')),
        verified_by uuid REFERENCES account(id),
        verified_at timestamptz,
        score_sheet_id uuid REFERENCES score_sheet(id),
        CONSTRAINT paper_sheet_two_persons CHECK (verified_by IS NULL OR verified_by <> entered_by),
        CONSTRAINT paper_sheet_verified CHECK ((state = 'verified') = (verified_by IS NOT NULL AND verified_at IS NOT NULL AND score_sheet_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX paper_sheet_one_open ON paper_sheet (assignment_id) WHERE state = 'entered';
      CREATE TABLE paper_difference (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        paper_sheet_id uuid NOT NULL REFERENCES paper_sheet(id),
        values jsonb NOT NULL,
        entered_by uuid NOT NULL REFERENCES account(id),
        entered_at timestamptz NOT NULL
      );
      CREATE INDEX paper_difference_of ON paper_difference (paper_sheet_id);
      CREATE FUNCTION paper_sheet_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.state <> 'entered' OR NEW.values <> OLD.values OR NEW.entered_by <> OLD.entered_by OR NEW.assignment_id <> OLD.assignment_id THEN
          RAISE EXCEPTION 'entered sheets are evidence' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'paper_sheet_evidence';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER paper_sheet_evidence BEFORE UPDATE OR DELETE ON paper_sheet FOR EACH ROW EXECUTE FUNCTION paper_sheet_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE paper_difference, paper_sheet; DROP FUNCTION paper_sheet_stays();');
  }
}
