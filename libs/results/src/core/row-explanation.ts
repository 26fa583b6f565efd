import { explain, type Language, type ResultRow, type ScoreOutput, type ScoringRules } from '#libs/scoring';

/** A stored row's paragraph: explain reads a whole output, so the row is handed to it alone. */
export function explainRow(row: ResultRow, rules: ScoringRules, language: Language): string {
  const alone: Pick<ScoreOutput, 'groups'> = {
    groups: [{
      group: row.group, rows: [row], ties: [], awards: [], screens: [], corrections: [],
      counts: { entries: 1, ranked: row.rank === null ? 0 : 1, absent: 0, disqualified: 0, withdrawn: 0, unresolved: 0 },
    }],
  };
  return explain(alone as ScoreOutput, row.entry, language, rules) ?? '';
}
