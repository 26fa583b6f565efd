import { describe, expect, it } from '@jest/globals';
import { nameLikeness } from './name-likeness.js';
import { schoolNameKey } from './school-name.js';

const alike = (one: string, other: string): number => nameLikeness(schoolNameKey(one), schoolNameKey(other));

describe('likeness of school names', () => {
  it('is 1 for one school under two spellings', () => {
    expect(alike('长沙市第一中学', '长沙一中')).toBe(1);
    expect(alike('青荷初级中学', '青荷中学')).toBe(1);
  });
  it('is high for a slip and low for another school', () => {
    expect(alike('青荷第一中学', '青荷中学')).toBeGreaterThanOrEqual(0.45);
    expect(alike('云岭实验小学', '云岭实验学校')).toBeGreaterThanOrEqual(0.45);
    expect(alike('枫林小学', '白鹭小学')).toBeLessThan(0.45);
    expect(alike('浏水实验学校', '青荷中学')).toBeLessThan(0.2);
  });
});
