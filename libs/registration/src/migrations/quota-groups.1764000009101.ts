import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Places are counted for a type in one group too (`project/primary`): what is used of them before that is counted once, and who holds a place keeps type and group. */
export class QuotaGroups1764000009101 implements MigrationInterface {
  name = 'QuotaGroups1764000009101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      INSERT INTO quota (edition_id, level, unit_id, entry_type, places, used, updated_at)
      SELECT edition_id, level, unit_id, type || '/' || group_key, NULL, count(*), now() FROM (
        SELECT edition_id, 'county' AS level, county_id AS unit_id, type, group_key FROM entry WHERE holds_county_place
        UNION ALL SELECT edition_id, 'prefecture', prefecture_id, type, group_key FROM entry WHERE holds_prefecture_place
        UNION ALL SELECT s.edition_id, s.level, s.unit_id, s.entry_type, e.group_key FROM substitute s JOIN entry e ON e.id = s.entry_id WHERE s.holds_place AND s.level <> 'edition'
      ) held WHERE group_key IS NOT NULL GROUP BY 1, 2, 3, 4
      ON CONFLICT ON CONSTRAINT quota_key DO NOTHING
    `);
    await runner.query(`
      CREATE FUNCTION entry_place_kind_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.holds_county_place OR OLD.holds_prefecture_place OR EXISTS (SELECT 1 FROM substitute s WHERE s.entry_id = OLD.id AND s.holds_place AND s.level <> 'edition') THEN
          RAISE EXCEPTION 'entry % holds a place of its type and group', OLD.id USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER entry_place_kind_kept BEFORE UPDATE OF type, group_key ON entry FOR EACH ROW
        WHEN ((OLD.type, OLD.group_key) IS DISTINCT FROM (NEW.type, NEW.group_key)) EXECUTE FUNCTION entry_place_kind_kept();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER entry_place_kind_kept ON entry; DROP FUNCTION entry_place_kind_kept()');
    await runner.query(`DELETE FROM quota WHERE entry_type LIKE '%/%'`);
  }
}
