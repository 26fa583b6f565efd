import { describe, expect, it } from '@jest/globals';
import { foldLogin, foldPhone, LOGIN_NAME } from './login-name.js';

describe('logins', () => {
  it('folds capitals, spaces and full-width letters', () => expect(foldLogin(' Ｗang.Fang ')).toBe('wang.fang'));
  it.each([['138 1234-5678', '13812345678'], ['+86 13812345678', '13812345678'], ['0086-13812345678', '13812345678'], ['+852 5123 4567', '+85251234567'], ['wang', undefined], ['12', undefined]])(
    'phone %s', (typed, folded) => expect(foldPhone(typed)).toBe(folded),
  );
  it('keeps login names apart from phones and addresses', () => {
    expect(LOGIN_NAME.test('wang.fang')).toBe(true);
    for (const wrong of ['13812345678', 'a@b.cn', 'wf', 'Wang', '王芳', 'x'.repeat(41)]) expect(LOGIN_NAME.test(wrong)).toBe(false);
  });
});
