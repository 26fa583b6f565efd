import { Injectable } from '@nestjs/common';
import { Clock, Database, Refusal } from '#libs/platform';
import { AccessService } from './access.service.js';
import type { Actor } from './actor.js';

const PER_DAY = 30;
const DAY_MS = 24 * 3_600_000;

/** Who may learn that a document is on record: those who may list the person, and in small numbers those who know the name as well. */
@Injectable()
export class DocumentMatches {
  constructor(private readonly database: Database, private readonly clock: Clock, private readonly access: AccessService) {}

  /** Whether the actor may list the person anyway: of the own school, or inside the own area. */
  async mayKnow(actor: Actor, personId: string): Promise<boolean> {
    const person = await this.database.first<{ schoolId: string | null; path: string | null }>('SELECT p.school_id AS "schoolId", o.path::text AS path FROM person p LEFT JOIN org_unit o ON o.id = p.school_id WHERE p.id = $1', [personId]);
    if (!person) return false;
    const schools: (string | null)[] = this.access.ownSchoolIds(actor, 'person.list');
    return schools.includes(person.schoolId) || (person.path !== null && this.access.covers(actor, 'person.list', { orgPath: person.path }));
  }

  /** Notes that the actor named somebody rightly whom it may not list. Refuses MATCHES_MOST after thirty different people in a day. */
  async note(actor: Actor, personId: string): Promise<void> {
    if (await this.mayKnow(actor, personId)) return;
    const now = this.clock.now();
    await this.database.query('INSERT INTO document_match (account_id, person_id, at) VALUES ($1, $2, $3) ON CONFLICT (account_id, person_id) DO UPDATE SET at = excluded.at', [actor.accountId, personId, now]);
    const row = await this.database.first<{ count: number }>('SELECT count(*)::int AS count FROM document_match WHERE account_id = $1 AND at > $2', [actor.accountId, new Date(now.getTime() - DAY_MS)]);
    if ((row?.count ?? 0) > PER_DAY) throw new Refusal('tooMany', 'MATCHES_MOST', { most: PER_DAY });
  }
}
