import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the results. Evidence (snapshots, decisions, approvals, posted rows) can only be added to. */
export class Results1764000007001 implements MigrationInterface {
  name = 'Results1764000007001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE score_snapshot (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        sequence int NOT NULL CHECK (sequence > 0),
        rulebook_version_id uuid NOT NULL REFERENCES rulebook_version(id),
        engine text NOT NULL,
        input text NOT NULL,
        output text NOT NULL,
        input_sha256 text NOT NULL CHECK (input_sha256 = encode(sha256(convert_to(input, 'UTF8')), 'hex')),
        output_sha256 text NOT NULL CHECK (output_sha256 = encode(sha256(convert_to(output, 'UTF8')), 'hex')),
        reason text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT score_snapshot_sequence UNIQUE (edition_id, stage_key, sequence)
      );
      CREATE TABLE score_row (
        snapshot_id uuid NOT NULL REFERENCES score_snapshot(id),
        entry_id uuid NOT NULL REFERENCES entry(id),
        group_key text NOT NULL,
        position int NOT NULL,
        state text NOT NULL,
        rank int,
        tied boolean NOT NULL,
        total text,
        exact text,
        stages jsonb NOT NULL,
        awards jsonb NOT NULL,
        trace jsonb NOT NULL,
        selections jsonb NOT NULL,
        PRIMARY KEY (snapshot_id, entry_id)
      );
      CREATE INDEX score_row_order ON score_row (snapshot_id, group_key, position);
      CREATE TABLE award_proposal (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        stage_key text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('shortlist', 'awards')),
        version int NOT NULL,
        snapshot_id uuid NOT NULL REFERENCES score_snapshot(id),
        state text NOT NULL CHECK (state IN ('draft', 'proposed', 'approved', 'rejected', 'published', 'superseded')),
        digest text,
        proposer_may_approve boolean NOT NULL,
        created_by uuid NOT NULL REFERENCES account(id),
        created_at timestamptz NOT NULL,
        proposed_by uuid REFERENCES account(id),
        proposed_at timestamptz,
        first_approver uuid REFERENCES account(id),
        second_approver uuid REFERENCES account(id),
        approved_at timestamptz,
        CONSTRAINT award_proposal_version UNIQUE (edition_id, kind, version),
        CONSTRAINT approvers_differ CHECK (first_approver IS NULL OR second_approver IS NULL OR first_approver <> second_approver),
        CONSTRAINT approvers_in_order CHECK (second_approver IS NULL OR first_approver IS NOT NULL),
        CONSTRAINT proposer_does_not_approve CHECK (
          proposer_may_approve OR proposed_by IS NULL
          OR ((first_approver IS NULL OR first_approver <> proposed_by) AND (second_approver IS NULL OR second_approver <> proposed_by))),
        CONSTRAINT proposed_with_digest CHECK (state IN ('draft', 'superseded') OR (digest IS NOT NULL AND proposed_by IS NOT NULL)),
        CONSTRAINT approved_by_two CHECK (
          state NOT IN ('approved', 'published') OR (first_approver IS NOT NULL AND second_approver IS NOT NULL AND approved_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX award_proposal_one_open ON award_proposal (edition_id, kind) WHERE state IN ('draft', 'proposed', 'approved');
      CREATE TABLE award_proposal_row (
        proposal_id uuid NOT NULL REFERENCES award_proposal(id),
        entry_id uuid NOT NULL REFERENCES entry(id),
        group_key text NOT NULL,
        position int NOT NULL,
        state text NOT NULL,
        rank int,
        total text,
        award text,
        computed text,
        left_to_jury boolean NOT NULL,
        PRIMARY KEY (proposal_id, entry_id),
        CONSTRAINT jury_only_where_left CHECK (left_to_jury OR award IS NOT DISTINCT FROM computed),
        CONSTRAINT award_needs_rank CHECK (award IS NULL OR state = 'ranked')
      );
      CREATE TABLE jury_decision (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL,
        entry_id uuid NOT NULL,
        award text,
        reason text NOT NULL CHECK (length(btrim(reason)) > 0),
        decided_by uuid NOT NULL REFERENCES account(id),
        decided_at timestamptz NOT NULL,
        FOREIGN KEY (proposal_id, entry_id) REFERENCES award_proposal_row(proposal_id, entry_id)
      );
      CREATE INDEX jury_decision_of ON jury_decision (proposal_id, entry_id);
      CREATE TABLE approval (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        proposal_id uuid NOT NULL REFERENCES award_proposal(id),
        account_id uuid NOT NULL REFERENCES account(id),
        approved boolean NOT NULL,
        reason text NOT NULL,
        digest text NOT NULL,
        decided_at timestamptz NOT NULL,
        CONSTRAINT approval_once UNIQUE (proposal_id, account_id)
      );
      CREATE TABLE publication (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        kind text NOT NULL CHECK (kind IN ('shortlist', 'awards')),
        version int NOT NULL CHECK (version > 0),
        proposal_id uuid NOT NULL REFERENCES award_proposal(id),
        snapshot_id uuid NOT NULL REFERENCES score_snapshot(id),
        rulebook_version_id uuid NOT NULL REFERENCES rulebook_version(id),
        digest text NOT NULL,
        correction text,
        posted_by uuid NOT NULL REFERENCES account(id),
        posted_at timestamptz NOT NULL,
        notice_days int NOT NULL CHECK (notice_days >= 0),
        notice_closes_at timestamptz NOT NULL,
        state text NOT NULL CHECK (state IN ('in_notice', 'confirmed', 'superseded')),
        confirmed_by uuid REFERENCES account(id),
        confirmed_at timestamptz,
        CONSTRAINT publication_version UNIQUE (edition_id, kind, version),
        CONSTRAINT publication_of_proposal UNIQUE (proposal_id),
        CONSTRAINT correction_says_why CHECK (version = 1 OR length(btrim(correction)) > 0),
        CONSTRAINT confirmed_after_notice CHECK (state <> 'confirmed' OR (confirmed_at >= notice_closes_at + interval '1 second' AND confirmed_by IS NOT NULL))
      );
      CREATE UNIQUE INDEX publication_one_current ON publication (edition_id, kind) WHERE state <> 'superseded';
      CREATE TABLE publication_row (
        publication_id uuid NOT NULL REFERENCES publication(id),
        position int NOT NULL,
        entry_id uuid NOT NULL REFERENCES entry(id),
        entry_no text,
        type text NOT NULL,
        group_key text NOT NULL,
        discipline text,
        title text NOT NULL,
        members jsonb NOT NULL,
        coaches jsonb NOT NULL,
        school text NOT NULL,
        prefecture text NOT NULL,
        award text NOT NULL,
        rank int,
        total text,
        PRIMARY KEY (publication_id, position),
        CONSTRAINT publication_row_entry UNIQUE (publication_id, entry_id)
      );
      CREATE TABLE revocation (
        id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        edition_id uuid NOT NULL REFERENCES edition(id),
        entry_id uuid NOT NULL REFERENCES entry(id),
        award text NOT NULL,
        reason text NOT NULL CHECK (length(btrim(reason)) > 0),
        decided_by uuid NOT NULL REFERENCES account(id),
        decided_at timestamptz NOT NULL,
        CONSTRAINT revocation_once UNIQUE (entry_id, award)
      );

      CREATE FUNCTION results_evidence_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is evidence and is only added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_evidence';
      END $$;
      CREATE FUNCTION publication_moves_on() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE'
          OR (to_jsonb(NEW) - '{state,confirmed_by,confirmed_at}'::text[]) IS DISTINCT FROM (to_jsonb(OLD) - '{state,confirmed_by,confirmed_at}'::text[])
          OR OLD.state = 'superseded'
          OR (OLD.state = 'confirmed' AND NEW.state = 'in_notice') THEN
          RAISE EXCEPTION 'a posted list is not changed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_evidence';
        END IF;
        RETURN NEW;
      END $$;
      CREATE FUNCTION publication_needs_approval() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM award_proposal p WHERE p.id = NEW.proposal_id AND p.state IN ('approved', 'published') AND p.snapshot_id = NEW.snapshot_id) THEN
          RAISE EXCEPTION 'only an approved proposal is published' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'publication_approved';
        END IF;
        RETURN NEW;
      END $$;
      CREATE FUNCTION proposal_rows_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE current_state text;
      BEGIN
        SELECT state INTO current_state FROM award_proposal WHERE id = COALESCE(NEW.proposal_id, OLD.proposal_id);
        IF TG_OP = 'DELETE' OR current_state <> 'draft' THEN
          RAISE EXCEPTION 'rows of a proposal that was handed in are not changed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'award_proposal_row_frozen';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER award_proposal_row_frozen BEFORE UPDATE OR DELETE ON award_proposal_row FOR EACH ROW EXECUTE FUNCTION proposal_rows_frozen();
      CREATE TRIGGER publication_approved BEFORE INSERT ON publication FOR EACH ROW EXECUTE FUNCTION publication_needs_approval();
      CREATE TRIGGER publication_evidence BEFORE UPDATE OR DELETE ON publication FOR EACH ROW EXECUTE FUNCTION publication_moves_on();
    `);
    for (const table of ['score_snapshot', 'score_row', 'jury_decision', 'approval', 'publication_row', 'revocation']) {
      await runner.query(`CREATE TRIGGER ${table}_evidence BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION results_evidence_stays()`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE revocation, publication_row, publication, approval, jury_decision, award_proposal_row, award_proposal, score_row, score_snapshot;
      DROP FUNCTION results_evidence_stays();
      DROP FUNCTION publication_moves_on();
      DROP FUNCTION publication_needs_approval();
      DROP FUNCTION proposal_rows_frozen();
    `);
  }
}
