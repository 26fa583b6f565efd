import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Known entries that judges score before their own; where the gate is on, no sheet can be stored before it is passed. */
export class Training1764000008011 implements MigrationInterface {
  name = 'Training1764000008011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE training_set (
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        required boolean NOT NULL,
        tolerance_percent int NOT NULL CHECK (tolerance_percent BETWEEN 0 AND 100),
        attempts int NOT NULL CHECK (attempts > 0),
        to_pass int NOT NULL CHECK (to_pass > 0),
        saved_by uuid NOT NULL REFERENCES account(id),
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (edition_id, stage_key)
      );
      CREATE TABLE training_entry (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL,
        stage_key text NOT NULL,
        title text NOT NULL CHECK (length(btrim(title)) > 0),
        text text NOT NULL CHECK (length(btrim(text)) > 0),
        reference jsonb NOT NULL,
        reasons jsonb NOT NULL,
        added_at timestamptz NOT NULL,
        ended_at timestamptz,
        FOREIGN KEY (edition_id, stage_key) REFERENCES training_set (edition_id, stage_key)
      );
      CREATE INDEX training_entry_of ON training_entry (edition_id, stage_key);
      CREATE TABLE training_attempt (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        training_entry_id uuid NOT NULL REFERENCES training_entry(id),
        judge_id uuid NOT NULL REFERENCES judge(id),
        number int NOT NULL CHECK (number > 0),
        values jsonb NOT NULL,
        criteria jsonb NOT NULL,
        within boolean NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT training_attempt_number UNIQUE (training_entry_id, judge_id, number)
      );
      CREATE TABLE training_pass (
        edition_id uuid NOT NULL,
        stage_key text NOT NULL,
        judge_id uuid NOT NULL REFERENCES judge(id),
        passed_at timestamptz NOT NULL,
        waived_by uuid REFERENCES account(id),
        reason text,
        PRIMARY KEY (edition_id, stage_key, judge_id),
        FOREIGN KEY (edition_id, stage_key) REFERENCES training_set (edition_id, stage_key),
        CONSTRAINT waiver_says_why CHECK ((waived_by IS NULL) = (reason IS NULL) AND (reason IS NULL OR length(btrim(reason)) > 0))
      );
      CREATE FUNCTION training_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'attempts of the training are only added to' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'training_evidence';
      END $$;
      CREATE TRIGGER training_evidence BEFORE UPDATE OR DELETE ON training_attempt FOR EACH ROW EXECUTE FUNCTION training_evidence();

      CREATE FUNCTION sheet_after_training() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM assignment a JOIN panel p ON p.id = a.panel_id JOIN training_set t ON t.edition_id = p.edition_id AND t.stage_key = p.stage_key AND t.required
          WHERE a.id = NEW.assignment_id
            AND NOT EXISTS (SELECT 1 FROM training_pass s WHERE s.edition_id = t.edition_id AND s.stage_key = t.stage_key AND s.judge_id = a.judge_id)) THEN
          RAISE EXCEPTION 'the judge has not passed the training' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'score_sheet_training';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER score_sheet_training BEFORE INSERT ON score_sheet FOR EACH ROW EXECUTE FUNCTION sheet_after_training();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER score_sheet_training ON score_sheet;
      DROP FUNCTION sheet_after_training();
      DROP TABLE training_pass, training_attempt, training_entry, training_set;
      DROP FUNCTION training_evidence();
    `);
  }
}
