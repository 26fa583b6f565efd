import { Injectable } from '@nestjs/common';
import { entryType, Rulebooks } from '#libs/contests';
import { Database, Refusal } from '#libs/platform';
import { formHash, type FormContent } from './core/form-content.js';
import type { StampedPrint } from './core/entry-facts.js';
import type { EntryRow } from './entry-reach.service.js';

/** What an entry needs to be told about its printed form. */
export type FormEntry = Pick<EntryRow, 'id' | 'editionId' | 'type' | 'groupKey' | 'discipline' | 'classKey' | 'title' | 'form'>;

/** What an application form would say now, and which prints the scans are of. */
@Injectable()
export class FormContents {
  constructor(private readonly database: Database, private readonly rulebooks: Rulebooks) {}

  async of(entry: FormEntry): Promise<FormContent> {
    const { document } = await this.rulebooks.of(entry.editionId);
    const scans = entryType(document, entry.type).materials.filter((slot) => slot.printedForm !== undefined).map((slot) => slot.key);
    const row = await this.database.oftenFirst<Pick<FormContent, 'members' | 'coaches' | 'materials' | 'school'>>(
      `SELECT s.name AS school,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('name', p.name, 'sex', p.sex, 'birthDate', p.birth_date, 'school', o.name, 'stage', p.stage, 'grade', p.grade, 'share', m.share) ORDER BY m.position)
                        FROM entry_member m JOIN person p ON p.id = m.person_id LEFT JOIN org_unit o ON o.id = p.school_id WHERE m.entry_id = e.id), '[]') AS members,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('name', p.name, 'school', o.name, 'post', p.title) ORDER BY c.position)
                        FROM entry_coach c JOIN person p ON p.id = c.person_id LEFT JOIN org_unit o ON o.id = p.school_id WHERE c.entry_id = e.id), '[]') AS coaches,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('slot', f.slot, 'name', f.name, 'sha256', f.sha256) ORDER BY f.slot, f.number)
                        FROM material f WHERE f.entry_id = e.id AND f.ended_at IS NULL AND f.slot <> ALL ($2::text[])), '[]') AS materials
       FROM entry e JOIN org_unit s ON s.id = e.school_id WHERE e.id = $1`,
      [entry.id, scans],
    );
    if (!row) throw new Refusal('missing', 'NOT_FOUND');
    const { id, editionId, type, groupKey, discipline, classKey, title, form } = entry;
    return { entryId: id, editionId, type, groupKey, discipline, classKey, title, form, ...row };
  }

  /** The scans in slots for the stamped form: the print each is of (named by somebody, else the last one before the upload) beside the content now. */
  async stampedPrints(entry: FormEntry): Promise<StampedPrint[]> {
    const { document } = await this.rulebooks.of(entry.editionId);
    const slots = entryType(document, entry.type).materials.filter((slot) => slot.printedForm !== undefined).map((slot) => slot.key);
    if (slots.length === 0) return [];
    const scans = await this.database.often<{ slot: string; printed: string | null }>(
      `SELECT f.slot, COALESCE(
                (SELECT p.content_sha256 FROM scanned_print n JOIN printed_form p ON p.id = n.printed_form_id WHERE n.material_id = f.id),
                (SELECT p.content_sha256 FROM printed_form p WHERE p.entry_id = f.entry_id AND p.printed_at <= f.added_at ORDER BY p.number DESC LIMIT 1)) AS printed
       FROM material f WHERE f.entry_id = $1 AND f.slot = ANY ($2::text[]) AND f.ended_at IS NULL ORDER BY f.slot, f.number`,
      [entry.id, slots],
    );
    if (scans.length === 0) return [];
    const current = formHash(await this.of(entry));
    return scans.map((scan) => ({ ...scan, current }));
  }
}
