import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officials decided about hints of the checks. */
export class HintDecisions1764000009100 implements MigrationInterface {
  name = 'HintDecisions1764000009100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE hint_decision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        key text NOT NULL,
        code text NOT NULL,
        path text NOT NULL,
        params jsonb NOT NULL CHECK (jsonb_typeof(params) = 'object'),
        verdict text NOT NULL CHECK (verdict IN ('cleared', 'upheld')),
        reason text NOT NULL CHECK (btrim(reason) <> ''),
        level text NOT NULL CHECK (level IN ('school', 'county', 'prefecture', 'province')),
        decided_by uuid NOT NULL REFERENCES account (id),
        decided_at timestamptz NOT NULL,
        sequence bigint GENERATED ALWAYS AS IDENTITY
      );
      CREATE INDEX hint_decision_entry ON hint_decision (entry_id, key, sequence DESC);
      CREATE TRIGGER hint_decision_kept BEFORE UPDATE OR DELETE ON hint_decision FOR EACH ROW EXECUTE FUNCTION registration_evidence_is_kept();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hint_decision');
  }
}
