import { writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import '../index.js';
import { SettableClock } from '../clock.js';
import { withContext } from '../context.js';
import { documentHash, Documents } from './documents.service.js';
import { printedList, type PrintedList } from './list-template.js';

const list: PrintedList = {
  title: '第44届青少年科技创新大赛县级推荐名单',
  subtitle: '#read("/etc/passwd") $x$ *不是粗体* <b>',
  columns: [{ title: '序号', align: 'center', width: 0.5 }, { title: '项目名称', width: 3 }, { title: '学校', width: 2 }, { title: '得分', align: 'right' }],
  rows: Array.from({ length: 120 }, (_, i) => [String(i + 1), i % 2 ? '基于机器视觉的㛃叶识别 #panic("no")' : '会飞的\\ 机器人 "引号" 买买提·吐尔逊', '芙蓉区第一中学', '88.50']),
  notes: ['1. 本名单按得分从高到低排列。', '2. 如有异议，请在公示期内提出。'],
  stamp: { organisation: '芙蓉区科学技术协会', date: '2026年3月1日' },
};

describe('documents', () => {
  const clock = new SettableClock();
  const documents = new Documents(clock);
  const inChinese = <T>(work: () => Promise<T>) => withContext({ requestId: 'spec', language: 'zh' }, work);

  it('sets a list of several pages in Chinese; what people wrote is text, never code', async () => {
    const pdf = await inChinese(() => documents.render(printedList, list));
    if (process.env.QINGSAI_SPEC_OUTPUT) writeFileSync(process.env.QINGSAI_SPEC_OUTPUT, pdf);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
    expect((pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length).toBe(3);
  });

  it('names the content by its hash, which any change changes', () => {
    const changed = { ...list, rows: list.rows.map((row, i) => (i === 7 ? [...row.slice(0, 3), '88.51'] : row)) };
    expect(documentHash('list', list)).toMatch(/^[0-9a-f]{64}$/);
    expect(documentHash('list', changed)).not.toBe(documentHash('list', list));
  });

  it('refuses rows that do not fit the columns', async () => {
    await expect(documents.render(printedList, { ...list, rows: [['1']] })).rejects.toThrow('Row 1 has 1 cells for 4 columns');
  });
});
