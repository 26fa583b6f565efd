import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is known of a judge beside the profile, and conflicts that keep themselves up to date: whenever people, judges or entries
 * of a stage that is being judged change, a job compares them again. An assignment that a new conflict touches is listed.
 */
export class JudgesAndConflicts1764000008010 implements MigrationInterface {
  name = 'JudgesAndConflicts1764000008010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE judge_alias (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        judge_id uuid NOT NULL REFERENCES judge(id),
        kind text NOT NULL CHECK (kind IN ('email', 'phone')),
        value text NOT NULL CHECK (value = lower(btrim(value)) AND value <> ''),
        added_at timestamptz NOT NULL,
        CONSTRAINT judge_alias_once UNIQUE (judge_id, kind, value)
      );
      CREATE TABLE judge_away (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        judge_id uuid NOT NULL REFERENCES judge(id),
        from_day date NOT NULL,
        to_day date NOT NULL,
        CONSTRAINT away_in_order CHECK (to_day >= from_day),
        CONSTRAINT judge_away_once UNIQUE (judge_id, from_day, to_day)
      );
      ALTER TABLE judge_interest ADD COLUMN from_year int, ADD COLUMN relation text NOT NULL DEFAULT 'other'
        CHECK (relation IN ('kin', 'teacher', 'pupil', 'partner', 'other'));
      ALTER TABLE judge_interest ADD CONSTRAINT interest_years_in_order CHECK (from_year IS NULL OR until_year IS NULL OR from_year <= until_year);
      ALTER TABLE conflict DROP CONSTRAINT conflict_kind_check;
      ALTER TABLE conflict ADD CONSTRAINT conflict_kind_check CHECK (kind IN ('member', 'coach', 'chain', 'sameSchool', 'pastSchool', 'samePrefecture', 'declaredSchool',
        'declaredPerson', 'declaredKin', 'guardianName', 'samePerson', 'recused'));
      ALTER TABLE conflict ADD COLUMN lifted_by uuid REFERENCES account(id);
      CREATE TABLE conflict_touch (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        assignment_id uuid NOT NULL REFERENCES assignment(id),
        kinds text[] NOT NULL CHECK (cardinality(kinds) > 0),
        found_at timestamptz NOT NULL,
        settled_at timestamptz
      );
      CREATE UNIQUE INDEX conflict_touch_open ON conflict_touch (assignment_id) WHERE settled_at IS NULL;
    `);
    await runner.query(`
      -- One waiting job per stage. A job that waits already is held, so that it begins only after this transaction and sees what it wrote.
      CREATE FUNCTION recheck_conflicts() RETURNS void LANGUAGE plpgsql AS $$
      DECLARE stage record; waiting uuid;
      BEGIN
        FOR stage IN SELECT DISTINCT edition_id, stage_key FROM panel WHERE state = 'open' ORDER BY 1, 2 LOOP
          LOOP
            INSERT INTO outbox (name, queue, payload, dedupe_key, request_id, run_at)
            VALUES ('judging.recheck-conflicts', 'scores', jsonb_build_object('editionId', stage.edition_id, 'stageKey', stage.stage_key), stage.edition_id || ' ' || stage.stage_key, 'database', to_timestamp(0))
            ON CONFLICT (name, dedupe_key) WHERE state IN ('waiting', 'queued') DO NOTHING RETURNING id INTO waiting;
            EXIT WHEN waiting IS NOT NULL;
            SELECT id INTO waiting FROM outbox WHERE name = 'judging.recheck-conflicts' AND dedupe_key = stage.edition_id || ' ' || stage.stage_key
              AND state IN ('waiting', 'queued') FOR KEY SHARE;
            EXIT WHEN waiting IS NOT NULL;
          END LOOP;
          waiting := NULL;
          PERFORM pg_notify('qingsai_outbox', '');
        END LOOP;
      END $$;

      CREATE FUNCTION conflicts_of_judges() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM recheck_conflicts();
        RETURN NULL;
      END $$;
      CREATE TRIGGER conflicts_recheck AFTER INSERT OR DELETE OR UPDATE OF person_id, employer_org_id, employer, prefecture_id ON judge FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_judges();
      CREATE TRIGGER conflicts_recheck AFTER INSERT OR UPDATE ON judge_interest FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_judges();
      CREATE TRIGGER conflicts_recheck AFTER INSERT OR DELETE ON judge_alias FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_judges();
      CREATE TRIGGER conflicts_recheck AFTER INSERT OR UPDATE OF state ON panel_judge FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_judges();

      -- Teams, coaches and people change all season long; only those that a judged entry or a judge has to do with matter.
      CREATE FUNCTION conflicts_of_parts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM changed JOIN entry_code c ON c.entry_id = changed.entry_id JOIN panel p ON p.id = c.panel_id AND p.state = 'open')
          OR EXISTS (SELECT 1 FROM changed JOIN judge j ON j.person_id = changed.person_id)
          OR EXISTS (SELECT 1 FROM changed JOIN entry_coach k ON k.entry_id = changed.entry_id JOIN judge j ON j.person_id = k.person_id)
          OR EXISTS (SELECT 1 FROM changed JOIN entry_member m ON m.entry_id = changed.entry_id JOIN judge j ON j.person_id = m.person_id) THEN
          PERFORM recheck_conflicts();
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER conflicts_added AFTER INSERT ON entry_member REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_parts();
      CREATE TRIGGER conflicts_changed AFTER UPDATE ON entry_member REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_parts();
      CREATE TRIGGER conflicts_removed AFTER DELETE ON entry_member REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_parts();
      CREATE TRIGGER conflicts_added AFTER INSERT ON entry_coach REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_parts();
      CREATE TRIGGER conflicts_changed AFTER UPDATE ON entry_coach REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_parts();
      CREATE TRIGGER conflicts_removed AFTER DELETE ON entry_coach REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_parts();
      CREATE TRIGGER conflicts_consented AFTER INSERT ON consent REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_parts();

      CREATE FUNCTION conflicts_of_people() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT 1 FROM changed n JOIN earlier o ON o.id = n.id
          WHERE (n.name, n.school_id, n.phone, n.email) IS DISTINCT FROM (o.name, o.school_id, o.phone, o.email)
            AND (EXISTS (SELECT 1 FROM judge j WHERE j.person_id = n.id)
              OR EXISTS (SELECT 1 FROM entry_member m JOIN entry_code c ON c.entry_id = m.entry_id JOIN panel p ON p.id = c.panel_id AND p.state = 'open' WHERE m.person_id = n.id)
              OR EXISTS (SELECT 1 FROM entry_coach k JOIN entry_code c ON c.entry_id = k.entry_id JOIN panel p ON p.id = c.panel_id AND p.state = 'open' WHERE k.person_id = n.id))) THEN
          PERFORM recheck_conflicts();
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER conflicts_changed AFTER UPDATE ON person REFERENCING OLD TABLE AS earlier NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION conflicts_of_people();

      CREATE FUNCTION conflicts_of_accounts() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.email, NEW.phone, NEW.person_id) IS DISTINCT FROM (OLD.email, OLD.phone, OLD.person_id) THEN PERFORM recheck_conflicts(); END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER conflicts_changed AFTER UPDATE OF email, phone, person_id ON account FOR EACH ROW EXECUTE FUNCTION conflicts_of_accounts();

      CREATE FUNCTION conflicts_of_entries() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (NEW.school_id, NEW.prefecture_id) IS DISTINCT FROM (OLD.school_id, OLD.prefecture_id) THEN PERFORM recheck_conflicts(); END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER conflicts_changed AFTER UPDATE OF school_id, prefecture_id ON entry FOR EACH ROW EXECUTE FUNCTION conflicts_of_entries();

      CREATE FUNCTION assignment_without_touch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' AND NEW.state = 'assigned' AND EXISTS (SELECT 1 FROM conflict_touch t JOIN assignment a ON a.id = t.assignment_id
          WHERE t.settled_at IS NULL AND a.code_id = NEW.code_id AND a.judge_id = NEW.judge_id) THEN
          RAISE EXCEPTION 'this judge has a conflict with this entry' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'assignment_conflict';
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.state <> 'assigned' AND EXISTS (SELECT 1 FROM conflict_touch t WHERE t.assignment_id = NEW.id AND t.settled_at IS NULL) THEN
          PERFORM recheck_conflicts();
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER assignment_touch BEFORE INSERT OR UPDATE OF state ON assignment FOR EACH ROW EXECUTE FUNCTION assignment_without_touch();

      CREATE FUNCTION panel_without_touch() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state = 'locked' AND OLD.state <> 'locked' AND EXISTS (SELECT 1 FROM conflict_touch t JOIN assignment a ON a.id = t.assignment_id
          WHERE t.settled_at IS NULL AND a.panel_id = NEW.id AND a.state = 'assigned') THEN
          RAISE EXCEPTION 'reviews of this panel are in conflict' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'panel_conflict';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER panel_conflict BEFORE UPDATE OF state ON panel FOR EACH ROW EXECUTE FUNCTION panel_without_touch();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER panel_conflict ON panel; DROP TRIGGER assignment_touch ON assignment;
      DROP FUNCTION panel_without_touch(); DROP FUNCTION assignment_without_touch();
      DROP TRIGGER conflicts_changed ON entry; DROP TRIGGER conflicts_changed ON account; DROP TRIGGER conflicts_changed ON person; DROP TRIGGER conflicts_consented ON consent;
      DROP TRIGGER conflicts_added ON entry_member; DROP TRIGGER conflicts_changed ON entry_member; DROP TRIGGER conflicts_removed ON entry_member;
      DROP TRIGGER conflicts_added ON entry_coach; DROP TRIGGER conflicts_changed ON entry_coach; DROP TRIGGER conflicts_removed ON entry_coach;
      DROP TRIGGER conflicts_recheck ON judge; DROP TRIGGER conflicts_recheck ON judge_interest; DROP TRIGGER conflicts_recheck ON panel_judge;
      DROP TABLE conflict_touch, judge_away, judge_alias;
      DROP FUNCTION conflicts_of_entries(); DROP FUNCTION conflicts_of_accounts(); DROP FUNCTION conflicts_of_people(); DROP FUNCTION conflicts_of_parts();
      DROP FUNCTION conflicts_of_judges(); DROP FUNCTION recheck_conflicts();
      ALTER TABLE conflict DROP COLUMN lifted_by;
      ALTER TABLE judge_interest DROP COLUMN from_year, DROP COLUMN relation;
    `);
  }
}
