import type { MatchRecord, ScoreInput, ScoreSheet, SheetRules } from '../src/index.js';

/** A rescue run: targets reached, a chosen difficulty, restarts as penalty, time for ties. */
const rescueSheet: SheetRules = {
  items: [
    { kind: 'count', key: 'targets', label: { zh: '到达目标', en: 'Targets reached' }, max: 6, points: 20 },
    {
      kind: 'choice',
      key: 'route',
      label: { zh: '路线', en: 'Route' },
      options: [
        { key: 'easy', label: { zh: '简单', en: 'easy' }, points: 0 },
        { key: 'hard', label: { zh: '困难', en: 'hard' }, points: 30 },
      ],
    },
    { kind: 'flag', key: 'home', label: { zh: '返回基地', en: 'Back at the base' }, points: 25 },
    { kind: 'lookup', key: 'tokens', label: { zh: '剩余精准标记', en: 'Tokens left' }, table: [0, 10, 15, 25, 35, 50, 50].map((points, at) => ({ at, points })) },
    { kind: 'count', key: 'restarts', label: { zh: '重启', en: 'Restarts' }, max: 20, points: -5 },
    { kind: 'measure', key: 'time', label: { zh: '用时', en: 'Time' }, unit: 's', min: 0, max: 150, step: 0.01 },
  ],
  restrictions: [
    {
      key: 'home-needs-target',
      holds: { or: [{ not: 'home' }, { gt: ['targets', 0] }] },
      message: { zh: '没有到达目标不能记返回基地', en: 'Back at the base needs at least one target' },
    },
  ],
  resultWhen: { gt: ['targets', 0] },
  floor: 0,
};

const run = (entry: string, round: number, values: Record<string, number | boolean | string>): ScoreSheet => ({ entry, stage: 'field', round, judge: 'ref-1', values });

const game = (id: string, a: [string, number], b: [string, number]): MatchRecord => ({ id, stage: 'duel', sides: [a, b].map(([team, score]) => ({ entries: [team], score })) });

/** A robotics event: sum of the best two of three field runs, then duels in a league; ties by best run, then time, then the games among the tied. Names are invented. */
export const roboticsExample: ScoreInput = {
  rulebookVersion: '17-3',
  rules: {
    format: 'qingsai-scoring/1',
    sheets: { rescue: rescueSheet },
    stages: [
      {
        key: 'field',
        label: { zh: '场地赛', en: 'Field runs' },
        kind: 'sheets',
        sheet: 'rescue',
        rounds: { method: 'bestOf', count: 2, take: 'sum', planned: 3, noResult: 'zero', bounds: { lowest: 0, highest: 225 } },
        values: { time: { item: 'time', take: 'lowest' } },
      },
      {
        key: 'duel',
        label: { zh: '对抗赛', en: 'Duels' },
        kind: 'matches',
        figures: { points: { value: { if: ['won', 3, { if: ['tied', 1, 0] }] } } },
        score: { figure: 'points', take: 'sum' },
      },
    ],
    total: { method: 'formula', value: { add: ['field', { mul: [10, 'duel'] }] }, places: 0, requires: ['field', 'duel'] },
    ranking: {
      keys: [
        { key: 'total', label: { zh: '总分', en: 'total' }, by: 'value', value: 'total', order: 'desc' },
        { key: 'runs', label: { zh: '单轮成绩', en: 'single runs' }, by: 'rounds', stage: 'field' },
        { key: 'time', label: { zh: '最短用时', en: 'best time' }, by: 'value', value: 'field.time', order: 'asc' },
        { key: 'duels', label: { zh: '相互战绩', en: 'games among the tied' }, by: 'headToHead', stage: 'duel', figure: 'points' },
      ],
    },
    awards: [
      {
        key: 'grade',
        label: { zh: '等级奖', en: 'Grade prize' },
        levels: [
          { key: 'first', label: { zh: '一等奖', en: 'first prize' }, share: 0.34 },
          { key: 'second', label: { zh: '二等奖', en: 'second prize' }, share: 0.33 },
        ],
        ties: 'expand',
      },
    ],
    selections: [{ key: 'province', label: { zh: '晋级省赛', en: 'Province final' }, places: { count: 2 }, caps: [{ attribute: 'school', most: 1 }], ties: 'report' }],
  },
  entries: [
    { id: 't1', group: 'primary', attributes: { school: 'north' } },
    { id: 't2', group: 'primary', attributes: { school: 'north' } },
    { id: 't3', group: 'primary', attributes: { school: 'south' } },
  ],
  sheets: [
    run('t1', 1, { targets: 4, route: 'easy', home: true, tokens: 6, restarts: 1, time: 120.5 }),
    run('t1', 2, { targets: 5, route: 'hard', home: true, tokens: 3, restarts: 2, time: 131.25 }),
    run('t1', 3, { targets: 2, route: 'hard', home: false, tokens: 0, restarts: 4, time: 150 }),
    run('t2', 1, { targets: 5, route: 'easy', home: true, tokens: 4, restarts: 0, time: 99 }),
    run('t2', 2, { targets: 0, route: 'easy', home: false, tokens: 6, restarts: 0, time: 150 }),
    run('t2', 3, { targets: 3, route: 'easy', home: true, tokens: 5, restarts: 1, time: 110 }),
    run('t3', 1, { targets: 3, route: 'hard', home: true, tokens: 2, restarts: 1, time: 125 }),
    { entry: 't3', stage: 'field', round: 2, judge: 'ref-1', state: 'noShow' },
    run('t3', 3, { targets: 6, route: 'hard', home: true, tokens: 6, restarts: 0, time: 88.75 }),
  ],
  matches: [game('d1', ['t1', 10], ['t2', 30]), game('d2', ['t2', 20], ['t3', 20]), game('d3', ['t1', 40], ['t3', 10])],
};
