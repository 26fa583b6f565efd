import { describe, expect, it } from '@jest/globals';
import { Documents, SettableClock, withContext } from '#libs/platform';
import { pdfPages } from '../../../../test/support/pdf-text.js';
import type { PublicRow } from '../dto/publication.dto.js';
import { printedGroups, printedNotice, type PrintedNotice } from './printed-notice.js';

const row = (position: number, group: string, award: string, more: Partial<PublicRow> = {}): PublicRow => ({
  position, entryNo: `47-${position}`, type: 'student', typeLabel: '学生项目', group, groupLabel: group === 'junior' ? '初中组' : '小学组', discipline: null, disciplineLabel: null,
  title: `作品${position}`, members: ['李*明', '张*'], coaches: ['周老师'], school: '青荷中学', prefecture: '长沙市', award, awardLabel: award === 'first' ? '一等奖' : '二等奖', ...more,
});
const words = { comma: '、', awardTitle: (label: string, count: number) => `${label}（${count}项）` };

describe('printed notice', () => {
  it('puts groups in the order of the list and the best prize first in each', () => {
    const groups = printedGroups([row(3, 'primary', 'second'), row(1, 'junior', 'second'), row(2, 'junior', 'first'), row(4, 'primary', 'first')], ['first', 'second'], words);
    expect(groups.map((group) => [group.title, group.awards.map((award) => [award.title, award.rows.map((cells) => cells[0])])])).toEqual([
      ['学生项目 · 初中组', [['一等奖（1项）', ['2']], ['二等奖（1项）', ['1']]]],
      ['学生项目 · 小学组', [['一等奖（1项）', ['4']], ['二等奖（1项）', ['3']]]],
    ]);
  });

  it('sets every row on numbered pages; what people wrote is text, never code', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => row(index + 1, index < 60 ? 'junior' : 'primary', index % 2 ? 'first' : 'second', index === 7 ? { title: '#panic("no") $x$ <b>𠅤</b>' } : {}));
    const notice: PrintedNotice = {
      title: '第47届获奖名单公示', facts: [['公示编号', '第1号']], columns: ['序号', '项目编号', '项目名称', '学生', '学校', '指导教师'],
      groups: printedGroups(rows, ['first', 'second'], words), notes: ['注'], foot: '第47届 · 第1号 · 0123abcd',
    };
    const pdf = await withContext({ requestId: 'spec', language: 'zh' }, () => new Documents(new SettableClock()).render(printedNotice, notice));
    const pages = pdfPages(pdf);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain('第47届 · 第1号 · 0123abcd');
      expect(page).toContain(`第 ${index + 1} 页，共 ${pages.length} 页`);
      expect(page).toContain('指导教师');
    });
    const said = pages.join('');
    expect(said).toContain('#panic("no") $x$ <b>');
    for (const one of rows) expect(said).toContain(`47-${one.position}`);
  });
});
