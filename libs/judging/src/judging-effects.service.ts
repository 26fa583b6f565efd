import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AmendmentEffects, type AffectedBy, type AmendmentChange, type AmendmentGuard, type EffectSource, type Rulebook } from '#libs/contests';
import { Database, type Problem } from '#libs/platform';
import { canonicalJson } from '#libs/scoring';

/** Which correction of a stage the rules name; the same for rules that say none. */
function correctionOf(rulebook: Rulebook, stageKey: string): string {
  const stage = rulebook.scoring.stages.find((one) => one.key === stageKey);
  return canonicalJson(stage?.kind === 'sheets' ? (stage.correction ?? { method: 'none' }) : { method: 'none' });
}

/** Tells the office how many score sheets were handed in under the rules it is about to change. */
@Injectable()
export class JudgingEffects implements OnModuleInit, EffectSource, AmendmentGuard {
  constructor(private readonly database: Database, private readonly effects: AmendmentEffects) {}

  onModuleInit(): void {
    this.effects.register(this);
    this.effects.guard(this);
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

  /** Corrected scores count only where the rules named the correction before the first sheet was written (the database refuses it too). */
  async problemsOf(editionId: string, before: Rulebook, after: Rulebook): Promise<Problem[]> {
    const changed = before.scoring.stages.map((stage) => stage.key).filter((key) => correctionOf(before, key) !== correctionOf(after, key));
    if (changed.length === 0) return [];
    const begun = await this.database.query<{ stageKey: string }>(
      `SELECT DISTINCT p.stage_key AS "stageKey" FROM panel p JOIN assignment a ON a.panel_id = p.id AND a.sheet_version > 0 WHERE p.edition_id = $1 AND p.stage_key = ANY($2)`,
      [editionId, changed],
    );
    return begun.map(({ stageKey }) => ({ code: 'CORRECTION_AFTER_JUDGING', path: `/scoring/stages/${after.scoring.stages.findIndex((stage) => stage.key === stageKey)}/correction`, params: { stage: stageKey } }));
  }
}
