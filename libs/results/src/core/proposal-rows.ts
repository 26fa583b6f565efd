import type { GroupResult, ResultRow, ScoreOutput } from '#libs/scoring';
import type { ProposalKind } from './proposal-state.js';

/** Key that the entries of a shortlist get in place of a prize. */
export const FINALIST = 'finalist';

/** Whether a selection of the rulebook makes the shortlist: `finalists`, or one for each entry type (`finalists_teacher`). */
export const makesShortlist = (selection: string): boolean => selection === 'finalists' || selection.startsWith('finalists_');

export interface ProposedRow {
  entry: string;
  group: string;
  position: number;
  state: string;
  rank: number | null;
  total: string | null;
  award: string | null;
  computed: string | null;
  leftToJury: boolean;
}

const placed = (row: ResultRow, group: GroupResult, position: number, computed: string | null, leftToJury: boolean): ProposedRow => ({
  entry: row.entry, group: group.group, position, state: row.state, rank: row.rank, total: row.total, award: computed, computed, leftToJury,
});

function inOrder(output: ScoreOutput, give: (row: ResultRow, group: GroupResult) => { computed: string | null; leftToJury: boolean }): ProposedRow[] {
  return output.groups.flatMap((group) =>
    group.rows.map((row, index) => {
      const { computed, leftToJury } = give(row, group);
      return placed(row, group, index + 1, computed, leftToJury);
    }),
  );
}

/**
 * What the rules propose for every entry of a result. Left to the jury are ranked entries on a cut that the rule does not
 * decide (`ties: report`) and groups too small for it (domain 4.6).
 * @param award key of the prize set that is proposed; not used for a shortlist
 */
export function proposedRows(output: ScoreOutput, kind: ProposalKind, award: string | null): ProposedRow[] {
  if (kind === 'shortlist') {
    const selections = output.selections.filter((one) => makesShortlist(one.selection));
    const chosen = new Set(selections.flatMap((one) => one.chosen));
    const undecided = new Set(selections.flatMap((one) => one.undecided));
    return inOrder(output, (row) => ({ computed: chosen.has(row.entry) ? FINALIST : null, leftToJury: undecided.has(row.entry) }));
  }
  return inOrder(output, (row) => {
    const trace = row.trace.awards.find((one) => one.award === award);
    const open = row.state === 'ranked' && (trace?.reason === 'committee' || trace?.reason === 'tieUndecided');
    return { computed: award === null ? null : (row.awards[award] ?? null), leftToJury: open };
  });
}

/** What two people approve: the rows in the order of their ids, without what the screen adds. */
export function digestible(rows: { entry: string; group: string; state: string; rank: number | null; total: string | null; award: string | null }[]): unknown {
  return rows
    .map(({ entry, group, state, rank, total, award }) => ({ entry, group, state, rank, total, award }))
    .sort((a, b) => (a.entry < b.entry ? -1 : a.entry > b.entry ? 1 : 0));
}
