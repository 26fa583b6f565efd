import { describe, expect, it } from '@jest/globals';
import { maskEmail, maskIdNumber, maskName, maskPhone } from './masks.js';

describe('maskName', () => {
  it.each([
    ['张三', '张*'],
    ['李小明', '李*明'],
    ['欧阳娜', '欧阳*'],
    ['欧阳小娜', '欧阳*娜'],
    ['欧阳', '欧*'],
    ['司徒一二三', '司徒**三'],
    ['王二三四', '王**四'],
    ['买买提·吐尔逊', '买*****'],
    ['𠅤小明', '𠅤*明'],
    ['李𠅤', '李*'],
    ['㛃', '*'],
    ['Anna Maria', 'A********'],
    [' 张三 ', '张*'],
    ['', '*'],
  ])('%s -> %s', (name, masked) => expect(maskName(name)).toBe(masked));
});

describe('other masks', () => {
  it('keeps three and four digits of a mobile number', () => expect(maskPhone('138 1234 5678')).toBe('138****5678'));
  it('keeps two digits of another number', () => expect(maskPhone('0731-8888123')).toBe('**********23'));
  it('keeps the letter and the place of an address', () => expect(maskEmail('lihua@example.org')).toBe('l***@example.org'));
  it('shows nothing of a broken address', () => expect(maskEmail('@x')).toBe('***'));
  it('keeps 4 and 2 of an identity number', () => expect(maskIdNumber('439901201306150023')).toBe('4399************23'));
  it('keeps 2 of a passport number', () => expect(maskIdNumber('E1234567')).toBe('******67'));
});
