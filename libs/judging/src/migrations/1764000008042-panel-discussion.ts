import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a panel says about its entries, and in which order it talks about them. Only added to. */
export class PanelDiscussion1764000008042 implements MigrationInterface {
  name = 'PanelDiscussion1764000008042';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE panel_message (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        panel_id uuid NOT NULL REFERENCES panel(id),
        code_id uuid,
        kind text NOT NULL CHECK (kind IN ('said', 'conclusion')),
        text text NOT NULL CHECK (length(btrim(text)) > 0),
        client_key text NOT NULL,
        said_by uuid NOT NULL REFERENCES account(id),
        said_at timestamptz NOT NULL,
        FOREIGN KEY (code_id, panel_id) REFERENCES entry_code(id, panel_id),
        CONSTRAINT panel_message_client_key UNIQUE (panel_id, said_by, client_key),
        CONSTRAINT conclusion_of_entry CHECK (kind = 'said' OR code_id IS NOT NULL)
      );
      CREATE INDEX panel_message_of ON panel_message (panel_id, code_id, said_at);
      CREATE TABLE panel_order (
        panel_id uuid NOT NULL,
        code_id uuid NOT NULL,
        position int NOT NULL CHECK (position > 0),
        PRIMARY KEY (panel_id, code_id),
        FOREIGN KEY (code_id, panel_id) REFERENCES entry_code(id, panel_id)
      );
      CREATE FUNCTION panel_message_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'what a panel said is evidence' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'panel_message_evidence';
      END $$;
      CREATE TRIGGER panel_message_evidence BEFORE UPDATE OR DELETE ON panel_message FOR EACH ROW EXECUTE FUNCTION panel_message_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE panel_order, panel_message; DROP FUNCTION panel_message_stays();');
  }
}
