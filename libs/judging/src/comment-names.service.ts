import { Injectable } from '@nestjs/common';
import { Clock, Database } from '#libs/platform';
import { knownNames, namesSomebody, type KnownNames } from './core/comment-names.js';

const FRESH_MS = 60_000;

/**
 * Whether a judge's comment names somebody. It looks at everyone in the edition, not at the entry's own people: the answer is the
 * same whoever made the entry, so that trying names out tells a judge nothing about it.
 */
@Injectable()
export class CommentNames {
  private readonly editions = new Map<string, { at: number; known: Promise<KnownNames> }>();

  constructor(private readonly database: Database, private readonly clock: Clock) {}

  async found(editionId: string, text: string): Promise<boolean> {
    return text.trim() !== '' && namesSomebody(text, await this.of(editionId));
  }

  private of(editionId: string): Promise<KnownNames> {
    const kept = this.editions.get(editionId);
    if (kept && Math.abs(this.clock.millis() - kept.at) < FRESH_MS) return kept.known;
    const known = this.load(editionId);
    known.catch(() => this.editions.delete(editionId));
    this.editions.set(editionId, { at: this.clock.millis(), known });
    return known;
  }

  private async load(editionId: string): Promise<KnownNames> {
    const rows = await this.database.query<{ person: string | null; school: string | null }>(
      `SELECT p.name AS person, NULL AS school FROM entry e JOIN entry_member m ON m.entry_id = e.id JOIN person p ON p.id = m.person_id WHERE e.edition_id = $1
       UNION SELECT p.name, NULL FROM entry e JOIN entry_coach c ON c.entry_id = e.id JOIN person p ON p.id = c.person_id WHERE e.edition_id = $1
       UNION SELECT NULL, o.name FROM entry e JOIN org_unit o ON o.id = e.school_id WHERE e.edition_id = $1`,
      [editionId],
    );
    return knownNames(rows.flatMap(({ person }) => (person === null ? [] : [person])), rows.flatMap(({ school }) => (school === null ? [] : [school])));
  }
}
