import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What entries are found by. Whatever changes a name marks the entries it stands in; the words are made anew before the next search. */
export class EntrySearch1764000006073 implements MigrationInterface {
  name = 'EntrySearch1764000006073';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE entry_search (
        entry_id uuid PRIMARY KEY REFERENCES entry (id),
        han text NOT NULL DEFAULT '',
        latin text NOT NULL DEFAULT '',
        stale boolean NOT NULL DEFAULT true
      );
      CREATE INDEX entry_search_han ON entry_search USING gin (han gin_trgm_ops);
      CREATE INDEX entry_search_latin ON entry_search USING gin (latin gin_trgm_ops);
      CREATE INDEX entry_search_stale ON entry_search (entry_id) WHERE stale;
      INSERT INTO entry_search (entry_id) SELECT id FROM entry;
      CREATE FUNCTION entry_search_marks() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF TG_TABLE_NAME = 'entry' THEN
          INSERT INTO entry_search (entry_id) VALUES (NEW.id) ON CONFLICT (entry_id) DO UPDATE SET stale = true;
        ELSIF TG_TABLE_NAME = 'person' THEN
          UPDATE entry_search SET stale = true WHERE NOT stale AND entry_id IN (
            SELECT m.entry_id FROM entry_member m WHERE m.person_id = NEW.id UNION SELECT c.entry_id FROM entry_coach c WHERE c.person_id = NEW.id);
        ELSIF TG_TABLE_NAME = 'org_unit' THEN
          UPDATE entry_search SET stale = true WHERE NOT stale AND entry_id IN (SELECT e.id FROM entry e WHERE e.school_id = NEW.id);
        ELSE
          UPDATE entry_search SET stale = true WHERE NOT stale AND entry_id = COALESCE(NEW.entry_id, OLD.entry_id);
        END IF;
        RETURN NULL;
      END $body$;
      CREATE TRIGGER entry_search_new AFTER INSERT ON entry FOR EACH ROW EXECUTE FUNCTION entry_search_marks();
      CREATE TRIGGER entry_search_named AFTER UPDATE OF title, entry_no, school_id ON entry FOR EACH ROW
        WHEN (OLD.title IS DISTINCT FROM NEW.title OR OLD.entry_no IS DISTINCT FROM NEW.entry_no OR OLD.school_id <> NEW.school_id) EXECUTE FUNCTION entry_search_marks();
      CREATE TRIGGER entry_search_member AFTER INSERT OR DELETE OR UPDATE OF person_id ON entry_member FOR EACH ROW EXECUTE FUNCTION entry_search_marks();
      CREATE TRIGGER entry_search_coach AFTER INSERT OR DELETE OR UPDATE OF person_id ON entry_coach FOR EACH ROW EXECUTE FUNCTION entry_search_marks();
      CREATE TRIGGER entry_search_person AFTER UPDATE OF name ON person FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION entry_search_marks();
      CREATE TRIGGER entry_search_school AFTER UPDATE OF name ON org_unit FOR EACH ROW WHEN (OLD.name <> NEW.name) EXECUTE FUNCTION entry_search_marks();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER entry_search_school ON org_unit;
      DROP TRIGGER entry_search_person ON person;
      DROP TRIGGER entry_search_coach ON entry_coach;
      DROP TRIGGER entry_search_member ON entry_member;
      DROP TRIGGER entry_search_named ON entry;
      DROP TRIGGER entry_search_new ON entry;
      DROP FUNCTION entry_search_marks();
      DROP TABLE entry_search;
    `);
  }
}
