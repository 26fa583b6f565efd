import { describe, expect, it } from '@jest/globals';
import { findLeaks } from './find-leaks.js';
import { leakWords, type LeakSubjects } from './leak-words.js';

const subjects: LeakSubjects = {
  people: [{ name: '黄小佳', as: 'member' }, { name: '高山', as: 'member' }, { name: '买买提·吐尔逊', as: 'member' }, { name: '谭云岭', as: 'coach' }, { name: '黄大江', as: 'guardian' }],
  schools: ['长沙市第一中学', '长沙市芙蓉区青荷实验中学', '湖南师范大学附属中学'],
  otherSchools: ['株洲市云岭中学'],
  prefectures: ['长沙市', '湘西土家族苗族自治州'],
  counties: ['芙蓉区'],
  words: ['我校'],
};
const SYLLABLES: Record<string, string[]> = { 黄小佳: ['huang', 'xiao', 'jia'], 高山: ['gao', 'shan'], 谭云岭: ['tan', 'yun', 'ling'] };
const words = leakWords(subjects, (name) => SYLLABLES[name] ?? []);
const found = (text: string): string[] => findLeaks(text, words).map(({ kind, severity, word, count }) => `${kind} ${severity} ${word} ${count}`);

describe('what a text tells about its makers', () => {
  it.each([
    ['作者：黄小佳', ['member high 黄小佳 1']],
    ['由 黄 小 佳 和谭云岭老师', ['member high 黄小佳 1', 'coach high 谭云岭 1']],
    ['黄小\n佳的实验，黄小佳记录', ['member high 黄小佳 2']],
    ['买买提吐尔逊同学', ['member high 买买提·吐尔逊 1']],
    ['By Xiaojia Huang, 2026', ['member high 黄小佳 1']],
    ['C:\\Users\\huang.xiaojia\\report.docx', ['member high 黄小佳 1']],
    ['HUANG, Xiao-Jia', ['member high 黄小佳 1']],
    ['家长黄大江协助', ['guardian high 黄大江 1']],
    ['在长沙市第一中学操场', ['school high 长沙市第一中学 1']],
    ['长沙一中的同学', ['school medium 长沙市第一中学 1']],
    ['青荷实验中学生物园', ['school medium 长沙市芙蓉区青荷实验中学 1']],
    ['湖南师大附中', ['school medium 湖南师范大学附属中学 1']],
    ['株洲市云岭中学', ['otherSchool medium 株洲市云岭中学 1']],
    ['取样地点在长沙市岳麓山', ['place medium 长沙市 1']],
    ['湘西的茶叶', ['place low 湘西土家族苗族自治州 1']],
    ['联系电话：１３８１２３４５６７８', ['phone high 13812345678 1']],
    ['电话 138-1234-5678', ['phone high 138-1234-5678 1']],
    ['0731-84512345', ['phone high 0731-84512345 1']],
    ['发到 tan.yl@example.com 即可', ['email high tan.yl@example.com 1']],
    ['学号：20260315', ['studentNumber medium 学号:20260315 1']],
    ['我校开展', ['word medium 我校 1']],
    ['QQ：123456789', ['account medium QQ:123456789 1']],
    ['微信号: huang_2012', ['account medium 微信号: huang_2012 1']],
  ])('%s', (text, expected) => expect(found(text)).toEqual(expected));

  it('leaves alone what tells nothing', () => {
    for (const text of [
      '土壤湿度为 13812345678901 个单位', '第一中学期的数据', '一中等强度的光照', '0.13812345678', 'Huangxiaojiang and gaoshannon', '样本编号 43010220260101', '在高原与山地取样',
      '光敏电阻 2026-03-01 至 2026-09-01', 'QQ 图', 'OwjcQqoOnHmRcf8H9Ty6hg==', '微信小程序abcdef', '湖南的红壤', '',
    ]) {
      expect([text, found(text)]).toEqual([text, []]);
    }
  });

  it('shows the passage', () => {
    const [leak] = findLeaks('本实验的全部数据由第一作者黄小佳在家中用自制的装置记录下来，每天三次。', words);
    expect(leak?.passages).toEqual([{ before: '本实验的全部数据由第一作者', match: '黄小佳', after: '在家中用自制的装置记录下来，每天三次。' }]);
  });

  it('keeps names of two characters as a guess', () => expect(found('高山植物')).toEqual(['member medium 高山 1']));
});
