import { describe, expect, it } from '@jest/globals';
import { innovationRulebook, type EntryTypeRules, type Words } from '#libs/contests';
import { blindFields } from './blind-fields.js';
import { neutralMaterials } from './blind-materials.js';

const type = innovationRulebook(2026).types[0] as EntryTypeRules;
const say = (words: Words): string => words.zh;
const file = (slot: string, number: number, kind = 'pdf') => ({ fileId: `${slot}${number}`, slot, number, kind, bytes: 5 });

describe('what a judge sees of an entry', () => {
  it('are only the files the rulebook opens to judges, in its order, numbered without gaps, under neutral names', () => {
    const stored = [file('images', 7, 'jpg'), file('novelty', 1), file('images', 3, 'png'), file('raw', 1), file('report', 4), file('stampedForm', 1)];
    expect(neutralMaterials(type, stored, say).map(({ number, name, slot, contentType }) => [number, name, slot, contentType])).toEqual([
      [1, '研究报告-1.pdf', 'report', 'application/pdf'],
      [2, '作品图片-1.png', 'images', 'image/png'],
      [3, '作品图片-2.jpg', 'images', 'image/jpeg'],
    ]);
  });

  it('are only the fields that are checked for names, and only while they apply', () => {
    const form = { abstract: '摘要', startDate: '2025-01-01', continuation: false, whatIsNew: '旧内容', previousEntry: '青荷中学 2024', aiUse: 'used', aiTools: '某工具', aiPurpose: '润色', aiPlaces: '摘要' };
    expect(blindFields(type, form, say).map(({ key, value }) => [key, value])).toEqual([['abstract', '摘要'], ['aiPurpose', '润色'], ['aiPlaces', '摘要']]);
  });
});
