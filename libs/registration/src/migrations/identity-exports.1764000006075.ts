import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exports with identity numbers: nobody grants one's own, and none is collected that was not granted. */
export class IdentityExports1764000006075 implements MigrationInterface {
  name = 'IdentityExports1764000006075';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE identity_export (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition (id),
        filters jsonb NOT NULL CHECK (jsonb_typeof(filters) = 'object'),
        reason text NOT NULL CHECK (reason <> ''),
        state text NOT NULL DEFAULT 'requested' CHECK (state IN ('requested', 'approved', 'refused', 'collected')),
        requested_by uuid NOT NULL REFERENCES account (id),
        requested_at timestamptz NOT NULL,
        decided_by uuid REFERENCES account (id),
        decided_at timestamptz,
        decision_reason text NOT NULL DEFAULT '',
        collect_by timestamptz,
        collected_at timestamptz,
        people int,
        CONSTRAINT identity_export_second_person CHECK (decided_by <> requested_by),
        CONSTRAINT identity_export_decided CHECK ((state = 'requested') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
        CONSTRAINT identity_export_granted CHECK ((state IN ('approved', 'collected')) = (collect_by IS NOT NULL)),
        CONSTRAINT identity_export_collected CHECK ((state = 'collected') = (collected_at IS NOT NULL) AND (collected_at IS NULL) = (people IS NULL))
      );
      CREATE INDEX identity_export_edition ON identity_export (edition_id, requested_at DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity_export');
  }
}
