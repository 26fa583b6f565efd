import { Injectable } from '@nestjs/common';
import { AccessService, type Actor } from '#libs/identity';
import { Database, Refusal, text } from '#libs/platform';
import { placesBy } from './core/correction-diagnostics.js';
import type { StoredReliability } from './core/stored-reliability.js';
import type { CorrectionGroup, StageCorrection } from './dto/reliability.dto.js';
import { JudgedStages } from './judged-stages.service.js';

const number = (value: string | null): number | null => (value === null ? null : Number(value.includes('/') ? Number(value.split('/')[0]) / Number(value.split('/')[1]) : value));

/** Raw and corrected scores side by side with the model's diagnostics, read from the newest report; nothing is worked out anew. */
@Injectable()
export class Corrections {
  constructor(private readonly database: Database, private readonly access: AccessService, private readonly stages: JudgedStages) {}

  /** For the office, the supervisors and the leaders of the stage's panels. Refused while a panel is open: until then nobody but its judge sees a score. */
  async view(actor: Actor, editionId: string, stageKey: string): Promise<StageCorrection> {
    if (!this.access.covers(actor, 'judging.read', { editionId })) await this.requireLeader(actor, editionId, stageKey);
    await this.stages.of(editionId, stageKey);
    const open = await this.database.first<{ count: number }>(`SELECT count(*)::int AS count FROM panel WHERE edition_id = $1 AND stage_key = $2 AND state = 'open'`, [editionId, stageKey]);
    if (open && open.count > 0) throw new Refusal('conflict', 'PANELS_OPEN', { count: open.count });
    const stored = await this.database.first<{ madeAt: Date; figures: StoredReliability }>(
      'SELECT made_at AS "madeAt", figures FROM reliability_report WHERE edition_id = $1 AND stage_key = $2 ORDER BY made_at DESC, id DESC LIMIT 1', [editionId, stageKey],
    );
    if (!stored) return { madeAt: null, counts: null, groups: [] };
    return { madeAt: stored.madeAt.toISOString(), counts: stored.figures.correction, groups: stored.figures.groups.map((group) => groupOf(group, stored.figures.correction !== null)) };
  }

  private async requireLeader(actor: Actor, editionId: string, stageKey: string): Promise<void> {
    const leads = await this.database.first(
      `SELECT 1 FROM panel_judge s JOIN judge j ON j.id = s.judge_id AND j.account_id = $1 JOIN panel p ON p.id = s.panel_id AND p.edition_id = $2 AND p.stage_key = $3 WHERE s.lead AND s.state = 'accepted'`,
      [actor.accountId, editionId, stageKey],
    );
    if (!leads) throw new Refusal('missing', 'NOT_FOUND');
  }
}

function groupOf({ key, label, model, severity, rows, diagnostics }: StoredReliability['groups'][number], counts: boolean): CorrectionGroup {
  const corrected = (row: (typeof rows)[number]): number | null => (counts ? number(row.score) : row.adjusted);
  const [rawPlaces, correctedPlaces] = [placesBy(rows.map((row) => ({ code: row.entry, value: number(row.raw) }))), placesBy(rows.map((row) => ({ code: row.entry, value: corrected(row) })))];
  return {
    key, label, method: diagnostics?.method ?? null, varEntry: model.varEntry, varJudge: model.varJudge, varResidual: model.varResidual, reliability: model.reliability, parts: model.parts,
    limits: (diagnostics?.limits ?? (model.parts > 1 ? ['apart'] : [])).map((limit) => text(`judging.correction.limit.${limit}`)),
    judges: diagnostics
      ? diagnostics.judges.map((judge) => ({ ...judge, flags: judge.flags.map((flag) => text(`judging.correction.flag.${flag}`)) }))
      : severity.map((judge) => ({ ...judge, mean: null, spread: null, spreadLow: null, spreadHigh: null, flags: [] })),
    rows: rows.map((row) => ({
      code: row.entry, rank: row.rank, raw: row.raw, corrected: corrected(row)?.toFixed(2) ?? null, rawPlace: rawPlaces.get(row.entry) ?? null, correctedPlace: correctedPlaces.get(row.entry) ?? null,
    })),
  };
}
