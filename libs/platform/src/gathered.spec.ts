import { describe, expect, it } from '@jest/globals';
import { Gathered } from './gathered.js';

describe('gathered questions', () => {
  it('go out as one in the same turn, each asker with the own answer; later ones go out anew', async () => {
    const asked: number[][] = [];
    const doubled = new Gathered<number, number>(async (keys) => {
      asked.push(keys);
      return keys.map((key) => key * 2);
    });
    expect(await Promise.all([doubled.of(1), doubled.of(2), doubled.of(1)])).toEqual([2, 4, 2]);
    expect(await doubled.of(3)).toBe(6);
    expect(asked).toEqual([[1, 2, 1], [3]]);
  });

  it('who comes while a question is under way is not given its answer', async () => {
    let truth = 'before';
    const asked = new Gathered<string, string>(async (keys) => {
      const seen = truth;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return keys.map(() => seen);
    });
    const first = asked.of('a');
    await new Promise((resolve) => setImmediate(resolve));
    truth = 'after';
    expect(await Promise.all([first, asked.of('a')])).toEqual(['before', 'after']);
  });

  it('fail together, and the next is asked all the same', async () => {
    let broken = true;
    const asked = new Gathered<number, number>(async (keys) => {
      if (broken) throw new Error('no database');
      return keys;
    });
    const both = await Promise.allSettled([asked.of(1), asked.of(2)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await asked.of(4)).toBe(4);
  });
});
