import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AmendmentEffects, type AffectedBy, type AmendmentChange, type EffectSource } from '#libs/contests';
import { Database } from '#libs/platform';

/** Tells the office which entries a change of the rules concerns. */
@Injectable()
export class RegistrationEffects implements OnModuleInit, EffectSource {
  constructor(private readonly database: Database, private readonly effects: AmendmentEffects) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async affectedBy(editionId: string, change: AmendmentChange): Promise<AffectedBy[]> {
    if (change.types.length === 0) return [];
    const rows = await this.database.query<{ id: string; count: number }>(
      `SELECT id, count(*) OVER ()::int AS count FROM entry WHERE edition_id = $1 AND type = ANY ($2::text[]) AND state NOT IN ('withdrawn', 'disqualified') ORDER BY id LIMIT 10`,
      [editionId, change.types],
    );
    return [{ what: 'entries', count: rows[0]?.count ?? 0, examples: rows.map((row) => row.id) }];
  }
}
