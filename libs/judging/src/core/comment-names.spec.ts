import { describe, expect, it } from '@jest/globals';
import { knownNames, namesIn } from './comment-names.js';
import { looksLikeName } from './comment-signs.js';

const known = knownNames(['龙小雨', '买买提·吐尔逊', '李', '高山'], ['长沙市青荷中学']);

describe('the true names in a comment', () => {
  it.each([
    ['龙小雨同学的数据很完整', ['龙小雨']], ['龙 小 雨', ['龙小雨']], ['买买提吐尔逊的报告', ['买买提吐尔逊']], ['建议买买提·吐尔逊补充，买买提吐尔逊再测', ['买买提吐尔逊']],
    ['贵校长沙市青荷中学', ['长沙市青荷中学']], ['青荷中学的实验室不错', ['青荷中学']], ['高山同学和作者高山', ['高山']], ['龙小雨、高山老师', ['龙小雨', '高山']],
  ])('are found: %s', (text, found) => expect(namesIn(text, known)).toEqual(found));
  it.each(['', '选题来自生活，数据记录完整', '高山植物的样本太少', '李子的保鲜', '请打 138 0013 8000'])('are not seen where there is none: %s', (text) => expect(namesIn(text, known)).toEqual([]));
});

describe('a comment that looks as if it named somebody', () => {
  it.each([
    '龙小雨同学的数据很完整', '请张老师再指导', '欧阳慕容', '司徒远志的工作', '买买提·吐尔逊', '作者是黄小甲', '陈思远', '王教授建议', '青荷中学的实验室不错', '长沙市第一中学', '岳麓区实验小学', '师大附中的条件',
    '云岭外国语学校', '请打 138 0013 8000', '0731-84512345', 'teacher@school.example.cn', '身份证430102201103047654', '加微信:abc_12345', 'Ms. Huang guided this', 'Greenlake High School', '由何一帆评',
  ])('is warned of, whoever takes part: %s', (text) => expect(looksLikeName(text, ['何一帆'])).toBe(true));
  it.each([
    '', '选题来自生活，数据记录完整', '2026年3月共测量1200次，误差0.35%', '李子的保鲜', '得分 88.5，建议补充 2011-2025 年的数据', '适合在中学推广', '作为中学生作品很难得', '小学阶段能做到这样不易', '高一同学完成不易',
    '建议向老师请教统计方法', '与同学合作分工清楚', '高中生物实验规范', '第一中期数据缺失', '本作品创新性强，方法严谨，结论可靠', '希望继续观察不同季节的变化', '表现中等，建议补充对照实验', '数据完整，建议补充对照实验', '方案可行', '图表清楚',
  ])('is left alone: %s', (text) => expect(looksLikeName(text, ['何一帆'])).toBe(false));
});
