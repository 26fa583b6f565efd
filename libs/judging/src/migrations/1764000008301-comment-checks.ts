import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every comment of a sheet that was handed in is compared with the true names by a job, whoever wrote the sheet; what names somebody is held
 * until the secretariat has decided, and a decision stays. And who has checked in cannot be absent.
 */
export class CommentChecks1764000008301 implements MigrationInterface {
  name = 'CommentChecks1764000008301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE comment_check (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        assignment_id uuid NOT NULL,
        version int NOT NULL,
        part text NOT NULL CHECK (part IN ('juryComment', 'participantComment')),
        state text NOT NULL CHECK (state IN ('clear', 'held', 'released', 'withheld')),
        words text[] NOT NULL,
        checked_at timestamptz NOT NULL,
        decided_by uuid REFERENCES account(id),
        decided_at timestamptz,
        reason text,
        FOREIGN KEY (assignment_id, version) REFERENCES score_sheet(assignment_id, version),
        CONSTRAINT comment_check_once UNIQUE (assignment_id, version, part),
        CONSTRAINT comment_clear_without_words CHECK ((state = 'clear') = (words = '{}')),
        CONSTRAINT comment_decision_signed CHECK (num_nulls(decided_by, decided_at, reason) = CASE WHEN state IN ('released', 'withheld') THEN 0 ELSE 3 END),
        CONSTRAINT comment_decision_says_why CHECK (reason IS NULL OR length(btrim(reason)) > 0)
      );
      CREATE INDEX comment_check_held ON comment_check (checked_at) WHERE state = 'held';
      CREATE FUNCTION comment_decision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR OLD.state <> 'held' OR (NEW.assignment_id, NEW.version, NEW.part, NEW.words) IS DISTINCT FROM (OLD.assignment_id, OLD.version, OLD.part, OLD.words) THEN
          RAISE EXCEPTION 'what was found in a comment and decided on it is evidence' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'comment_check_evidence';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER comment_check_evidence BEFORE UPDATE OR DELETE ON comment_check FOR EACH ROW EXECUTE FUNCTION comment_decision_stays();
    `);
    await runner.query(`
      CREATE FUNCTION comments_to_check() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO outbox (name, queue, payload, dedupe_key, request_id, run_at)
        VALUES ('judging.check-comments', 'scores', jsonb_build_object('assignmentId', NEW.assignment_id, 'version', NEW.version), NEW.assignment_id || ':' || NEW.version, 'database', to_timestamp(0))
        ON CONFLICT (name, dedupe_key) WHERE state IN ('waiting', 'queued') DO NOTHING;
        PERFORM pg_notify('qingsai_outbox', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER comments_to_check AFTER INSERT ON score_sheet FOR EACH ROW
        WHEN (NEW.state = 'submitted' AND btrim(NEW.jury_comment || NEW.participant_comment) <> '') EXECUTE FUNCTION comments_to_check();
      INSERT INTO outbox (name, queue, payload, dedupe_key, request_id, run_at)
        SELECT 'judging.check-comments', 'scores', jsonb_build_object('assignmentId', v.assignment_id, 'version', v.version), v.assignment_id || ':' || v.version, 'database', to_timestamp(0)
        FROM score_sheet v JOIN assignment a ON a.id = v.assignment_id AND a.sheet_version = v.version
        WHERE v.state = 'submitted' AND btrim(v.jury_comment || v.participant_comment) <> ''
        ON CONFLICT (name, dedupe_key) WHERE state IN ('waiting', 'queued') DO NOTHING;
    `);
    await runner.query(`
      CREATE FUNCTION absent_not_arrived() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM interview_ticket k JOIN entry_code c ON c.id = k.code_id JOIN panel p ON p.id = c.panel_id AND p.state = 'open' WHERE c.entry_id = NEW.id AND k.arrived_at IS NOT NULL) THEN
          RAISE EXCEPTION 'who has checked in is not absent' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'absent_not_arrived';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER absent_not_arrived AFTER UPDATE OF state ON entry DEFERRABLE INITIALLY IMMEDIATE
        FOR EACH ROW WHEN (NEW.state = 'absent' AND OLD.state <> 'absent') EXECUTE FUNCTION absent_not_arrived();
      CREATE FUNCTION arrived_not_absent() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM entry_code c JOIN entry e ON e.id = c.entry_id WHERE c.id = NEW.code_id AND e.state = 'absent' FOR SHARE OF e;
        IF FOUND THEN
          RAISE EXCEPTION 'who is absent has not checked in' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'arrived_not_absent';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER arrived_not_absent BEFORE UPDATE OF arrived_at ON interview_ticket FOR EACH ROW
        WHEN (NEW.arrived_at IS NOT NULL AND OLD.arrived_at IS NULL) EXECUTE FUNCTION arrived_not_absent();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER arrived_not_absent ON interview_ticket; DROP FUNCTION arrived_not_absent();
      DROP TRIGGER absent_not_arrived ON entry; DROP FUNCTION absent_not_arrived();
      DROP TRIGGER comments_to_check ON score_sheet; DROP FUNCTION comments_to_check();
      DROP TABLE comment_check; DROP FUNCTION comment_decision_stays();
    `);
  }
}
