import { Injectable } from '@nestjs/common';
import type { SheetFacts } from '#libs/contests';
import { Database } from '#libs/platform';
import type { Review } from '#libs/scoring';
import { SHEET_FACTS, type JudgedStage } from './judged-stages.service.js';
import { JUDGED_STATES } from './progress.queries.js';

/** One counted sheet as the statistics see it: the entry is the id of its code. */
export interface StageReview extends Review {
  panelId: string;
  code: string;
  group: string;
  /** Entered from paper by others, at their time. */
  paper: boolean;
  values: Record<string, unknown>;
  /** When it was handed in. */
  savedAt: Date;
}

interface Row extends SheetFacts {
  entry: string;
  code: string;
  judge: string;
  panelId: string;
  group: string;
  total: string;
  values: Record<string, unknown>;
  seconds: number | null;
  paper: boolean;
  savedAt: Date;
  own: boolean | null;
}

/** Sheets handed in and in force, for statistics; floating-point numbers, never for a result. */
@Injectable()
export class StageReviews {
  constructor(private readonly database: Database) {}

  /** In the order of handing in. */
  async of(stage: JudgedStage): Promise<StageReview[]> {
    const rows = await this.database.query<Row>(
      `SELECT c.id AS entry, c.code, a.judge_id AS judge, a.panel_id AS "panelId", e.type || '.' || coalesce(e.group_key, '') AS "group", a.sheet_total AS total, v.values, v.seconds, v.saved_at AS "savedAt", EXISTS (SELECT 1 FROM paper_sheet x WHERE x.score_sheet_id = v.id) AS paper,
         j.prefecture_id = e.prefecture_id AS own,
         ${SHEET_FACTS}
       FROM entry_code c JOIN entry e ON e.id = c.entry_id JOIN assignment a ON a.code_id = c.id AND a.state = 'assigned' AND a.sheet_state = 'submitted' AND a.sheet_total IS NOT NULL
       JOIN judge j ON j.id = a.judge_id JOIN score_sheet v ON v.assignment_id = a.id AND v.version = a.sheet_version
       WHERE c.edition_id = $1 AND c.stage_key = $2 AND ${JUDGED_STATES} ORDER BY v.saved_at, v.id`,
      [stage.editionId, stage.key],
    );
    return rows.map(({ total, values, seconds, own, type, groupKey, classKey, discipline, ...row }, order) => {
      const sheet = stage.sheetOf({ type, groupKey, classKey, discipline });
      const scores = sheet.rules.items.filter((item) => item.kind === 'score').map((item) => Number(values[item.key]));
      return { ...row, values, y: exactToNumber(total), order, sheet: sheet.name, ...(own === null ? {} : { own }), ...(scores.every(Number.isFinite) ? { criteria: scores } : {}), ...(seconds === null ? {} : { seconds }) };
    });
  }
}

/** Exact totals may be fractions ("269/3"). */
function exactToNumber(total: string): number {
  const [top, bottom] = total.split('/');
  return bottom === undefined ? Number(top) : Number(top) / Number(bottom);
}
