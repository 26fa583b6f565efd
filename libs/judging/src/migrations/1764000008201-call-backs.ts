import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Beside the interviews of a stage there are call-backs: a panel hears some of the finalists a second time, each once, also those of another panel. Several lists may be in
 * force; no room, panel or person is ever in two places over all that is in force.
 */
export class CallBacks1764000008201 implements MigrationInterface {
  name = 'CallBacks1764000008201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE interview_timetable ADD COLUMN kind text NOT NULL DEFAULT 'first' CHECK (kind IN ('first', 'callBack')), ADD COLUMN withdrawn_reason text CHECK (length(btrim(withdrawn_reason)) > 0);
      ALTER TABLE interview_timetable ALTER COLUMN kind DROP DEFAULT;
      DROP INDEX interview_timetable_in_force;
      CREATE UNIQUE INDEX interview_timetable_in_force ON interview_timetable (edition_id, stage_key) WHERE state = 'published' AND kind = 'first';
      ALTER TABLE interview_slot DROP CONSTRAINT interview_slot_code_id_panel_id_fkey, DROP CONSTRAINT interview_once,
        ADD FOREIGN KEY (code_id) REFERENCES entry_code(id), ADD FOREIGN KEY (panel_id) REFERENCES panel(id), ADD CONSTRAINT interview_once UNIQUE (timetable_id, code_id, panel_id);
      CREATE FUNCTION interview_of_its_panel() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE table_kind text;
      BEGIN
        SELECT t.kind INTO table_kind FROM interview_timetable t JOIN entry_code c ON c.id = NEW.code_id AND c.edition_id = t.edition_id AND c.stage_key = t.stage_key
          JOIN panel p ON p.id = NEW.panel_id AND p.edition_id = t.edition_id AND p.stage_key = t.stage_key WHERE t.id = NEW.timetable_id;
        IF table_kind IS NULL OR (table_kind = 'first' AND NOT EXISTS (SELECT 1 FROM entry_code c WHERE c.id = NEW.code_id AND c.panel_id = NEW.panel_id)) THEN
          RAISE EXCEPTION 'an interview is held by the panel that judges the entry' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'interview_panel';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER interview_of_its_panel BEFORE INSERT OR UPDATE OF code_id, panel_id ON interview_slot FOR EACH ROW EXECUTE FUNCTION interview_of_its_panel();

      CREATE FUNCTION interviews_in_force_fit() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('judging.interviews ' || NEW.edition_id || ' ' || NEW.stage_key, 0));
        IF EXISTS (SELECT 1 FROM interview_slot s JOIN interview_slot o ON tstzrange(o.starts_at, o.ends_at) && tstzrange(s.starts_at, s.ends_at)
            JOIN interview_timetable t ON t.id = o.timetable_id AND t.state = 'published' AND t.id <> NEW.id AND t.edition_id = NEW.edition_id AND t.stage_key = NEW.stage_key
            JOIN entry_code c ON c.id = s.code_id JOIN entry_code d ON d.id = o.code_id
          WHERE s.timetable_id = NEW.id AND (s.room = o.room OR s.panel_id = o.panel_id OR c.id = d.id
            OR EXISTS (SELECT 1 FROM entry_member m JOIN entry_member n ON n.person_id = m.person_id AND n.entry_id = d.entry_id WHERE m.entry_id = c.entry_id))) THEN
          RAISE EXCEPTION 'something in force already takes this room, panel or person' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'interviews_clash';
        END IF;
        IF NEW.kind = 'callBack' AND EXISTS (SELECT 1 FROM interview_slot s JOIN interview_slot o ON o.code_id = s.code_id AND o.panel_id = s.panel_id
            JOIN interview_timetable t ON t.id = o.timetable_id AND t.state = 'published' AND t.kind = 'callBack' AND t.id <> NEW.id WHERE s.timetable_id = NEW.id) THEN
          RAISE EXCEPTION 'a panel calls an entry back once' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'call_back_once';
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER interviews_in_force_fit AFTER UPDATE OF state ON interview_timetable FOR EACH ROW
        WHEN (NEW.state = 'published' AND OLD.state <> 'published') EXECUTE FUNCTION interviews_in_force_fit();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER interviews_in_force_fit ON interview_timetable; DROP FUNCTION interviews_in_force_fit();
      DROP TRIGGER interview_of_its_panel ON interview_slot; DROP FUNCTION interview_of_its_panel();
      DELETE FROM interview_slot s USING interview_timetable t WHERE t.id = s.timetable_id AND t.kind = 'callBack';
      DELETE FROM interview_timetable WHERE kind = 'callBack';
      ALTER TABLE interview_slot DROP CONSTRAINT interview_once, DROP CONSTRAINT interview_slot_code_id_fkey, DROP CONSTRAINT interview_slot_panel_id_fkey,
        ADD FOREIGN KEY (code_id, panel_id) REFERENCES entry_code(id, panel_id), ADD CONSTRAINT interview_once UNIQUE (timetable_id, code_id);
      DROP INDEX interview_timetable_in_force;
      CREATE UNIQUE INDEX interview_timetable_in_force ON interview_timetable (edition_id, stage_key) WHERE state = 'published';
      ALTER TABLE interview_timetable DROP COLUMN kind, DROP COLUMN withdrawn_reason;
    `);
  }
}
