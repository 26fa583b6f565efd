import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'draft', 'submitted', 'school_approved', 'county_recommended', 'prefecture_recommended', 'eligible', 'in_review', 'finalist', 'final_scored', 'awarded', 'in_notice',
  'confirmed', 'returned', 'not_recommended', 'ineligible', 'not_shortlisted', 'absent', 'disqualified', 'withdrawn'`;

/**
 * Editions with so many places. Who holds a place stands in `capacity_place`; `used` is counted from those rows by the database itself, and
 * cannot pass `places`. An entry waits in the list and as its state at once, or in neither; one that has left holds nothing.
 */
export class WaitingList1764000008100 implements MigrationInterface {
  name = 'WaitingList1764000008100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry DROP CONSTRAINT entry_state_check;
      ALTER TABLE entry ADD CONSTRAINT entry_state_check CHECK (state IN (${STATES}, 'waiting'));
      ALTER TABLE substitute DROP CONSTRAINT substitute_level_check;
      ALTER TABLE substitute ADD CONSTRAINT substitute_level_check CHECK (level IN ('county', 'prefecture', 'edition'));
      ALTER TABLE substitute ADD COLUMN round int NOT NULL DEFAULT 0 CHECK (round >= 0);
      CREATE UNIQUE INDEX substitute_edition_order ON substitute (edition_id, position) WHERE level = 'edition' AND state = 'waiting';
      CREATE TABLE capacity (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition (id),
        entry_type text,
        group_key text,
        unit_id uuid REFERENCES org_unit (id),
        places int CHECK (places >= 0),
        used int NOT NULL DEFAULT 0 CHECK (used >= 0),
        updated_at timestamptz NOT NULL,
        CONSTRAINT capacity_key UNIQUE NULLS NOT DISTINCT (edition_id, entry_type, group_key, unit_id),
        CONSTRAINT capacity_not_exceeded CHECK (used <= places)
      );
      CREATE TABLE capacity_place (
        capacity_id uuid NOT NULL REFERENCES capacity (id),
        entry_id uuid NOT NULL REFERENCES entry (id),
        PRIMARY KEY (capacity_id, entry_id)
      );
      CREATE INDEX capacity_place_entry ON capacity_place (entry_id);
      CREATE TABLE waiting_draw (
        edition_id uuid PRIMARY KEY REFERENCES edition (id),
        seed text NOT NULL CHECK (seed <> ''),
        drawn_from uuid[] NOT NULL,
        drawn_order uuid[] NOT NULL,
        drawn_by uuid NOT NULL REFERENCES account (id),
        drawn_at timestamptz NOT NULL
      );
      CREATE FUNCTION capacity_counts() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF TG_OP = 'INSERT' THEN UPDATE capacity SET used = used + 1 WHERE id = NEW.capacity_id;
        ELSE UPDATE capacity SET used = used - 1 WHERE id = OLD.capacity_id;
        END IF;
        RETURN NULL;
      END $body$;
      CREATE TRIGGER capacity_counts AFTER INSERT OR DELETE ON capacity_place FOR EACH ROW EXECUTE FUNCTION capacity_counts();
      CREATE FUNCTION capacity_place_stays() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        RAISE EXCEPTION 'a place is taken and given back, never changed' USING ERRCODE = '23514', CONSTRAINT = 'capacity_place_stays';
      END $body$;
      CREATE TRIGGER capacity_place_stays BEFORE UPDATE ON capacity_place FOR EACH ROW EXECUTE FUNCTION capacity_place_stays();
      CREATE FUNCTION entry_waits_once() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE
        waiting_entry uuid := (to_jsonb(NEW) ->> TG_ARGV[0])::uuid;
      BEGIN
        IF (SELECT e.state = 'waiting' FROM entry e WHERE e.id = waiting_entry)
           <> EXISTS (SELECT 1 FROM substitute s WHERE s.entry_id = waiting_entry AND s.level = 'edition' AND s.state IN ('waiting', 'called')) THEN
          RAISE EXCEPTION 'an entry waits in the list and as its state, or in neither' USING ERRCODE = '23514', CONSTRAINT = 'entry_waits_once';
        END IF;
        RETURN NULL;
      END $body$;
      CREATE CONSTRAINT TRIGGER entry_waits_once AFTER UPDATE OF state ON entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (OLD.state = 'waiting' OR NEW.state = 'waiting') EXECUTE FUNCTION entry_waits_once('id');
      CREATE CONSTRAINT TRIGGER substitute_waits_once AFTER INSERT OR UPDATE OF state ON substitute DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.level = 'edition') EXECUTE FUNCTION entry_waits_once('entry_id');
      CREATE FUNCTION entry_left_its_place() RETURNS trigger LANGUAGE plpgsql AS $body$
      BEGIN
        IF EXISTS (SELECT 1 FROM capacity_place p JOIN entry e ON e.id = p.entry_id WHERE p.entry_id = NEW.id AND e.state = NEW.state) THEN
          RAISE EXCEPTION 'an entry that has left holds no place' USING ERRCODE = '23514', CONSTRAINT = 'entry_left_its_place';
        END IF;
        RETURN NULL;
      END $body$;
      CREATE CONSTRAINT TRIGGER entry_left_its_place AFTER UPDATE OF state ON entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
        WHEN (NEW.state IN ('withdrawn', 'not_recommended', 'ineligible', 'disqualified')) EXECUTE FUNCTION entry_left_its_place();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER entry_left_its_place ON entry;
      DROP TRIGGER entry_waits_once ON entry;
      DROP TRIGGER substitute_waits_once ON substitute;
      DROP TABLE waiting_draw, capacity_place, capacity;
      DROP FUNCTION entry_left_its_place(), entry_waits_once(), capacity_place_stays(), capacity_counts();
      DROP INDEX substitute_edition_order;
      DELETE FROM substitute WHERE level = 'edition';
      ALTER TABLE substitute DROP COLUMN round;
      ALTER TABLE substitute DROP CONSTRAINT substitute_level_check;
      ALTER TABLE substitute ADD CONSTRAINT substitute_level_check CHECK (level IN ('county', 'prefecture'));
      ALTER TABLE entry DROP CONSTRAINT entry_state_check;
      ALTER TABLE entry ADD CONSTRAINT entry_state_check CHECK (state IN (${STATES}));
    `);
  }
}
