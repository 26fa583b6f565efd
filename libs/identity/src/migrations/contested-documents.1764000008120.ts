import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A document that is on record under another name is taken down without a word to who enters it, and settled by an office. One record owns a
 * document; the others contest it. And how many documents of people elsewhere an account has named rightly, so that nobody tries them in numbers.
 */
export class ContestedDocuments1764000008120 implements MigrationInterface {
  name = 'ContestedDocuments1764000008120';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN id_contested_with uuid REFERENCES person (id);
      ALTER TABLE person ADD CONSTRAINT person_contests CHECK (id_contested_with IS NULL OR (id_hash IS NOT NULL AND id_contested_with <> id));
      DROP INDEX person_id_hash;
      CREATE UNIQUE INDEX person_id_hash ON person (id_hash) WHERE id_hash IS NOT NULL AND id_contested_with IS NULL;
      CREATE INDEX person_contested ON person (id_contested_with) WHERE id_contested_with IS NOT NULL;
      CREATE TABLE document_match (
        account_id uuid NOT NULL REFERENCES account (id),
        person_id uuid NOT NULL REFERENCES person (id),
        at timestamptz NOT NULL,
        PRIMARY KEY (account_id, person_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE document_match;
      DROP INDEX person_id_hash;
      UPDATE person SET id_kind = NULL, id_sealed = NULL, id_hash = NULL, id_contested_with = NULL WHERE id_contested_with IS NOT NULL;
      DROP INDEX person_contested;
      ALTER TABLE person DROP COLUMN id_contested_with;
      CREATE UNIQUE INDEX person_id_hash ON person (id_hash) WHERE id_hash IS NOT NULL;
    `);
  }
}
