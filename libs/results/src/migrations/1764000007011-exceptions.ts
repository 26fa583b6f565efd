import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * In the correction of a posted shortlist an entry may come in against the rule, by decision; and no entry is disqualified while its posted
 * prize is not taken back.
 */
export class Exceptions1764000007011 implements MigrationInterface {
  name = 'Exceptions1764000007011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE award_proposal_row ADD COLUMN exception boolean NOT NULL DEFAULT false;
      ALTER TABLE award_proposal_row DROP CONSTRAINT jury_only_where_left;
      ALTER TABLE award_proposal_row ADD CONSTRAINT jury_only_where_left CHECK (left_to_jury OR exception OR award IS NOT DISTINCT FROM computed);
      ALTER TABLE award_proposal_row ADD CONSTRAINT exception_adds_finalist CHECK (NOT exception OR (award = 'finalist' AND computed IS NULL AND NOT left_to_jury));
      CREATE FUNCTION exception_needs_reason() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM award_proposal p JOIN publication b ON b.edition_id = p.edition_id AND b.kind = p.kind AND b.state <> 'superseded'
                       WHERE p.id = NEW.proposal_id AND p.kind = 'shortlist')
           OR NOT EXISTS (SELECT 1 FROM jury_decision d WHERE d.proposal_id = NEW.proposal_id AND d.entry_id = NEW.entry_id AND d.award = 'finalist') THEN
          RAISE EXCEPTION 'an exception is made in the correction of a posted shortlist, by a decision with its reason' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'exception_in_correction';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER exception_in_correction BEFORE INSERT OR UPDATE ON award_proposal_row FOR EACH ROW WHEN (NEW.exception) EXECUTE FUNCTION exception_needs_reason();
      CREATE FUNCTION disqualified_loses_prize() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM publication_row r JOIN publication p ON p.id = r.publication_id WHERE r.entry_id = NEW.id AND p.kind = 'awards' AND p.state <> 'superseded')
           AND NOT EXISTS (SELECT 1 FROM revocation v WHERE v.entry_id = NEW.id) THEN
          RAISE EXCEPTION 'the posted prize of a disqualified entry is taken back in the same act' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'disqualified_loses_prize';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER disqualified_loses_prize AFTER UPDATE OF state ON entry DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW WHEN (NEW.state = 'disqualified' AND OLD.state <> 'disqualified') EXECUTE FUNCTION disqualified_loses_prize();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER disqualified_loses_prize ON entry;
      DROP FUNCTION disqualified_loses_prize();
      DROP TRIGGER exception_in_correction ON award_proposal_row;
      DROP FUNCTION exception_needs_reason();
      ALTER TABLE award_proposal_row DROP CONSTRAINT exception_adds_finalist, DROP CONSTRAINT jury_only_where_left, DROP COLUMN exception;
      ALTER TABLE award_proposal_row ADD CONSTRAINT jury_only_where_left CHECK (left_to_jury OR award IS NOT DISTINCT FROM computed);
    `);
  }
}
