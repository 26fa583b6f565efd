import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scores that come from elsewhere (a skills test): every import adds a version, none is changed. */
export class GivenScores1764000008046 implements MigrationInterface {
  name = 'GivenScores1764000008046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE given_score (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        entry_id uuid NOT NULL REFERENCES entry(id),
        version int NOT NULL CHECK (version > 0),
        score numeric NOT NULL CHECK (score >= 0),
        given_by uuid NOT NULL REFERENCES account(id),
        given_at timestamptz NOT NULL,
        CONSTRAINT given_score_version UNIQUE (stage_key, entry_id, version)
      );
      CREATE INDEX given_score_of ON given_score (edition_id, stage_key);
      CREATE FUNCTION given_score_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'given scores are evidence and are only added to' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'given_score_evidence';
      END $$;
      CREATE TRIGGER given_score_evidence BEFORE UPDATE OR DELETE ON given_score FOR EACH ROW EXECUTE FUNCTION given_score_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE given_score; DROP FUNCTION given_score_stays();');
  }
}
