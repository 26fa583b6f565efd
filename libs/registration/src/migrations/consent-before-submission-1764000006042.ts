import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The third place that keeps what a guardian has to allow in the draft: no entry is handed in with a member who needs a consent that is not
 * there, or whose guardian said no. The age is the rulebook's, counted on the day the member was entered, by the calendar of the contest.
 */
export class ConsentBeforeSubmission1764000006042 implements MigrationInterface {
  name = 'ConsentBeforeSubmission1764000006042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION entry_needs_consents() RETURNS trigger LANGUAGE plpgsql AS $body$
      DECLARE
        under_age int;
      BEGIN
        SELECT (v.document -> 'consent' ->> 'underAge')::int INTO under_age FROM edition e JOIN rulebook_version v ON v.id = e.rulebook_version_id WHERE e.id = NEW.edition_id;
        IF EXISTS (
          SELECT 1 FROM entry_member m JOIN person p ON p.id = m.person_id
            LEFT JOIN LATERAL (SELECT c.decision FROM consent c WHERE c.entry_id = m.entry_id AND c.person_id = m.person_id ORDER BY c.sequence DESC LIMIT 1) newest ON true,
            LATERAL (SELECT (m.added_at AT TIME ZONE 'Asia/Shanghai')::date AS day) added
          WHERE m.entry_id = NEW.id
            AND (newest.decision IN ('refused', 'withdrawn')
              OR (newest.decision IS NULL AND p.birth_date IS NOT NULL
                AND extract(year FROM added.day)::int - extract(year FROM p.birth_date)::int - (to_char(added.day, 'MM-DD') < to_char(p.birth_date, 'MM-DD'))::int < COALESCE(under_age, 14)))
        ) THEN
          RAISE EXCEPTION 'a member of this entry has no consent of a guardian' USING ERRCODE = '23514', CONSTRAINT = 'entry_consents';
        END IF;
        RETURN NEW;
      END $body$;
      CREATE TRIGGER entry_consents BEFORE UPDATE OF state ON entry FOR EACH ROW
        WHEN (OLD.state IN ('draft', 'returned') AND NEW.state NOT IN ('draft', 'returned', 'withdrawn', 'disqualified')) EXECUTE FUNCTION entry_needs_consents();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER entry_consents ON entry; DROP FUNCTION entry_needs_consents()');
  }
}
