import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A known work comes with files, as a real one does; they are set with it and stay. */
export class TrainingMaterials1764000008202 implements MigrationInterface {
  name = 'TrainingMaterials1764000008202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE training_material (
        training_entry_id uuid NOT NULL REFERENCES training_entry(id),
        number int NOT NULL CHECK (number > 0),
        file_id uuid NOT NULL REFERENCES file_object(id),
        kind text NOT NULL CHECK (kind IN ('pdf', 'jpg', 'png', 'mp4')),
        size_bytes bigint NOT NULL CHECK (size_bytes > 0),
        PRIMARY KEY (training_entry_id, number),
        CONSTRAINT training_material_once UNIQUE (file_id)
      );
      CREATE FUNCTION training_material_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'files of a known work stay as judges saw them' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'training_material_stays';
      END $$;
      CREATE TRIGGER training_material_stays BEFORE UPDATE OR DELETE ON training_material FOR EACH ROW EXECUTE FUNCTION training_material_stays();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE training_material; DROP FUNCTION training_material_stays();');
  }
}
