import { describe, expect, it } from '@jest/globals';
import { knownNames, namesSomebody } from './comment-names.js';

const known = knownNames(['龙小雨', '买买提·吐尔逊', '李'], ['长沙市青荷中学']);

describe('a comment that names somebody', () => {
  it.each([
    '龙小雨同学的数据很完整', '龙 小 雨', '买买提吐尔逊的报告', '建议买买提·吐尔逊补充实验', '贵校长沙市青荷中学', '青荷中学的实验室不错', '请打 138 0013 8000', '0731-84512345', 'teacher@school.example.cn',
    '身份证430102201103047654', '加微信:abc_12345',
  ])('is found: %s', (text) => {
    expect(namesSomebody(text, known)).toBe(true);
  });
  it.each(['', '选题来自生活，数据记录完整', '2026年3月共测量1200次，误差0.35%', '李子的保鲜', '得分 88.5，建议补充 2011-2025 年的数据'])('is not seen where there is none: %s', (text) => {
    expect(namesSomebody(text, known)).toBe(false);
  });
});
