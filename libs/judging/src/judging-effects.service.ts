import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AmendmentEffects, type AffectedBy, type AmendmentChange, type EffectSource } from '#libs/contests';
import { Database } from '#libs/platform';

/** Tells the office how many score sheets were handed in under the rules it is about to change. */
@Injectable()
export class JudgingEffects implements OnModuleInit, EffectSource {
  constructor(private readonly database: Database, private readonly effects: AmendmentEffects) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async affectedBy(editionId: string, change: AmendmentChange): Promise<AffectedBy[]> {
    if (change.stages.length === 0) return [];
    const rows = await this.database.query<{ id: string; count: number }>(
      `SELECT a.id, count(*) OVER ()::int AS count FROM assignment a JOIN panel p ON p.id = a.panel_id
       WHERE p.edition_id = $1 AND p.stage_key = ANY ($2::text[]) AND a.state = 'assigned' AND a.sheet_state = 'submitted' ORDER BY a.id LIMIT 10`,
      [editionId, change.stages],
    );
    return [{ what: 'scoreSheets', count: rows[0]?.count ?? 0, examples: rows.map((row) => row.id) }];
  }
}
