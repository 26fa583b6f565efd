import type { ScoreOutput } from '#libs/scoring';
import type { CorrectionView, CutView, GroupCounts, LevelView, ScreenView, TieView } from './dto/snapshot.dto.js';
import type { ResultLabels } from './result-labels.js';

export interface ResultSummary {
  groups: GroupCounts[];
  ties: TieView[];
  cuts: CutView[];
  levels: LevelView[];
  screens: ScreenView[];
  corrections: CorrectionView[];
}

/** What a page shows above the rows of a result: counts, prizes, ties across cuts, scores far apart. */
export function summaryOf(output: ScoreOutput, labels: ResultLabels): ResultSummary {
  const each = <T>(take: (group: ScoreOutput['groups'][number]) => T[]): T[] => output.groups.flatMap(take);
  return {
    groups: output.groups.map(({ group, counts }) => ({ group, label: labels.rankingGroup(group), ...counts })),
    ties: each(({ group, ties }) => ties.map((tie) => ({ group, ...tie }))),
    cuts: each(({ group, awards }) => awards.flatMap((set) => set.cuts.map((cut) => ({ group, award: set.award, ...cut })))),
    levels: each(({ group, awards }) =>
      awards.flatMap((set) =>
        set.levels.map(({ level, seats, awarded, line }) => ({ group, award: set.award, level, label: labels.award(level) ?? level, seats, awarded, line })),
      ),
    ),
    screens: each(({ group, screens }) => screens.map((screen) => ({ group, ...screen }))),
    corrections: each(({ group, corrections }) => corrections.map(({ judges, facts, ...report }) => ({ group, ...report, facts: { ...facts }, judges: judges.map((judge) => ({ ...judge })) }))),
  };
}
