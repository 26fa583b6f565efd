import type { ScoreInput, ScoreSheet } from '../src/index.js';

const criteria = ['innovation', 'science', 'practice', 'report'] as const;

function sheets(stage: string, table: Record<string, Record<string, readonly number[]>>): ScoreSheet[] {
  return Object.entries(table).flatMap(([entry, byJudge]) =>
    Object.entries(byJudge).map(([judge, scores]) => ({
      entry,
      stage,
      judge,
      values: Object.fromEntries(criteria.map((criterion, index) => [criterion, scores[index] ?? 0])),
    })),
  );
}

/** A small innovation contest: blind initial review by 3-5 judges, final review, composite 30/70, three prizes. All names are invented. */
export const innovationExample: ScoreInput = {
  rulebookVersion: '47-1',
  rules: {
    format: 'qingsai-scoring/1',
    sheets: {
      project: {
        items: [
          { kind: 'score', key: 'innovation', label: { zh: '创新性', en: 'Innovation' }, max: 40, step: 0.5 },
          { kind: 'score', key: 'science', label: { zh: '科学性', en: 'Scientific quality' }, max: 30, step: 0.5 },
          { kind: 'score', key: 'practice', label: { zh: '实用性', en: 'Practical value' }, max: 20, step: 0.5 },
          { kind: 'score', key: 'report', label: { zh: '研究报告', en: 'Report' }, max: 10, step: 0.5 },
        ],
      },
    },
    stages: [
      {
        key: 'initial',
        label: { zh: '初评', en: 'Initial review' },
        kind: 'sheets',
        sheet: 'project',
        judges: { method: 'trimmed', minimum: 3, trimFrom: 5 },
        places: 2,
        screens: { range: 15, sd: 8 },
      },
      {
        key: 'final',
        label: { zh: '终评', en: 'Final review' },
        kind: 'sheets',
        sheet: 'project',
        judges: { method: 'trimmed', minimum: 3, trimFrom: 5 },
        places: 2,
        values: { innovation: { item: 'innovation', take: 'mean' } },
      },
    ],
    total: { method: 'weighted', weights: { initial: 0.3, final: 0.7 }, places: 2 },
    ranking: {
      keys: [
        { key: 'total', label: { zh: '总分', en: 'total' }, by: 'value', value: 'total', order: 'desc' },
        { key: 'final', label: { zh: '终评分', en: 'final review' }, by: 'value', value: 'final', order: 'desc' },
        { key: 'innovation', label: { zh: '创新性', en: 'innovation' }, by: 'value', value: 'final.innovation', order: 'desc' },
        { key: 'initial', label: { zh: '初评分', en: 'initial review' }, by: 'value', value: 'initial', order: 'desc' },
      ],
    },
    awards: [
      {
        key: 'grade',
        label: { zh: '等级奖', en: 'Grade prize' },
        levels: [
          { key: 'first', label: { zh: '一等奖', en: 'first prize' }, share: 0.15 },
          { key: 'second', label: { zh: '二等奖', en: 'second prize' }, share: 0.35 },
          { key: 'third', label: { zh: '三等奖', en: 'third prize' }, share: 0.5 },
        ],
        ties: 'expand',
        smallGroup: { manualBelow: 3, oneFirstFrom: 3 },
      },
    ],
  },
  judges: [{ id: 'j1' }, { id: 'j2' }, { id: 'j3' }, { id: 'j4' }, { id: 'j5' }, { id: 'j6', state: 'withdrawn' }],
  recusals: [{ judge: 'j2', entry: 'w-04' }],
  entries: [
    { id: 'w-01', group: 'senior' },
    { id: 'w-02', group: 'senior' },
    { id: 'w-03', group: 'senior' },
    { id: 'w-04', group: 'senior' },
    { id: 'w-05', group: 'senior', status: 'absent' },
  ],
  sheets: [
    ...sheets('initial', {
      'w-01': { j1: [36, 27, 18, 9], j2: [34, 26, 17, 9], j3: [35, 28, 16, 8.5], j4: [38, 29, 19, 9.5], j5: [30, 22, 15, 8] },
      'w-02': { j1: [33, 25, 16, 8], j2: [35, 26, 18, 9], j3: [36, 24, 17, 8], j4: [34, 25, 16, 8.5], j5: [37, 28, 18, 9] },
      'w-03': { j1: [38, 28, 19, 10], j2: [37, 28, 19, 10], j3: [36, 27, 18, 9], j4: [35, 26, 18, 9], j5: [32, 24, 16, 8] },
      'w-04': { j1: [30, 24, 15, 8], j2: [40, 30, 20, 10], j3: [31, 25, 16, 8], j4: [29, 24, 15, 7.5], j5: [32, 25, 16, 8] },
      'w-05': { j1: [28, 22, 14, 7], j3: [29, 22, 15, 7], j4: [30, 23, 14, 7] },
    }),
    ...sheets('final', {
      'w-01': { j1: [36, 27, 18, 9], j3: [36, 27, 18, 9], j4: [36, 27, 18, 9], j6: [40, 30, 20, 10] },
      'w-02': { j1: [35, 26, 17, 9], j3: [36, 27, 17, 8.5], j4: [35, 27, 18, 9] },
      'w-03': { j1: [37, 28, 18, 9], j3: [37, 27, 18, 9], j4: [38, 28, 18, 9] },
      'w-04': { j1: [31, 25, 16, 8], j3: [32, 24, 16, 8], j4: [32, 25, 15, 8] },
    }),
  ],
};
