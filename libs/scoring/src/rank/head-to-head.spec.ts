import { describe, expect, it } from '@jest/globals';
import { whole } from '../exact/rational.js';
import type { Meeting } from '../engine/match-stage.js';
import { pointsAmong, splitHeadToHead } from './head-to-head.js';

/** Both halves of a game: who met whom, and the points of each. */
const game = (a: number, b: number, pointsA: number, pointsB: number): Meeting[] => [
  { entry: a, opponent: b, figures: new Map([['p', whole(pointsA)]]) },
  { entry: b, opponent: a, figures: new Map([['p', whole(pointsB)]]) },
];
const win = (a: number, b: number): Meeting[] => game(a, b, 3, 0);
const split = (entries: number[], meetings: Meeting[]) => {
  const { classes, playOff } = splitHeadToHead(entries, meetings, 'p');
  return { classes, playOff: playOff ? [...playOff].sort((a, b) => a - b) : [] };
};

/** Domain 5.4 T9. */
describe('splitHeadToHead', () => {
  it('two by their own game', () => expect(split([1, 2], win(2, 1))).toEqual({ classes: [[2], [1]], playOff: [] }));

  it('does not look at games with others', () => {
    expect(split([1, 2], [...win(2, 1), ...win(1, 7), ...win(1, 8)])).toEqual({ classes: [[2], [1]], playOff: [] });
    expect(split([1, 2], [...win(1, 7), ...win(8, 2)])).toEqual({ classes: [[1, 2]], playOff: [] });
  });

  it('three by a mini-league, and two who stay equal in it by their own game', () => {
    const meetings = [...win(1, 2), ...win(1, 3), ...win(2, 3), ...win(9, 1), ...win(9, 1)];
    expect(split([1, 2, 3], meetings)).toEqual({ classes: [[1], [2], [3]], playOff: [] });
    const four = [...win(1, 2), ...win(2, 3), ...win(3, 1), ...win(1, 4), ...win(2, 4), ...win(4, 3)];
    expect(split([1, 2, 3, 4], four)).toEqual({ classes: [[1], [2], [4], [3]], playOff: [] });
  });

  it('a cycle needs a play-off; a draw, or no game at all, does not', () => {
    expect(split([1, 2, 3], [...win(1, 2), ...win(2, 3), ...win(3, 1)])).toEqual({ classes: [[1, 2, 3]], playOff: [1, 2, 3] });
    expect(split([1, 2], game(1, 2, 1, 1))).toEqual({ classes: [[1, 2]], playOff: [] });
    expect(split([1, 2], [])).toEqual({ classes: [[1, 2]], playOff: [] });
  });

  it('a cycle among some of the tied names those only', () => {
    const meetings = [...win(1, 2), ...win(2, 3), ...win(3, 1), ...win(1, 4), ...win(2, 4), ...win(3, 4)];
    expect(split([1, 2, 3, 4], meetings)).toEqual({ classes: [[1, 2, 3], [4]], playOff: [1, 2, 3] });
    expect(pointsAmong(1, [1, 2, 3, 4], meetings, 'p').n).toBe(6);
  });
});
