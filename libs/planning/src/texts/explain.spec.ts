import { describe, expect, it } from '@jest/globals';
import { pairSwissRound } from '../draws/swiss.js';
import { explainInfeasible, explainPairInWords, explainRefusal } from './explain.js';
import { en } from './en.js';
import { zh } from './zh.js';

describe('texts', () => {
  it('says the same things in both languages', () => {
    for (const part of ['proof', 'refusal', 'pair'] as const) expect(Object.keys(zh[part]).sort()).toEqual(Object.keys(en[part]).sort());
  });

  it('puts numbers and names into sentences', () => {
    expect(explainInfeasible({ kind: 'minimum-short', judges: ['a', 'b'], entries: ['e'], minimum: 4, available: 1 }, 'en')).toBe('2 judges are promised at least 4 reviews, but the 1 entry open to them can use 1.');
    expect(explainInfeasible({ kind: 'fixed-over-need', entry: 'e1', need: 1, fixed: 2 }, 'zh')).toBe('项目 e1 需要 1 位评委，却已指定 2 位。');
    expect(explainRefusal({ kind: 'seats-short', candidates: ['a', 'b', 'c'], sites: ['north'], needs: ['ground-floor'], seats: 2 }, 'en')).toBe('3 candidates (needing ground-floor) can only go to north, where there are 2 suitable seats.');
    expect(explainPairInWords({ kind: 'assigned', score: 80, rank: 2, candidates: 9, fixed: false }, 'zh')).toBe('专业匹配 80，在 9 位无需回避的评委中排第 2。');
    expect(explainPairInWords({ kind: 'not-needed', score: 5, rank: 9, candidates: 9, panelLowest: 7, judgeAtMaximum: true, leastLoss: { expertise: 2, loadSteps: 0 } }, 'en')).toBe(
      'Expertise 5, number 9 of 9 judges without conflict; the lowest on the panel has 7. This judge has reached the maximum load. Forcing the pair would cost the whole plan at least 2.',
    );
  });

  it('explains why a round cannot be without a rematch', () => {
    const team = (id: string, ...opponents: string[]): { id: string; points: number; opponents: string[] } => ({ id, points: 0, opponents });
    const round = pairSwissRound([team('A'), team('B', 'C', 'D'), team('C', 'B', 'D'), team('D', 'B', 'C')]);
    if (round.kind !== 'infeasible') throw new Error('expected a proof');
    expect(round.proof).toEqual({ kind: 'rematches-unavoidable', separators: ['A'], oddClusters: [['B'], ['C'], ['D']] });
    expect(explainRefusal(round.proof, 'en')).toBe('No round without a rematch: without 1 team (A) the others fall into 3 groups of odd size that have met everybody outside.');
  });
});
