import { ENGINE_VERSION, explain, type Language, type ResultRow, type ScoreOutput, type ScoringRules, type SelectionResult } from '#libs/scoring';

/** What one selection said of one entry. */
export interface SelectionProof {
  selection: string;
  chosen: boolean;
  reason: string;
  params: Record<string, string | number>;
}

/** The proofs of every selection by entry, for rows that are stored one by one. */
export function proofsByEntry(output: ScoreOutput): ReadonlyMap<string, SelectionProof[]> {
  const found = new Map<string, SelectionProof[]>();
  for (const { selection, proof } of output.selections) {
    for (const { entry, ...said } of proof) found.set(entry, [...(found.get(entry) ?? []), { selection, ...said }]);
  }
  return found;
}

/** A stored row's paragraph: explain reads a whole output, so the row is handed to it as the only one. */
export function explainRow(row: ResultRow, selections: readonly SelectionProof[], rules: ScoringRules, language: Language): string {
  const counts = { entries: 1, ranked: row.rank === null ? 0 : 1, absent: 0, disqualified: 0, withdrawn: 0, unresolved: 0 };
  const alone: ScoreOutput = {
    format: 'qingsai-result/1',
    engine: ENGINE_VERSION,
    rulebookVersion: '',
    figures: {},
    groups: [{ group: row.group, rows: [row], ties: [], awards: [], screens: [], corrections: [], counts }],
    selections: selections.map(
      ({ selection, ...said }): SelectionResult => ({
        selection, group: row.group, places: 0, chosen: [], unused: 0, undecided: [], safe: [], questionable: [], next: [], revoked: [], proof: [{ entry: row.entry, ...said }],
      }),
    ),
  };
  return explain(alone, row.entry, language, rules) ?? '';
}
