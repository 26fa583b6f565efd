import { describe, expect, it } from '@jest/globals';
import { SeededRandom } from '#libs/scoring';
import { comparedGroups, enoughPairs, nextPair, pairKey, type Comparable, type Compared } from './comparing.js';

const entry = (codeId: string, own: number, group = 'g'): Comparable => ({ codeId, own, group });
const better = (first: string, second: string): Compared => ({ first, second, answer: 'first' });

describe('the next pair', () => {
  const entries = [entry('a', 80), entry('b', 90), entry('c', 81), entry('d', 60), entry('x', 80, 'other')];

  it('is the closest by the own scores, of one group, then of those met least', () => {
    expect(nextPair(entries, [])).toEqual(['a', 'c']);
    expect(nextPair(entries, [better('a', 'c')])).toEqual(['b', 'd']);
    expect(nextPair([entry('x', 1, 'one'), entry('y', 1, 'two')], [])).toBeNull();
    expect(nextPair([], [])).toBeNull();
  });

  it('asks about every pair of a group once, meets everybody about equally often on the way, and puts nobody always on the left', () => {
    const random = new SeededRandom('pairs');
    for (let round = 0; round < 30; round++) {
      const size = 3 + random.below(8);
      const own = Array.from({ length: size }, (_, index) => entry(`e${index}`, random.below(40), index % 5 === 4 ? 'second' : 'first'));
      const answered: Compared[] = [];
      const left = new Map<string, number>();
      for (let pair = nextPair(own, answered); pair; pair = nextPair(own, answered)) {
        const [first, second] = pair;
        expect(answered.some((one) => pairKey(one.first, one.second) === pairKey(first, second))).toBe(false);
        expect(own.find((one) => one.codeId === first)?.group).toBe(own.find((one) => one.codeId === second)?.group);
        answered.push({ first, second, answer: 'equal' });
        left.set(first, (left.get(first) ?? 0) + 1);
        const times = own.filter((one) => one.group === 'first').map(({ codeId }) => answered.filter((one) => one.first === codeId || one.second === codeId).length);
        expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(2);
      }
      const [many, few] = ['first', 'second'].map((group) => own.filter((one) => one.group === group).length) as [number, number];
      expect(answered).toHaveLength((many * (many - 1)) / 2 + (few * (few - 1)) / 2);
      expect(enoughPairs(own)).toBeLessThanOrEqual(answered.length);
    }
  });

  it('is enough after about three meetings each', () => {
    expect(enoughPairs([])).toBe(0);
    expect(enoughPairs(Array.from({ length: 10 }, () => ({ group: 'g' })))).toBe(15);
    expect(enoughPairs([{ group: 'g' }, { group: 'g' }, { group: 'h' }])).toBe(1);
  });
});

describe('what the comparisons say', () => {
  it('orders a chain, shares the place of equals and leaves out whom nobody compared', () => {
    const entries = ['a', 'b', 'c', 'd', 'e'].map((code) => entry(code, 0));
    const [group] = comparedGroups(entries, [better('b', 'a'), better('a', 'c'), { first: 'a', second: 'd', answer: 'second' }, { first: 'b', second: 'd', answer: 'equal' }]);
    expect(group).toMatchObject({ comparisons: 4, parts: 1 });
    expect(group?.rows.map(({ codeId, place, wins, equals, losses }) => [codeId, place, wins, equals, losses])).toEqual([['b', 1, 1, 1, 0], ['d', 1, 1, 1, 0], ['a', 3, 1, 0, 2], ['c', 4, 0, 0, 1], ['e', null, 0, 0, 0]]);
    expect(group?.rows[0]?.preferred).toBeGreaterThan(0.5);
    expect(group?.rows[3]?.preferred).toBeLessThan(0.5);
  });

  it('gives no places across parts that were never compared, and none to groups without an answer', () => {
    const entries = [...['a', 'b', 'c', 'd'].map((code) => entry(code, 0)), entry('z', 0, 'other')];
    const groups = comparedGroups(entries, [better('a', 'b'), better('c', 'd'), better('a', 'z')]);
    expect(groups.map(({ group, parts, comparisons }) => [group, parts, comparisons])).toEqual([['g', 2, 2], ['other', 0, 0]]);
    expect(groups.flatMap((one) => one.rows.map((row) => row.place))).toEqual([null, null, null, null, null]);
  });

  it('finds the true order of the merits again from enough answers, whatever the order of the answers', () => {
    const random = new SeededRandom('merits');
    const codes = Array.from({ length: 8 }, (_, index) => `e${index}`);
    const answers: Compared[] = [];
    for (let judge = 0; judge < 40; judge++) for (let i = 0; i < 8; i++) for (let j = i + 1; j < 8; j++) answers.push({ first: codes[i] as string, second: codes[j] as string, answer: random.below(1_000_000) / 1_000_000 < 1 / (1 + Math.exp(0.8 * (i - j))) ? 'first' : 'second' });
    const entries = codes.map((code) => entry(code, 0));
    const [found] = comparedGroups(entries, answers);
    expect(found?.rows.map((row) => row.codeId)).toEqual(codes);
    const [again] = comparedGroups([...entries].reverse(), [...answers].reverse().map(({ first, second, answer }) => ({ first: second, second: first, answer: answer === 'first' ? 'second' : 'first' })));
    expect(again?.rows.map((row) => [row.codeId, row.wins, row.preferred?.toFixed(9)])).toEqual(found?.rows.map((row) => [row.codeId, row.wins, row.preferred?.toFixed(9)]));
  });
});
