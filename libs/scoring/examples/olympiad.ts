import type { ScoreInput, ScoreSheet } from '../src/index.js';

const marks = (entry: string, problem: string, given: readonly number[]): ScoreSheet[] =>
  given.map((mark, index) => ({ entry, stage: 'paper2', judge: `m${index + 1}-${problem}`, mark: (index + 1) as 1 | 2 | 3 | 4, values: { [problem]: mark } }));

/** A mathematics league: paper 1 read by machine, paper 2 marked twice with a third marker; ties by paper 2; hard quota for first prizes. Names are invented. */
export const olympiadExample: ScoreInput = {
  rulebookVersion: '2026-math-2',
  rules: {
    format: 'qingsai-scoring/1',
    parameters: { firstPlaces: 1, participants: 4 },
    figures: [{ key: 'others', label: { zh: '二三等奖合计上限', en: 'second and third prizes together, at most' }, value: { floor: { mul: ['param.participants', 0.5] } } }],
    stages: [
      { key: 'paper1', label: { zh: '一试', en: 'Paper 1' }, kind: 'given', attribute: 'paper1', max: 120 },
      {
        key: 'paper2',
        label: { zh: '加试', en: 'Paper 2' },
        kind: 'marked',
        problems: [
          { key: 'p1', label: { zh: '第一题', en: 'Problem 1' }, max: 40, tolerance: 3 },
          { key: 'p2', label: { zh: '第二题', en: 'Problem 2' }, max: 50, tolerance: 4 },
        ],
        marking: { method: 'double', equidistant: 'higher' },
      },
    ],
    total: { method: 'sum', stages: ['paper1', 'paper2'], places: 1 },
    ranking: {
      keys: [
        { key: 'total', label: { zh: '总分', en: 'total' }, by: 'value', value: 'total', order: 'desc' },
        { key: 'paper2', label: { zh: '加试', en: 'paper 2' }, by: 'value', value: 'paper2', order: 'desc' },
      ],
    },
    awards: [
      {
        key: 'prize',
        label: { zh: '赛区奖', en: 'Region prize' },
        levels: [
          { key: 'first', label: { zh: '一等奖', en: 'first prize' }, count: 'param.firstPlaces' },
          { key: 'second', label: { zh: '二等奖', en: 'second prize' }, count: 'figure.others' },
        ],
        ties: 'shrink',
        mention: { key: 'mention', label: { zh: '鼓励奖', en: 'honourable mention' }, when: { gt: ['paper2.fullScores', 0] } },
      },
    ],
  },
  entries: [
    { id: 'c1', group: 'senior', attributes: { paper1: 100 } },
    { id: 'c2', group: 'senior', attributes: { paper1: 96 } },
    { id: 'c3', group: 'senior', attributes: { paper1: 40 } },
    { id: 'c4', group: 'senior', status: 'absent' },
  ],
  sheets: [
    ...marks('c1', 'p1', [30, 32]),
    ...marks('c1', 'p2', [20, 30, 28]),
    ...marks('c2', 'p1', [38, 38]),
    ...marks('c2', 'p2', [26, 26]),
    ...marks('c3', 'p1', [40, 40]),
    ...marks('c3', 'p2', [0, 20, 10, 12]),
  ],
};
