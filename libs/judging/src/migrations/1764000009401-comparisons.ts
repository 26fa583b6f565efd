import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which of two entries a judge finds better; every change of mind is a new version. */
export class Comparisons1764000009401 implements MigrationInterface {
  name = 'Comparisons1764000009401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE comparison (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        panel_id uuid NOT NULL REFERENCES panel(id),
        judge_id uuid NOT NULL REFERENCES judge(id),
        first_code uuid NOT NULL,
        second_code uuid NOT NULL,
        answer text NOT NULL CHECK (answer IN ('first', 'second', 'equal')),
        version int NOT NULL CHECK (version > 0),
        client_key text NOT NULL,
        answered_at timestamptz NOT NULL,
        FOREIGN KEY (first_code, panel_id) REFERENCES entry_code(id, panel_id),
        FOREIGN KEY (second_code, panel_id) REFERENCES entry_code(id, panel_id),
        CONSTRAINT comparison_of_two CHECK (first_code < second_code),
        CONSTRAINT comparison_version UNIQUE (judge_id, first_code, second_code, version),
        CONSTRAINT comparison_client_key UNIQUE (judge_id, client_key)
      );
      CREATE INDEX comparison_of_panel ON comparison (panel_id);
      CREATE FUNCTION comparison_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'comparisons are evidence' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'comparison_evidence';
      END $$;
      CREATE TRIGGER comparison_evidence BEFORE UPDATE OR DELETE ON comparison FOR EACH ROW EXECUTE FUNCTION comparison_stays();
      CREATE FUNCTION comparison_is_own() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF (SELECT count(*) FROM assignment a WHERE a.judge_id = NEW.judge_id AND a.panel_id = NEW.panel_id AND a.code_id IN (NEW.first_code, NEW.second_code) AND a.state = 'assigned' AND a.sheet_state = 'submitted') <> 2 THEN
          RAISE EXCEPTION 'only entries whose own sheets are in are compared' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'comparison_own';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER comparison_own BEFORE INSERT ON comparison FOR EACH ROW EXECUTE FUNCTION comparison_is_own();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE comparison; DROP FUNCTION comparison_stays(); DROP FUNCTION comparison_is_own();');
  }
}
