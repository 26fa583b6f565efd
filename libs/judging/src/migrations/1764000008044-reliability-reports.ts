import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports on how far a stage's result can be relied on. A new one is added for new sheets; none is changed. */
export class ReliabilityReports1764000008044 implements MigrationInterface {
  name = 'ReliabilityReports1764000008044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reliability_report (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        input_sha256 text NOT NULL,
        made_at timestamptz NOT NULL,
        sheets int NOT NULL,
        figures jsonb NOT NULL,
        file_id uuid NOT NULL REFERENCES file_object(id),
        CONSTRAINT reliability_report_once UNIQUE (edition_id, stage_key, input_sha256)
      );
      CREATE FUNCTION reliability_report_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'reports are evidence' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'reliability_report_evidence';
      END $$;
      CREATE TRIGGER reliability_report_evidence BEFORE UPDATE OR DELETE ON reliability_report FOR EACH ROW EXECUTE FUNCTION reliability_report_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reliability_report; DROP FUNCTION reliability_report_stays();');
  }
}
