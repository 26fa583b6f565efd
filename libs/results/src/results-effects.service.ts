import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AmendmentEffects, type AffectedBy, type AmendmentChange, type EffectSource } from '#libs/contests';
import { Database } from '#libs/platform';

/** Tells the office which results and posted lists were made under the rules it is about to change. They keep the version that made them. */
@Injectable()
export class ResultsEffects implements OnModuleInit, EffectSource {
  constructor(private readonly database: Database, private readonly effects: AmendmentEffects) {}

  onModuleInit(): void {
    this.effects.register(this);
  }

  async affectedBy(editionId: string, change: AmendmentChange): Promise<AffectedBy[]> {
    if (change.stages.length === 0) return [];
    const rows = await this.database.query<{ what: string; id: string; count: number }>(
      `SELECT what, id, count(*) OVER (PARTITION BY what)::int AS count FROM (
         SELECT DISTINCT ON (stage_key) 'results' AS what, id FROM score_snapshot WHERE edition_id = $1 AND stage_key = ANY ($2::text[]) ORDER BY stage_key, sequence DESC
       ) newest
       UNION ALL
       SELECT 'publications', p.id, count(*) OVER ()::int FROM publication p JOIN award_proposal a ON a.id = p.proposal_id
       WHERE p.edition_id = $1 AND a.stage_key = ANY ($2::text[]) AND p.state <> 'superseded' ORDER BY 1, 2`,
      [editionId, change.stages],
    );
    return ['results', 'publications'].map((what) => {
      const own = rows.filter((row) => row.what === what);
      return { what, count: own[0]?.count ?? 0, examples: own.slice(0, 10).map((row) => row.id) };
    });
  }
}
