import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the judging. Conflicts are kept out of assignments, and sheets out of locked panels, by the database too. */
export class Judging1764000008001 implements MigrationInterface {
  name = 'Judging1764000008001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE judge (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account(id),
        person_id uuid REFERENCES person(id),
        employer_org_id uuid REFERENCES org_unit(id),
        employer text NOT NULL,
        post text NOT NULL,
        prefecture_id uuid REFERENCES org_unit(id),
        fields text[] NOT NULL,
        load_wish int CHECK (load_wish > 0),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT judge_account UNIQUE (account_id),
        CONSTRAINT judge_person UNIQUE (person_id)
      );
      CREATE TABLE judge_interest (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        judge_id uuid NOT NULL REFERENCES judge(id),
        kind text NOT NULL CHECK (kind IN ('school', 'organisation', 'person')),
        org_id uuid REFERENCES org_unit(id),
        person_name text,
        until_year int,
        note text NOT NULL,
        declared_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT interest_names_its_object CHECK ((kind = 'person') = (person_name IS NOT NULL) AND (kind = 'person') = (org_id IS NULL))
      );
      CREATE INDEX judge_interest_of ON judge_interest (judge_id);
      CREATE TABLE panel (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        name text NOT NULL CHECK (length(btrim(name)) > 0),
        types text[] NOT NULL,
        group_keys text[] NOT NULL,
        disciplines text[] NOT NULL,
        reviews_per_entry int NOT NULL CHECK (reviews_per_entry > 0),
        min_load int NOT NULL CHECK (min_load >= 0),
        max_load int NOT NULL CHECK (max_load >= min_load AND max_load > 0),
        state text NOT NULL CHECK (state IN ('draft', 'open', 'locked')),
        created_by uuid NOT NULL REFERENCES account(id),
        created_at timestamptz NOT NULL,
        locked_at timestamptz,
        locked_by uuid REFERENCES account(id),
        CONSTRAINT panel_name UNIQUE (edition_id, stage_key, name),
        CONSTRAINT panel_lock_signed CHECK ((state = 'locked') = (locked_at IS NOT NULL AND locked_by IS NOT NULL))
      );
      CREATE TABLE panel_judge (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        panel_id uuid NOT NULL REFERENCES panel(id),
        judge_id uuid NOT NULL REFERENCES judge(id),
        state text NOT NULL CHECK (state IN ('invited', 'accepted', 'declined', 'withdrawn', 'removed')),
        lead boolean NOT NULL,
        max_load int CHECK (max_load > 0),
        invited_at timestamptz NOT NULL,
        answered_at timestamptz,
        terms_version text,
        reason text,
        ended_at timestamptz,
        CONSTRAINT panel_judge_once UNIQUE (panel_id, judge_id),
        CONSTRAINT accepted_with_terms CHECK (state <> 'accepted' OR (answered_at IS NOT NULL AND terms_version IS NOT NULL))
      );
      CREATE INDEX panel_judge_of ON panel_judge (judge_id);
      CREATE UNIQUE INDEX panel_one_lead ON panel_judge (panel_id) WHERE lead AND state IN ('invited', 'accepted');
      CREATE TABLE entry_code (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        entry_id uuid NOT NULL REFERENCES entry(id),
        panel_id uuid NOT NULL REFERENCES panel(id),
        code text NOT NULL,
        issued_at timestamptz NOT NULL,
        CONSTRAINT entry_code_unique UNIQUE (edition_id, stage_key, code),
        CONSTRAINT entry_code_once UNIQUE (stage_key, entry_id),
        CONSTRAINT entry_code_panel UNIQUE (id, panel_id)
      );
      CREATE INDEX entry_code_of_panel ON entry_code (panel_id);
      CREATE TABLE conflict (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        judge_id uuid NOT NULL REFERENCES judge(id),
        entry_id uuid NOT NULL REFERENCES entry(id),
        kind text NOT NULL CHECK (kind IN ('member', 'coach', 'sameSchool', 'pastSchool', 'samePrefecture', 'declaredSchool', 'declaredPerson', 'recused')),
        hard boolean NOT NULL,
        found_at timestamptz NOT NULL,
        lifted_at timestamptz,
        lift_reason text
      );
      CREATE UNIQUE INDEX conflict_once ON conflict (judge_id, entry_id, kind) WHERE lifted_at IS NULL;
      CREATE INDEX conflict_of_entry ON conflict (entry_id);
      CREATE TABLE assignment (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        panel_id uuid NOT NULL,
        code_id uuid NOT NULL,
        judge_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('assigned', 'declined', 'recused', 'withdrawn', 'removed')),
        source text NOT NULL CHECK (source IN ('plan', 'refill', 'manual')),
        reason text,
        sheet_version int NOT NULL CHECK (sheet_version >= 0),
        sheet_state text NOT NULL CHECK (sheet_state IN ('blank', 'draft', 'submitted', 'reopened')),
        sheet_total text,
        created_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_by uuid REFERENCES account(id),
        end_reason text,
        FOREIGN KEY (code_id, panel_id) REFERENCES entry_code(id, panel_id),
        FOREIGN KEY (panel_id, judge_id) REFERENCES panel_judge(panel_id, judge_id),
        CONSTRAINT manual_says_why CHECK (source <> 'manual' OR length(btrim(reason)) > 0),
        CONSTRAINT ended_says_why CHECK ((state = 'assigned') = (ended_at IS NULL) AND (state = 'assigned' OR length(btrim(end_reason)) > 0))
      );
      CREATE UNIQUE INDEX assignment_live ON assignment (code_id, judge_id) WHERE state = 'assigned';
      CREATE INDEX assignment_of_panel ON assignment (panel_id, state);
      CREATE INDEX assignment_of_judge ON assignment (judge_id, state);
      CREATE INDEX assignment_of_code ON assignment (code_id);
      CREATE TABLE score_sheet (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        assignment_id uuid NOT NULL REFERENCES assignment(id),
        version int NOT NULL CHECK (version > 0),
        state text NOT NULL CHECK (state IN ('draft', 'submitted', 'reopened')),
        values jsonb NOT NULL,
        total text,
        private_note text NOT NULL,
        jury_comment text NOT NULL,
        participant_comment text NOT NULL,
        client_key text NOT NULL,
        sha256 text NOT NULL,
        saved_by uuid NOT NULL REFERENCES account(id),
        saved_at timestamptz NOT NULL,
        reason text,
        CONSTRAINT score_sheet_version UNIQUE (assignment_id, version),
        CONSTRAINT score_sheet_client_key UNIQUE (assignment_id, client_key),
        CONSTRAINT submitted_has_total CHECK (state <> 'submitted' OR total IS NOT NULL),
        CONSTRAINT reopened_says_why CHECK (state <> 'reopened' OR length(btrim(reason)) > 0)
      );
      CREATE TABLE assignment_run (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        panel_ids uuid[] NOT NULL,
        seed text NOT NULL,
        state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'infeasible', 'cancelled', 'failed')),
        done int NOT NULL,
        total int NOT NULL,
        report jsonb NOT NULL,
        started_by uuid NOT NULL REFERENCES account(id),
        created_at timestamptz NOT NULL,
        finished_at timestamptz
      );
      CREATE UNIQUE INDEX assignment_run_one_open ON assignment_run (edition_id, stage_key) WHERE state IN ('queued', 'running');
      CREATE TABLE panel_gap (
        panel_id uuid NOT NULL,
        code_id uuid NOT NULL,
        reason text NOT NULL CHECK (length(btrim(reason)) > 0),
        explained_by uuid NOT NULL REFERENCES account(id),
        explained_at timestamptz NOT NULL,
        PRIMARY KEY (panel_id, code_id),
        FOREIGN KEY (code_id, panel_id) REFERENCES entry_code(id, panel_id)
      );
      CREATE TABLE concern (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        assignment_id uuid NOT NULL REFERENCES assignment(id),
        kind text NOT NULL CHECK (kind IN ('leak', 'plagiarism', 'ethics', 'other')),
        text text NOT NULL,
        raised_at timestamptz NOT NULL,
        answer text,
        answered_by uuid REFERENCES account(id),
        answered_at timestamptz
      );
      CREATE INDEX concern_of ON concern (assignment_id);
      CREATE TABLE stage_closing (
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        closed_by uuid NOT NULL REFERENCES account(id),
        closed_at timestamptz NOT NULL,
        PRIMARY KEY (edition_id, stage_key)
      );
    `);
    await runner.query(`
      CREATE FUNCTION assignment_without_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- Also taken by conflict_without_assignment, so that the two cannot pass each other unseen.
        PERFORM pg_advisory_xact_lock_shared(hashtext('judging.conflict'));
        IF NEW.state = 'assigned' AND EXISTS (
          SELECT 1 FROM entry_code e JOIN conflict c ON c.entry_id = e.entry_id
          WHERE e.id = NEW.code_id AND c.judge_id = NEW.judge_id AND c.hard AND c.lifted_at IS NULL) THEN
          RAISE EXCEPTION 'this judge has a conflict with this entry' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'assignment_conflict';
        END IF;
        IF NEW.state = 'assigned' AND NOT EXISTS (
          SELECT 1 FROM panel_judge p WHERE p.panel_id = NEW.panel_id AND p.judge_id = NEW.judge_id AND p.state = 'accepted') THEN
          RAISE EXCEPTION 'this judge does not sit on the panel' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'assignment_seat';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER assignment_conflict BEFORE INSERT OR UPDATE OF state, code_id, judge_id ON assignment FOR EACH ROW EXECUTE FUNCTION assignment_without_conflict();

      CREATE FUNCTION conflict_without_assignment() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtext('judging.conflict'));
        IF NEW.hard AND NEW.lifted_at IS NULL AND EXISTS (
          SELECT 1 FROM assignment a JOIN entry_code e ON e.id = a.code_id JOIN panel p ON p.id = a.panel_id
          -- What was scored in a panel that is locked by now stays as it was; the secretariat decides about it.
          WHERE a.judge_id = NEW.judge_id AND e.entry_id = NEW.entry_id AND a.state = 'assigned' AND p.state = 'open') THEN
          RAISE EXCEPTION 'the assignment must end before its conflict is stored' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'conflict_assignment';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER conflict_assignment BEFORE INSERT OR UPDATE ON conflict FOR EACH ROW EXECUTE FUNCTION conflict_without_assignment();

      CREATE FUNCTION sheet_in_open_panel() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE found_state text; panel_state text;
      BEGIN
        IF TG_OP <> 'INSERT' THEN
          RAISE EXCEPTION 'score sheets are evidence and are only added to' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'score_sheet_evidence';
        END IF;
        SELECT a.state, p.state INTO found_state, panel_state FROM assignment a JOIN panel p ON p.id = a.panel_id WHERE a.id = NEW.assignment_id FOR SHARE OF p;
        IF panel_state <> 'open' THEN
          RAISE EXCEPTION 'the panel is not open' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'score_sheet_locked';
        END IF;
        IF found_state <> 'assigned' THEN
          RAISE EXCEPTION 'the assignment has ended' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'score_sheet_ended';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER score_sheet_evidence BEFORE INSERT OR UPDATE OR DELETE ON score_sheet FOR EACH ROW EXECUTE FUNCTION sheet_in_open_panel();

      CREATE FUNCTION entry_code_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a code keeps its entry' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'entry_code_evidence';
      END $$;
      CREATE TRIGGER entry_code_evidence BEFORE UPDATE OF id, edition_id, stage_key, entry_id, code ON entry_code FOR EACH ROW EXECUTE FUNCTION entry_code_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE stage_closing, concern, panel_gap, assignment_run, score_sheet, assignment, conflict, entry_code, panel_judge, panel, judge_interest, judge;
      DROP FUNCTION assignment_without_conflict();
      DROP FUNCTION conflict_without_assignment();
      DROP FUNCTION sheet_in_open_panel();
      DROP FUNCTION entry_code_stays();
    `);
  }
}
