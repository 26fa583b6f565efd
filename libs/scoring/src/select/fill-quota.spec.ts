import { describe, expect, it } from '@jest/globals';
import type { SelectionResult } from '../engine/score-output.types.js';
import { score } from '../engine/score.js';
import type { SelectionRules } from '../rules/selection-rules.types.js';
import { SeededRandom } from '../statistics/seeded-random.js';

type Row = [id: string, points: number, school: string, sex: 'M' | 'F'];

function select(rule: Omit<SelectionRules, 'key' | 'quota'>, atLeast: number, rows: readonly Row[]): SelectionResult {
  const output = score({
    rules: {
      format: 'qingsai-scoring/1',
      stages: [{ key: 's', label: { zh: '分', en: 's' }, kind: 'given', attribute: 's' }],
      total: { method: 'stage', stage: 's', places: null },
      ranking: { keys: [{ key: 'total', by: 'value', value: 'total', order: 'desc' }] },
      selections: [{ key: 'x', quota: { when: { eq: ['attr.sex', { text: 'F' }] }, atLeast }, ...rule }],
    },
    rulebookVersion: '1',
    entries: rows.map(([id, s, school, sex]) => ({ id, group: 'g', attributes: { s, school, sex } })),
  });
  return output.selections[0] as SelectionResult;
}

const schoolCap = (most: number): SelectionRules['caps'] => [{ attribute: 'school', most }];

describe('a quota that meets ties and caps', () => {
  it.each<[string, Omit<SelectionRules, 'key' | 'quota'>, number, Row[], Partial<SelectionResult>]>([
    [
      'a girl tied for the last place has it: nothing is left to decide',
      { places: { count: 3 }, ties: 'report' }, 1,
      [['a', 9, 'X', 'M'], ['b', 8, 'X', 'M'], ['c', 7, 'X', 'M'], ['d', 7, 'X', 'F'], ['e', 6, 'X', 'F']],
      { chosen: ['a', 'b', 'd'], undecided: [], next: ['c', 'e'] },
    ],
    [
      'of a larger tie the others go on waiting for a decision while there is a place',
      { places: { count: 3 }, ties: 'report' }, 1,
      [['a', 9, 'X', 'M'], ['b', 7, 'X', 'M'], ['c', 7, 'X', 'M'], ['d', 7, 'X', 'F']],
      { chosen: ['a', 'd'], undecided: ['b', 'c'] },
    ],
    [
      'two girls and a boy tied for the last place: between the girls only',
      { places: { count: 2 }, ties: 'report' }, 1,
      [['a', 9, 'X', 'M'], ['b', 7, 'X', 'M'], ['c', 7, 'X', 'F'], ['d', 7, 'X', 'F']],
      { chosen: ['a'], undecided: ['c', 'd'] },
    ],
    [
      'a cap holds for those who come in, too',
      { places: { count: 3 }, caps: schoolCap(1), ties: 'report' }, 2,
      [['a', 9, 'W', 'M'], ['b', 8, 'X', 'M'], ['c', 7, 'Y', 'M'], ['d', 6, 'Z', 'F'], ['e', 5, 'Z', 'F'], ['f', 4, 'V', 'F']],
      { chosen: ['a', 'd', 'f'], undecided: [] },
    ],
    [
      'two equal girls of one school with one place in it: a person decides, and no third comes instead',
      { places: { count: 3 }, caps: schoolCap(1), ties: 'report' }, 1,
      [['a', 9, 'W', 'M'], ['b', 8, 'X', 'M'], ['c', 7, 'Y', 'M'], ['d', 6, 'Z', 'F'], ['e', 6, 'Z', 'F'], ['f', 4, 'V', 'F']],
      { chosen: ['a', 'b'], undecided: ['d', 'e'] },
    ],
    [
      'a girl in a tie at a cap has the place that the cap leaves',
      { places: { count: 2 }, caps: schoolCap(1), ties: 'report' }, 1,
      [['a', 9, 'X', 'M'], ['b', 9, 'X', 'F'], ['c', 8, 'Y', 'M'], ['d', 7, 'Z', 'F']],
      { chosen: ['c', 'b'], undecided: [] },
    ],
    [
      'the same where nobody was kept a place for',
      { places: { count: 2 }, caps: schoolCap(1), ties: 'shrink' }, 1,
      [['a', 9, 'X', 'M'], ['b', 9, 'X', 'F'], ['c', 8, 'Y', 'M'], ['d', 7, 'Z', 'M']],
      { chosen: ['c', 'b'], undecided: [] },
    ],
    [
      'two girls and a boy at a cap with one place: between the girls',
      { places: { count: 2 }, caps: schoolCap(1), ties: 'report' }, 1,
      [['a', 9, 'X', 'F'], ['b', 9, 'X', 'F'], ['c', 9, 'X', 'M'], ['d', 8, 'Y', 'M'], ['e', 7, 'Z', 'F']],
      { chosen: ['d'], undecided: ['a', 'b'] },
    ],
    [
      'a cap that lets both in leaves nothing open',
      { places: { count: 3 }, caps: schoolCap(2), ties: 'report' }, 2,
      [['a', 9, 'X', 'F'], ['b', 9, 'X', 'F'], ['c', 9, 'X', 'M'], ['d', 8, 'Y', 'M']],
      { chosen: ['d', 'a', 'b'], undecided: [] },
    ],
    [
      'who makes room makes it at the cap, too',
      { places: { count: 3 }, caps: schoolCap(2), ties: 'report' }, 1,
      [['a', 9, 'X', 'M'], ['b', 8, 'Y', 'M'], ['c', 7, 'X', 'M'], ['d', 6, 'X', 'F'], ['e', 5, 'Z', 'F']],
      { chosen: ['a', 'b', 'd'], undecided: [], next: ['c', 'e'] },
    ],
    [
      'but not where the cap is full without whoever makes room',
      { places: { count: 3 }, caps: schoolCap(2), ties: 'report' }, 1,
      [['a', 9, 'X', 'M'], ['b', 8, 'X', 'M'], ['c', 7, 'Y', 'M'], ['d', 6, 'X', 'F'], ['e', 5, 'Z', 'F']],
      { chosen: ['a', 'b', 'e'], undecided: [] },
    ],
    [
      'more of them than places: all places, also the one kept for two boys',
      { places: { count: 2 }, caps: schoolCap(1), ties: 'report' }, 3,
      [['a', 9, 'X', 'M'], ['b', 9, 'X', 'M'], ['c', 8, 'Y', 'M'], ['d', 7, 'Z', 'F'], ['e', 6, 'V', 'F'], ['f', 5, 'W', 'F']],
      { chosen: ['d', 'e'], undecided: [], next: ['c', 'a', 'b', 'f'] },
    ],
  ])('%s', (_name, rule, atLeast, rows, expected) => expect(select(rule, atLeast, rows)).toMatchObject(expected));

  it('never exceeds places or caps, never both chooses and leaves open, and leaves no girl out whom it needs', () => {
    const random = new SeededRandom('quota');
    const below = (n: number): number => Math.floor(random.uniform() * n);
    for (let round = 0; round < 400; round++) {
      const rows = Array.from({ length: 3 + below(8) }, (_, index): Row => [`e${index}`, below(5), 'XYZ'[below(3)] as string, below(3) === 0 ? 'F' : 'M']);
      const [count, most, atLeast] = [1 + below(5), 1 + below(3), 1 + below(3)];
      const rule = { places: { count }, caps: schoolCap(most), ties: (['report', 'shrink'] as const)[below(2)] as 'report' | 'shrink' };
      const result = select(rule, atLeast, rows);
      const told = JSON.stringify({ rule, atLeast, rows, result });
      const of = new Map(rows.map((row) => [row[0], row]));
      const places = [...result.chosen, ...result.undecided];
      if (new Set(places).size !== places.length) throw new Error(`twice: ${told}`);
      if (result.chosen.length > count) throw new Error(`too many: ${told}`);
      for (const school of 'XYZ') if (result.chosen.filter((id) => of.get(id)?.[2] === school).length > most) throw new Error(`over the cap: ${told}`);
      const girls = result.chosen.filter((id) => of.get(id)?.[3] === 'F').length;
      const waiting = result.proof.filter((one) => !one.chosen && one.reason === 'noPlaceLeft' && of.get(one.entry)?.[3] === 'F');
      const reachable = waiting.filter((one) => result.chosen.filter((id) => of.get(id)?.[2] === of.get(one.entry)?.[2]).length < most);
      if (girls < Math.min(atLeast, count) && result.undecided.length === 0 && reachable.length > 0) throw new Error(`left out: ${told}`);
      expect(select(rule, atLeast, [...rows].reverse())).toEqual(result);
    }
  });
});
