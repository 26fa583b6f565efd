import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform';

/** Documents that several records claim: one owns it, the others contest it until an office has settled whose it is. */
@Injectable()
export class ContestedDocuments {
  constructor(private readonly database: Database) {}

  /** The record that owns the document which this one contests; undefined where it contests none. */
  async ownerOf(personId: string): Promise<{ id: string; name: string; accountId: string | null } | undefined> {
    return this.database.first(
      `SELECT o.id, o.name, a.id AS "accountId" FROM person p JOIN person o ON o.id = p.id_contested_with LEFT JOIN account a ON a.person_id = o.id WHERE p.id = $1`, [personId],
    );
  }

  /** Whoever contested a document that this record no longer has owns it now; of several the first one entered, and the others contest with that one. */
  async passOn(personId: string): Promise<void> {
    await this.database.query(
      `WITH loose AS (
         SELECT c.id, first_value(c.id) OVER (PARTITION BY c.id_hash ORDER BY c.created_at, c.id) AS heir
         FROM person c JOIN person p ON p.id = c.id_contested_with WHERE p.id = $1 AND p.id_hash IS DISTINCT FROM c.id_hash)
       UPDATE person p SET id_contested_with = NULLIF(loose.heir, p.id) FROM loose WHERE p.id = loose.id`,
      [personId],
    );
  }
}
