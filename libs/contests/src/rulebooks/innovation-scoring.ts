import type { ScoringRules, SheetChoice } from '#libs/scoring';
import { innovationSheets } from './innovation-sheets.js';

/** Each entry type has its own sheet, teachers' projects one for each class. */
const sheetsBy = (project: string, practice: string, aid: string, plan: string): SheetChoice[] => [
  { when: { type: 'project' }, sheet: project },
  { when: { type: 'painting' }, sheet: 'painting' },
  { when: { type: 'practice' }, sheet: practice },
  { when: { type: 'video' }, sheet: 'video' },
  { when: { type: 'teacher', class: 'making' }, sheet: aid },
  { when: { type: 'teacher', class: 'plan' }, sheet: plan },
];

/** Sheets, combination, ranking and prizes of the innovation contest (domain 4.5, 4.6). */
export const innovationScoring: ScoringRules = {
  format: 'qingsai-scoring/1',
  sheets: innovationSheets,
  stages: [
    {
      key: 'initial',
      label: { zh: '初评', en: 'Initial review' },
      kind: 'sheets',
      sheetFor: sheetsBy('projectInitial', 'practiceInitial', 'aidInitial', 'planInitial'),
      judges: { method: 'trimmed', minimum: 3, trimFrom: 5 },
      places: 2,
      screens: { range: 15, sd: 8 },
    },
    {
      key: 'final',
      label: { zh: '终评', en: 'Final review' },
      kind: 'sheets',
      sheetFor: sheetsBy('projectFinal', 'practiceFinal', 'aidFinal', 'planFinal'),
      judges: { method: 'trimmed', minimum: 3, trimFrom: 5 },
      places: 2,
      values: { innovation: { item: 'innovation', take: 'mean' } },
      screens: { range: 15, sd: 8 },
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
        { key: 'first', label: { zh: '一等奖', en: 'First prize' }, share: 0.15 },
        { key: 'second', label: { zh: '二等奖', en: 'Second prize' }, share: 0.35 },
        { key: 'third', label: { zh: '三等奖', en: 'Third prize' }, share: 0.5 },
      ],
      ties: 'expand',
      smallGroup: { manualBelow: 3, oneFirstFrom: 3 },
    },
  ],
  // Made from the initial review alone, before there is a total (2023: 180 of 860 went on).
  selections: [{ key: 'finalists', label: { zh: '入围终评', en: 'Finalists' }, per: 'group', places: { share: 0.2 }, ties: 'expand' }],
};
