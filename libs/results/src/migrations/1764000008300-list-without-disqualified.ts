import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No list goes up with a disqualified entry on it, whoever writes the row; the entry is held, so that a disqualification of the same moment waits and finds the list. */
export class ListWithoutDisqualified1764000008300 implements MigrationInterface {
  name = 'ListWithoutDisqualified1764000008300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION listed_in_contest() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM entry WHERE id = NEW.entry_id AND state <> 'disqualified' FOR SHARE;
        IF NOT FOUND THEN
          RAISE EXCEPTION 'a disqualified entry is on no list' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'listed_in_contest';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER listed_in_contest BEFORE INSERT OR UPDATE OF entry_id ON publication_row FOR EACH ROW EXECUTE FUNCTION listed_in_contest();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER listed_in_contest ON publication_row; DROP FUNCTION listed_in_contest();');
  }
}
