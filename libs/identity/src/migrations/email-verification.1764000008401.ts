import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An e-mail address counts once its owner has opened a link sent there; another address begins anew. */
export class EmailVerification1764000008401 implements MigrationInterface {
  name = 'EmailVerification1764000008401';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE account ADD COLUMN email_verified_at timestamptz, ADD CONSTRAINT account_verified_email CHECK (email_verified_at IS NULL OR email IS NOT NULL);
      -- Addresses that letters have gone to so far stay reachable.
      UPDATE account SET email_verified_at = created_at WHERE email IS NOT NULL;
      ALTER TABLE single_use_link ADD COLUMN sent_to text;

      CREATE FUNCTION account_email_changed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.email IS DISTINCT FROM OLD.email THEN NEW.email_verified_at := NULL; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER account_email_changed BEFORE UPDATE OF email ON account FOR EACH ROW EXECUTE FUNCTION account_email_changed();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER account_email_changed ON account;
      DROP FUNCTION account_email_changed;
      ALTER TABLE single_use_link DROP COLUMN sent_to;
      ALTER TABLE account DROP COLUMN email_verified_at;
    `);
  }
}
