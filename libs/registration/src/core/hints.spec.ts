import { describe, expect, it } from '@jest/globals';
import { hintKey } from './hints.js';

describe('the name of a hint', () => {
  const hint = { code: 'PERSON_LOOKALIKE', params: { name: '甲', school: '青荷中学', elsewhere: 0 } };
  it('stays when members change places or facts are listed in another order', () => {
    expect(hintKey({ code: hint.code, params: { elsewhere: 0, school: '青荷中学', name: '甲' } })).toBe(hintKey(hint));
  });
  it('is another one for other facts', () => {
    const others = [{ ...hint, code: 'PAST_WINNER' }, { ...hint, params: { ...hint.params, name: '乙' } }, { ...hint, params: { ...hint.params, elsewhere: '0' } }];
    expect(new Set([hint, ...others].map(hintKey)).size).toBe(4);
  });
});
