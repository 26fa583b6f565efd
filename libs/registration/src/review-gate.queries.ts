import { Injectable } from '@nestjs/common';
import { Rulebooks } from '#libs/contests';
import { Database, Refusal } from '#libs/platform';

/** States in which the province has an entry in hand. */
export const AT_PROVINCE = ['prefecture_recommended', 'eligible', 'in_review', 'finalist', 'final_scored', 'awarded', 'in_notice', 'confirmed'];
const MOST_NAMED = 50;

/** Keeps works that tell their makers from those who judge blind. */
@Injectable()
export class ReviewGate {
  constructor(private readonly database: Database, private readonly rulebooks: Rulebooks) {}

  /**
   * Whether the blind review of the eligible entries may begin: refuses LEAKS_OPEN, with the entries concerned, when the rulebook says
   * that undecided or confirmed findings keep it from beginning. What blind copies leave out by themselves never does.
   */
  async requireClear(editionId: string): Promise<void> {
    const { document } = await this.rulebooks.of(editionId);
    const blocks = document.blind.blocks ?? 'none';
    if (blocks === 'none') return;
    const rows = await this.database.query<{ entryNo: string | null; title: string; count: number }>(
      `SELECT e.entry_no AS "entryNo", e.title, count(*)::int AS count FROM leak_finding f JOIN entry e ON e.id = f.entry_id
       WHERE e.edition_id = $1 AND e.state = 'eligible' AND f.state IN ('open', 'leak') AND f.source NOT IN ('fileName', 'fact') AND ($2 OR f.severity = 'high')
       GROUP BY e.id ORDER BY e.entry_no, e.id`,
      [editionId, blocks === 'all'],
    );
    if (rows.length === 0) return;
    throw new Refusal('conflict', 'LEAKS_OPEN', { count: rows.length }, rows.slice(0, MOST_NAMED).map((row) => ({
      code: 'LEAKS_OF_ENTRY', path: 'entries', params: { entryNo: row.entryNo ?? '', title: row.title, count: row.count },
    })));
  }
}
