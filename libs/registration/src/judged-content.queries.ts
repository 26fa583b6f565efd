import { Injectable } from '@nestjs/common';
import { conditionHolds, conditionValues, entryType, Rulebooks, type Rulebook } from '#libs/contests';
import { Database, Refusal } from '#libs/platform';
import type { LeakSubjects } from './core/leaks/leak-words.js';

/** A file as judges get it: the replacement where there is one. */
export interface JudgedFile {
  materialId: string;
  slot: string;
  fileId: string;
  sha256: string;
  name: string;
}

/** What judges see of an entry, and what it must not tell them. */
export interface JudgedContent {
  entryId: string;
  editionId: string;
  rulebook: Rulebook;
  title: string;
  /** Texts of the form that judges read, by the key of the field. */
  fields: { key: string; text: string }[];
  files: JudgedFile[];
  subjects: LeakSubjects;
}

interface Row {
  id: string;
  editionId: string;
  type: string;
  title: string;
  form: Record<string, unknown>;
  classKey: string | null;
  groupKey: string | null;
  discipline: string | null;
  prefectureId: string;
}

/** The newest replacement of a material, over `material m`. */
export const CURRENT_FILE = `COALESCE((SELECT r.file_id FROM blind_replacement r WHERE r.material_id = m.id ORDER BY r.sequence DESC LIMIT 1), m.file_id)`;

/** Gathers what is scanned. It checks no rights. */
@Injectable()
export class JudgedContents {
  constructor(private readonly database: Database, private readonly rulebooks: Rulebooks) {}

  /** @throws Refusal NOT_FOUND */
  async of(entryId: string): Promise<JudgedContent> {
    const entry = await this.database.first<Row>(
      'SELECT id, edition_id AS "editionId", type, title, form, class_key AS "classKey", group_key AS "groupKey", discipline, prefecture_id AS "prefectureId" FROM entry WHERE id = $1',
      [entryId],
    );
    if (!entry) throw new Refusal('missing', 'NOT_FOUND');
    const { document } = await this.rulebooks.of(entry.editionId);
    const rules = entryType(document, entry.type);
    const slots = rules.materials.filter((slot) => slot.forJudges).map((slot) => slot.key);
    const files = await this.database.query<JudgedFile>(
      `SELECT m.id AS "materialId", m.slot, f.id AS "fileId", f.sha256, m.name FROM material m JOIN file_object f ON f.id = ${CURRENT_FILE}
       WHERE m.entry_id = $1 AND m.slot = ANY ($2::text[]) AND m.ended_at IS NULL ORDER BY m.slot, m.number`,
      [entryId, slots],
    );
    return {
      entryId, editionId: entry.editionId, rulebook: document, title: entry.title, files, subjects: await this.subjects(entry, document.blind.words),
      fields: rules.fields
        .filter((field) => field.blind && conditionHolds(field.when, conditionValues(entry)))
        .map((field) => ({ key: field.key, text: String(entry.form[field.key] ?? '') }))
        .filter(({ text }) => text !== ''),
    };
  }

  private async subjects(entry: Row, words: string[]): Promise<LeakSubjects> {
    const people = await this.database.query<LeakSubjects['people'][number]>(
      `SELECT p.name, 'member' AS "as" FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = $1
       UNION SELECT p.name, 'coach' FROM entry_coach c JOIN person p ON p.id = c.person_id WHERE c.entry_id = $1
       UNION SELECT guardian_name, 'guardian' FROM consent WHERE entry_id = $1 ORDER BY 2, 1`,
      [entry.id],
    );
    const units = await this.database.query<{ name: string; kind: string; own: boolean }>(
      `WITH own AS (
         SELECT school_id AS id FROM entry WHERE id = $1
         UNION SELECT p.school_id FROM entry_member m JOIN person p ON p.id = m.person_id WHERE m.entry_id = $1
         UNION SELECT p.school_id FROM entry_coach c JOIN person p ON p.id = c.person_id WHERE c.entry_id = $1),
       homes AS (SELECT path FROM org_unit WHERE id IN (SELECT id FROM own))
       SELECT u.name, u.kind, u.id IN (SELECT id FROM own WHERE id IS NOT NULL) AS own FROM org_unit u
       WHERE (u.kind = 'school' AND u.status = 'active' AND u.path <@ (SELECT path FROM org_unit WHERE id = $2))
          OR u.id IN (SELECT id FROM own)
          OR (u.kind IN ('prefecture', 'county') AND EXISTS (SELECT 1 FROM homes h WHERE h.path <@ u.path))
       ORDER BY u.kind, u.name`,
      [entry.id, entry.prefectureId],
    );
    const named = (kind: string, own?: boolean): string[] => units.filter((unit) => unit.kind === kind && (own === undefined || unit.own === own)).map((unit) => unit.name);
    return { people, schools: named('school', true), otherSchools: named('school', false), prefectures: named('prefecture'), counties: named('county'), words };
  }
}
