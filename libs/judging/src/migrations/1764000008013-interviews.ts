import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Timetables of interviews: drafts and one in force; who came. No room hears two at a time, no entry twice in one timetable. */
export class Interviews1764000008013 implements MigrationInterface {
  name = 'Interviews1764000008013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE interview_timetable (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'draft', 'impossible', 'published', 'superseded', 'discarded')),
        settings jsonb NOT NULL,
        report jsonb NOT NULL,
        created_by uuid NOT NULL REFERENCES account(id),
        created_at timestamptz NOT NULL,
        published_by uuid REFERENCES account(id),
        published_at timestamptz,
        CONSTRAINT published_signed CHECK ((state IN ('published', 'superseded')) = (published_at IS NOT NULL AND published_by IS NOT NULL))
      );
      CREATE INDEX interview_timetable_of ON interview_timetable (edition_id, stage_key);
      CREATE UNIQUE INDEX interview_timetable_in_force ON interview_timetable (edition_id, stage_key) WHERE state = 'published';
      CREATE TABLE interview_slot (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        timetable_id uuid NOT NULL REFERENCES interview_timetable(id),
        code_id uuid NOT NULL,
        panel_id uuid NOT NULL,
        room text NOT NULL CHECK (length(btrim(room)) > 0),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
        moved boolean NOT NULL,
        FOREIGN KEY (code_id, panel_id) REFERENCES entry_code(id, panel_id),
        CONSTRAINT interview_once UNIQUE (timetable_id, code_id)
      );
      CREATE INDEX interview_slot_room ON interview_slot (timetable_id, room, starts_at);
      CREATE TABLE interview_ticket (
        code_id uuid PRIMARY KEY REFERENCES entry_code(id),
        ticket text NOT NULL CONSTRAINT interview_ticket_unique UNIQUE,
        arrived_at timestamptz,
        recorded_by uuid REFERENCES account(id),
        CONSTRAINT arrival_signed CHECK ((arrived_at IS NULL) = (recorded_by IS NULL))
      );
      CREATE FUNCTION interview_room_free() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM interview_timetable WHERE id = NEW.timetable_id FOR UPDATE;
        IF EXISTS (SELECT 1 FROM interview_slot s WHERE s.timetable_id = NEW.timetable_id AND s.id <> NEW.id AND (s.room = NEW.room OR s.panel_id = NEW.panel_id)
          AND tstzrange(s.starts_at, s.ends_at) && tstzrange(NEW.starts_at, NEW.ends_at)) THEN
          RAISE EXCEPTION 'the room or the panel is taken at that time' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'interview_room_taken';
        END IF;
        IF EXISTS (SELECT 1 FROM interview_slot s JOIN entry_code c ON c.id = s.code_id JOIN entry_member m ON m.entry_id = c.entry_id
            JOIN entry_member own ON own.person_id = m.person_id JOIN entry_code d ON d.entry_id = own.entry_id AND d.id = NEW.code_id
          WHERE s.timetable_id = NEW.timetable_id AND s.code_id <> NEW.code_id AND tstzrange(s.starts_at, s.ends_at) && tstzrange(NEW.starts_at, NEW.ends_at)) THEN
          RAISE EXCEPTION 'somebody would have to be in two places' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'interview_person_taken';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER interview_room_free BEFORE INSERT OR UPDATE ON interview_slot FOR EACH ROW EXECUTE FUNCTION interview_room_free();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE interview_ticket, interview_slot, interview_timetable; DROP FUNCTION interview_room_free();');
  }
}
