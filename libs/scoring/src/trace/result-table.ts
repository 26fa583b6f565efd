import type { ScoreOutput } from '../engine/score-output.types.js';
import { textsIn, type Language } from '../i18n/texts.js';
import type { ScoringRules } from '../rules/rules.types.js';

/** The result as lines of a table, one an entry, for a terminal or a spreadsheet. Labels come from the rules. */
export function resultTable(output: ScoreOutput, rules: ScoringRules, language: Language): { headers: string[]; rows: string[][] } {
  const { table, state } = textsIn(language);
  const awards = rules.awards ?? [];
  const headers = [table.group, table.rank, table.entry, table.total, ...rules.stages.map((stage) => stage.label[language]), ...awards.map((award) => award.label?.[language] ?? award.key)];
  const levelLabel = (award: (typeof awards)[number], key: string | null | undefined): string =>
    key ? ([...award.levels, ...(award.mention ? [award.mention] : [])].find((level) => level.key === key)?.label[language] ?? key) : '';
  const rows = output.groups.flatMap((group) =>
    group.rows.map((row) => [
      group.group,
      row.rank === null ? (state[row.state] ?? row.state) : `${row.rank}${row.tied ? ' =' : ''}`,
      row.entry,
      row.total ?? '',
      ...rules.stages.map((stage) => row.stages[stage.key]?.score ?? ''),
      ...awards.map((award) => levelLabel(award, row.awards[award.key])),
    ]),
  );
  return { headers, rows };
}
