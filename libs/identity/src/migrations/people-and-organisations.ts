import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations as a tree, people, accounts, grants, sessions, single-use links. */
export class PeopleAndOrganisations1764000004001 implements MigrationInterface {
  name = 'PeopleAndOrganisations1764000004001';

  async up(runner: QueryRunner): Promise<void> {
    for (const extension of ['ltree', 'pg_trgm']) await runner.query(`CREATE EXTENSION IF NOT EXISTS ${extension}`);
    await runner.query(`
      CREATE TABLE org_unit (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('province', 'prefecture', 'county', 'school')),
        code text,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        name_key text NOT NULL,
        path ltree NOT NULL,
        parent_id uuid REFERENCES org_unit (id),
        school_type text CHECK (school_type IN ('ordinary', 'vocational', 'special', 'international', 'out_of_school', 'teaching_research')),
        stages text[] NOT NULL DEFAULT '{}' CHECK (stages <@ ARRAY['primary', 'junior', 'senior']),
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'proposed', 'rejected', 'merged')),
        merged_into_id uuid REFERENCES org_unit (id),
        proposed_by uuid,
        decision_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT org_unit_depth CHECK (nlevel(path) = CASE kind WHEN 'province' THEN 1 WHEN 'prefecture' THEN 2 WHEN 'county' THEN 3 ELSE 4 END),
        CONSTRAINT org_unit_parent CHECK ((parent_id IS NULL) = (kind = 'province')),
        CONSTRAINT org_unit_school_type CHECK ((school_type IS NOT NULL) = (kind = 'school')),
        CONSTRAINT org_unit_merged CHECK ((merged_into_id IS NOT NULL) = (status = 'merged'))
      )`);
    await runner.query(`CREATE UNIQUE INDEX org_unit_path ON org_unit (path)`);
    await runner.query(`CREATE INDEX org_unit_path_gist ON org_unit USING gist (path)`);
    await runner.query(`CREATE UNIQUE INDEX org_unit_code ON org_unit (code) WHERE code IS NOT NULL AND status <> 'merged'`);
    await runner.query(`CREATE UNIQUE INDEX org_unit_school_name ON org_unit (parent_id, name) WHERE kind = 'school' AND status IN ('active', 'proposed')`);
    await runner.query(`CREATE INDEX org_unit_parent ON org_unit (parent_id)`);
    await runner.query(`CREATE INDEX org_unit_name_key ON org_unit USING gin (name_key gin_trgm_ops)`);

    await runner.query(`
      CREATE TABLE person (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        kind text NOT NULL CHECK (kind IN ('student', 'coach', 'guardian', 'staff')),
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        sex text CHECK (sex IN ('M', 'F')),
        birth_date date,
        id_kind text CHECK (id_kind IN ('resident', 'hk_macao', 'taiwan', 'passport')),
        id_sealed text,
        id_hash text,
        id_checked boolean NOT NULL DEFAULT false,
        school_id uuid REFERENCES org_unit (id),
        stage text CHECK (stage IN ('primary', 'junior', 'senior')),
        grade text,
        phone text,
        email text,
        title text,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT person_id_complete CHECK ((id_sealed IS NULL) = (id_hash IS NULL) AND (id_sealed IS NULL) = (id_kind IS NULL)),
        CONSTRAINT person_id_is_sealed CHECK (id_sealed !~ '^[0-9]{17}[0-9Xx]$'),
        CONSTRAINT person_student_school CHECK (kind <> 'student' OR school_id IS NOT NULL)
      )`);
    await runner.query(`CREATE UNIQUE INDEX person_id_hash ON person (id_hash) WHERE id_hash IS NOT NULL`);
    await runner.query(`CREATE INDEX person_school ON person (school_id, kind)`);
    await runner.query(`CREATE INDEX person_newest ON person (created_at DESC, name, id)`);
    await runner.query(`CREATE INDEX person_name ON person USING gin (name gin_trgm_ops)`);

    await runner.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id uuid UNIQUE REFERENCES person (id),
        login_name text CHECK (login_name = lower(login_name)),
        email text CHECK (email = lower(email)),
        phone text,
        name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        password_hash text CHECK (password_hash LIKE '$argon2id$%'),
        password_set_at timestamptz,
        status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
        language text NOT NULL DEFAULT 'zh' CHECK (language IN ('zh', 'en')),
        totp_sealed text,
        totp_confirmed_at timestamptz,
        totp_last_step integer,
        recovery_hashes text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT account_reachable CHECK (login_name IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL)
      )`);
    await runner.query(`CREATE UNIQUE INDEX account_login_name ON account (login_name) WHERE login_name IS NOT NULL`);
    await runner.query(`CREATE UNIQUE INDEX account_email ON account (email) WHERE email IS NOT NULL`);
    await runner.query(`CREATE UNIQUE INDEX account_phone ON account (phone) WHERE phone IS NOT NULL`);

    await runner.query(`
      CREATE TABLE role_grant (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account (id),
        role text NOT NULL CHECK (role IN ('student', 'guardian', 'coach', 'school_admin', 'county_admin', 'prefecture_admin', 'province_admin',
          'secretariat', 'judge', 'supervisor', 'system_admin')),
        org_unit_id uuid REFERENCES org_unit (id),
        edition_id uuid,
        panel_id uuid,
        state text NOT NULL DEFAULT 'active' CHECK (state IN ('requested', 'active', 'refused', 'revoked')),
        decided_by uuid REFERENCES account (id),
        decision_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        CONSTRAINT role_grant_scope CHECK (
          CASE WHEN role IN ('student', 'coach', 'school_admin', 'county_admin', 'prefecture_admin', 'province_admin')
               THEN org_unit_id IS NOT NULL AND edition_id IS NULL AND panel_id IS NULL
               WHEN role IN ('guardian', 'system_admin') THEN org_unit_id IS NULL AND edition_id IS NULL AND panel_id IS NULL
               WHEN role IN ('judge', 'secretariat') THEN org_unit_id IS NULL
               ELSE panel_id IS NULL END),
        CONSTRAINT role_grant_ended CHECK ((ended_at IS NOT NULL) = (state IN ('refused', 'revoked')))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX role_grant_once ON role_grant (account_id, role, org_unit_id, edition_id, panel_id) NULLS NOT DISTINCT
        WHERE state IN ('requested', 'active')`);
    await runner.query(`CREATE INDEX role_grant_scope_org ON role_grant (org_unit_id) WHERE state IN ('requested', 'active')`);

    await runner.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL REFERENCES account (id),
        token_hash text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        ip text,
        user_agent text
      )`);
    await runner.query(`CREATE INDEX session_account ON session (account_id) WHERE ended_at IS NULL`);

    await runner.query(`
      CREATE TABLE single_use_link (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        purpose text NOT NULL,
        token_hash text NOT NULL UNIQUE,
        subject_id uuid NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        created_by uuid REFERENCES account (id),
        created_at timestamptz NOT NULL
      )`);
    await runner.query(`CREATE INDEX single_use_link_subject ON single_use_link (purpose, subject_id) WHERE used_at IS NULL`);
    await runner.query(`
      CREATE TABLE login_throttle (
        key text PRIMARY KEY,
        failures integer NOT NULL CHECK (failures >= 0),
        since timestamptz NOT NULL,
        blocked_until timestamptz
      )`);
    // One row: what the system's administrators decided; NULL leaves it to the installation (off in a demonstration, on otherwise).
    await runner.query(`
      CREATE TABLE security_policy (
        "only" boolean PRIMARY KEY DEFAULT true CHECK ("only"),
        require_second_factor boolean
      )`);
    await runner.query(`INSERT INTO security_policy DEFAULT VALUES`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['security_policy', 'login_throttle', 'single_use_link', 'session', 'role_grant', 'account', 'person', 'org_unit']) await runner.query(`DROP TABLE ${table}`);
  }
}
