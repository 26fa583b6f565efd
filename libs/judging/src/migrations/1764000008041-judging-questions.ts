import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions that the screens ask people, with their answers; the newest figures of a stage; reminders, each once. */
export class JudgingQuestions1764000008041 implements MigrationInterface {
  name = 'JudgingQuestions1764000008041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE judging_question (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        panel_id uuid REFERENCES panel(id),
        kind text NOT NULL CHECK (kind IN ('divergence', 'randomScores', 'narrowScale', 'erratic', 'severity', 'outlyingScore', 'halo', 'tooFast', 'sameAgain', 'drift', 'copying')),
        asked_of text NOT NULL CHECK (asked_of IN ('leader', 'office')),
        judge_id uuid REFERENCES judge(id),
        other_judge_id uuid REFERENCES judge(id),
        code_id uuid REFERENCES entry_code(id),
        evidence jsonb NOT NULL,
        asked_at timestamptz NOT NULL,
        settled_at timestamptz,
        outcome text CHECK (outcome IN ('noAction', 'talkedTo', 'reopened', 'sheetsVoid', 'reviewed')),
        answer text,
        answered_by uuid REFERENCES account(id),
        answered_at timestamptz,
        CONSTRAINT question_once UNIQUE NULLS NOT DISTINCT (edition_id, stage_key, kind, judge_id, other_judge_id, code_id),
        CONSTRAINT question_about_something CHECK (judge_id IS NOT NULL OR code_id IS NOT NULL),
        CONSTRAINT answer_whole CHECK (num_nulls(outcome, answer, answered_by, answered_at) IN (0, 4) AND (answer IS NULL OR length(btrim(answer)) > 0))
      );
      CREATE INDEX judging_question_of_panel ON judging_question (panel_id);
      CREATE TABLE stage_screening (
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        made_at timestamptz NOT NULL,
        sheets int NOT NULL,
        judges jsonb NOT NULL,
        PRIMARY KEY (edition_id, stage_key)
      );
      CREATE TABLE judging_reminder (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        panel_id uuid NOT NULL REFERENCES panel(id),
        judge_id uuid REFERENCES judge(id),
        mark text NOT NULL,
        sent_at timestamptz NOT NULL,
        CONSTRAINT judging_reminder_once UNIQUE NULLS NOT DISTINCT (panel_id, judge_id, mark)
      );
    `);
    await runner.query(`
      CREATE FUNCTION judging_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.answered_at IS NOT NULL THEN
          RAISE EXCEPTION 'questions and their answers are evidence' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'judging_question_evidence';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER judging_question_evidence BEFORE UPDATE OR DELETE ON judging_question FOR EACH ROW EXECUTE FUNCTION judging_answer_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE judging_reminder, stage_screening, judging_question; DROP FUNCTION judging_answer_stays();');
  }
}
