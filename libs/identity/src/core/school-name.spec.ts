import { describe, expect, it } from '@jest/globals';
import { schoolNameKey } from './school-name.js';

describe('schoolNameKey', () => {
  it.each([
    ['长沙市第一中学', '长沙一中'],
    ['湖南师范大学附属中学', '湖南师大附中'],
    ['枫溪镇中心小学', '枫溪镇小学校'],
    ['武陵区 第十二 中学', '武陵第12中学'],
    ['（青山）实验学校', '青山实验学校'],
  ])('%s and %s are alike', (one, other) => expect(schoolNameKey(one)).toBe(schoolNameKey(other)));

  it('keeps different schools apart', () => {
    expect(schoolNameKey('长沙市第一中学')).not.toBe(schoolNameKey('长沙市第二中学'));
    expect(schoolNameKey('枫溪小学')).not.toBe(schoolNameKey('枫溪中学'));
  });
  it('never gives nothing', () => expect(schoolNameKey('县')).toBe('县'));
});
