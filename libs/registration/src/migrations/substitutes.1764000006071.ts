import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Substitutes of a unit in their order. A call holds the place it offers, so that it cannot be given twice. */
export class Substitutes1764000006071 implements MigrationInterface {
  name = 'Substitutes1764000006071';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE substitute (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        entry_id uuid NOT NULL REFERENCES entry (id),
        edition_id uuid NOT NULL REFERENCES edition (id),
        level text NOT NULL CHECK (level IN ('county', 'prefecture')),
        unit_id uuid NOT NULL REFERENCES org_unit (id),
        entry_type text NOT NULL,
        position int NOT NULL CHECK (position > 0),
        state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'called', 'accepted', 'declined', 'expired', 'removed')),
        holds_place boolean NOT NULL DEFAULT false,
        called_at timestamptz,
        answer_by timestamptz,
        ended_at timestamptz,
        ended_by uuid REFERENCES account (id),
        created_by uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        CONSTRAINT substitute_called CHECK ((called_at IS NULL) = (answer_by IS NULL) AND (state <> 'called' OR answer_by > called_at)),
        CONSTRAINT substitute_place CHECK (NOT holds_place OR state = 'called'),
        CONSTRAINT substitute_ended CHECK ((state IN ('waiting', 'called')) = (ended_at IS NULL))
      );
      CREATE UNIQUE INDEX substitute_open ON substitute (entry_id) WHERE state IN ('waiting', 'called');
      CREATE UNIQUE INDEX substitute_order ON substitute (edition_id, level, unit_id, entry_type, position) WHERE state = 'waiting';
      CREATE INDEX substitute_answer_by ON substitute (answer_by) WHERE state = 'called';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE substitute');
  }
}
