import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The printable form of a posted list: one for each, never changed. Lists that stand already are printed by the worker. */
export class PublicationPrint1764000007010 implements MigrationInterface {
  name = 'PublicationPrint1764000007010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE publication_print (
        publication_id uuid PRIMARY KEY REFERENCES publication(id),
        file_id uuid NOT NULL REFERENCES file_object(id),
        made_at timestamptz NOT NULL,
        CONSTRAINT publication_print_file UNIQUE (file_id)
      );
      CREATE TRIGGER publication_print_evidence BEFORE UPDATE OR DELETE ON publication_print FOR EACH ROW EXECUTE FUNCTION results_evidence_stays();
      INSERT INTO outbox (name, queue, payload, dedupe_key, request_id, run_at)
        SELECT 'results.print-list', 'documents', jsonb_build_object('publicationId', id), id::text, 'migration', now() FROM publication WHERE state <> 'superseded';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM outbox WHERE name = 'results.print-list'; DROP TABLE publication_print`);
  }
}
