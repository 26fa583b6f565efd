import type { ScoringRules } from '#libs/scoring';
import { initialAnchors } from './innovation-anchors.js';

/** Sheets, combination, ranking and prizes of the innovation contest (domain 4.5, 4.6). */
export const innovationScoring: ScoringRules = {
  format: 'qingsai-scoring/1',
  sheets: {
    initial: {
      items: [
        { kind: 'score', key: 'innovation', label: { zh: '创新性', en: 'Innovation' }, hint: { zh: '选题与方法是否新颖、先进', en: 'Novel topic and method' }, max: 40, step: 0.5, anchors: initialAnchors.innovation },
        { kind: 'score', key: 'science', label: { zh: '科学性', en: 'Scientific quality' }, hint: { zh: '立论、设计、数据与推理是否可靠', en: 'Sound design, data and reasoning' }, max: 30, step: 0.5, anchors: initialAnchors.science },
        { kind: 'score', key: 'practice', label: { zh: '实用性', en: 'Practical value' }, hint: { zh: '能否解决实际问题', en: 'Solves a real problem' }, max: 20, step: 0.5, anchors: initialAnchors.practice },
        { kind: 'score', key: 'report', label: { zh: '研究报告', en: 'Report' }, hint: { zh: '表达是否完整、规范', en: 'Complete and well written' }, max: 10, step: 0.5, anchors: initialAnchors.report },
      ],
    },
    final: {
      items: [
        { kind: 'score', key: 'innovation', label: { zh: '创新性', en: 'Innovation' }, max: 30, step: 0.5 },
        { kind: 'score', key: 'science', label: { zh: '科学性', en: 'Scientific quality' }, max: 25, step: 0.5 },
        { kind: 'score', key: 'practice', label: { zh: '实用性', en: 'Practical value' }, max: 15, step: 0.5 },
        { kind: 'score', key: 'display', label: { zh: '现场展示', en: 'Display' }, max: 10, step: 0.5 },
        { kind: 'score', key: 'answers', label: { zh: '问辩', en: 'Questions and answers' }, hint: { zh: '是否由本人完成、理解是否深入', en: 'Own work, depth of understanding' }, max: 20, step: 0.5 },
      ],
    },
  },
  stages: [
    {
      key: 'initial',
      label: { zh: '初评', en: 'Initial review' },
      kind: 'sheets',
      sheet: 'initial',
      judges: { method: 'trimmed', minimum: 3, trimFrom: 5 },
      places: 2,
      screens: { range: 15, sd: 8 },
    },
    {
      key: 'final',
      label: { zh: '终评', en: 'Final review' },
      kind: 'sheets',
      sheet: 'final',
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
