import { describe, expect, it } from '@jest/globals';
import { ageOn, shownName } from './shown-names.js';

const at = new Date('2026-04-27T10:00:00+08:00');
const someone = { name: '欧阳小娜', birthDate: '2010-01-01', refused: false };

describe('shownName', () => {
  it('always masks under 14, up to the day before the birthday', () => {
    expect(shownName({ ...someone, birthDate: '2012-04-28' }, 'full', at)).toBe('欧阳*娜');
    expect(shownName({ ...someone, birthDate: '2012-04-27' }, 'full', at)).toBe('欧阳小娜');
  });

  it('masks where the rulebook says so, where the age is unknown and where consent was refused', () => {
    expect(shownName(someone, 'masked', at)).toBe('欧阳*娜');
    expect(shownName({ ...someone, birthDate: null }, 'full', at)).toBe('欧阳*娜');
    expect(shownName({ ...someone, refused: true }, 'maskedUnderAge', at)).toBe('欧阳*娜');
    expect(shownName(someone, 'maskedUnderAge', at)).toBe('欧阳小娜');
  });

  it('takes the day by the province\'s clock', () => {
    expect(ageOn('2012-04-28', new Date('2026-04-27T15:59:59Z'))).toBe(13);
    expect(ageOn('2012-04-28', new Date('2026-04-27T16:00:00Z'))).toBe(14);
  });
});
