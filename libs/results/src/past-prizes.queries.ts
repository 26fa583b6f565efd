import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '#libs/platform';
import { PastAwards, type AwardSource, type PastAward } from '#libs/registration';

/** Tells registration who won in earlier editions: confirmed lists, without prizes that were revoked since. */
@Injectable()
export class PastPrizes implements AwardSource, OnModuleInit {
  constructor(private readonly database: Database, private readonly awards: PastAwards) {}

  onModuleInit(): void {
    this.awards.register(this);
  }

  awardsBefore(editionId: string, personIds: string[]): Promise<PastAward[]> {
    return this.database.often<PastAward>(
      `SELECT m.person_id AS "personId", r.award, r.type, r.title, ed.number AS "editionNumber"
       FROM edition here JOIN edition ed ON ed.contest_id = here.contest_id AND ed.number < here.number
       JOIN publication p ON p.edition_id = ed.id AND p.kind = 'awards' AND p.state = 'confirmed' JOIN publication_row r ON r.publication_id = p.id
       JOIN entry_member m ON m.entry_id = r.entry_id AND m.person_id = ANY ($2::uuid[])
       WHERE here.id = $1 AND NOT EXISTS (SELECT 1 FROM revocation v WHERE v.entry_id = r.entry_id AND v.award = r.award)
       ORDER BY ed.number DESC, r.title LIMIT 200`,
      [editionId, personIds],
    );
  }
}
