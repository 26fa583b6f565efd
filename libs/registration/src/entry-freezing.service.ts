import { Injectable } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { Database } from '#libs/platform';
import { hashOf } from '#libs/scoring';
import type { FrozenContent } from './core/frozen-content.js';
import type { EntryRow } from './entry-reach.service.js';

interface FrozenParts {
  id: string;
  members: FrozenContent['members'];
  coaches: FrozenContent['coaches'];
  materials: FrozenContent['materials'];
}

/** Freezes what a prefecture recommends: the whole content and its SHA-256 over the canonical JSON. */
@Injectable()
export class EntryFreezing {
  constructor(private readonly database: Database, private readonly rulebooks: Rulebooks) {}

  /** Three statements for any number of entries of one edition. */
  async freeze(entries: EntryRow[]): Promise<void> {
    const [first] = entries;
    if (!first) return;
    const { sha256 } = await this.rulebooks.of(first.editionId);
    const parts = new Map((await this.parts(entries.map((entry) => entry.id))).map((one) => [one.id, one]));
    const frozen = entries.map((entry) => {
      const own = parts.get(entry.id);
      const content: FrozenContent = {
        entryId: entry.id, entryNo: entry.entryNo, editionId: entry.editionId, rulebookSha256: sha256, type: entry.type, groupKey: entry.groupKey,
        discipline: entry.discipline, classKey: entry.classKey, title: entry.title, form: entry.form,
        members: own?.members ?? [], coaches: own?.coaches ?? [], materials: own?.materials ?? [],
      };
      return { id: entry.id, content, sha256: hashOf(content) };
    });
    await this.database.query(
      `UPDATE entry e SET frozen_content = f.content, content_sha256 = f.sha256 FROM jsonb_to_recordset($1) AS f (id uuid, content jsonb, sha256 text) WHERE e.id = f.id`,
      [JSON.stringify(frozen)],
    );
  }

  private parts(ids: string[]): Promise<FrozenParts[]> {
    return this.database.query<FrozenParts>(
      `SELECT e.id,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'school', s.name, 'stage', p.stage, 'grade', p.grade, 'share', m.share) ORDER BY m.position)
                        FROM entry_member m JOIN person p ON p.id = m.person_id LEFT JOIN org_unit s ON s.id = p.school_id WHERE m.entry_id = e.id), '[]') AS members,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('personId', p.id, 'name', p.name, 'school', s.name) ORDER BY c.position)
                        FROM entry_coach c JOIN person p ON p.id = c.person_id LEFT JOIN org_unit s ON s.id = p.school_id WHERE c.entry_id = e.id), '[]') AS coaches,
              COALESCE((SELECT jsonb_agg(jsonb_build_object('slot', f.slot, 'number', f.number, 'sha256', f.sha256) ORDER BY f.slot, f.number)
                        FROM material f WHERE f.entry_id = e.id AND f.ended_at IS NULL), '[]') AS materials
       FROM entry e WHERE e.id = ANY ($1::uuid[])`,
      [ids],
    );
  }
}
