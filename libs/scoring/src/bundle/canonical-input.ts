import { byCodeUnits } from '../engine/problem.js';
import type { ScoreInput } from '../engine/score-input.types.js';

/** The input with its lists in one fixed order, so that equal inputs have equal hashes however their lists are ordered. */
export function canonicalInput(input: ScoreInput): ScoreInput {
  const sorted = <Item>(list: readonly Item[] | undefined, keyOf: (item: Item) => (string | number | undefined)[]): Item[] | undefined =>
    list && list.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compareKeys(a.key, b.key)).map(({ item }) => item);
  return {
    ...input,
    entries: sorted(input.entries, (entry) => [entry.id]) ?? [],
    ...optional('sheets', sorted(input.sheets, (sheet) => [sheet.stage, sheet.entry, sheet.round ?? 1, sheet.mark ?? 0, sheet.judge ?? ''])),
    ...optional('matches', sorted(input.matches, (match) => [match.stage, match.id])),
    ...optional('judges', sorted(input.judges, (judge) => [judge.id, judge.stage ?? ''])),
    ...optional('recusals', sorted(input.recusals, (recusal) => [recusal.judge, recusal.entry, recusal.stage ?? ''])),
    ...optional('selected', sorted(input.selected, (one) => [one.selection, one.entry])),
    ...optional('revoked', sorted(input.revoked, (one) => [one.award, one.entry])),
  };
}

const optional = <Key extends string, Item>(key: Key, list: Item[] | undefined): Partial<Record<Key, Item[]>> => (list ? ({ [key]: list } as Record<Key, Item[]>) : {});

function compareKeys(a: readonly (string | number | undefined)[], b: readonly (string | number | undefined)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index];
    const order = typeof one === 'number' && typeof other === 'number' ? one - other : byCodeUnits(String(one), String(other));
    if (order !== 0) return order;
  }
  return 0;
}
