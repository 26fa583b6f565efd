import { text } from '#libs/platform';
import type { PlanTable } from './planner.js';

/** Columns that a letter takes in a terminal: Chinese characters and full-width signs take two. */
const widthOf = (word: string): number => [...word].reduce((sum, letter) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u.test(letter) ? 2 : 1), 0);

/** A table with a head line, columns aligned by their width in a terminal. */
export const renderTable = ({ columns, rows }: PlanTable): string => alignLines([columns.map((column) => text(`cli.plan.columns.${column}`)), ...rows.map((row) => row.map(String))]);

/** Lines of cells, each column as wide as its widest cell. */
export function alignLines(lines: readonly (readonly string[])[]): string {
  const widths = (lines[0] ?? []).map((_, column) => lines.reduce((most, line) => Math.max(most, widthOf(line[column] ?? '')), 0));
  return lines.map((line) => `${line.map((word, column) => word + ' '.repeat((widths[column] ?? 0) - widthOf(word))).join('  ').trimEnd()}\n`).join('');
}
