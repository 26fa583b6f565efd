import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkCharacter, readForeignDocument, readIdNumber } from './id-number.js';

const valid = fc
  .record({ day: fc.date({ min: new Date('1950-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }), sequence: fc.integer({ min: 0, max: 999 }), county: fc.integer({ min: 1, max: 99 }) })
  .map(({ day, sequence, county }) => {
    const first17 = `4399${String(county).padStart(2, '0')}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return first17 + checkCharacter(first17);
  });

describe('readIdNumber', () => {
  it('catches every single wrong digit and every swap of neighbours', () => {
    fc.assert(
      fc.property(valid, fc.nat(16), fc.integer({ min: 1, max: 9 }), (number, place, shift) => {
        expect(readIdNumber(number, '2026-01-01').valid).toBe(true);
        const wrong = number.slice(0, place) + String((Number(number[place]) + shift) % 10) + number.slice(place + 1);
        expect(readIdNumber(wrong, '2026-01-01').valid).toBe(false);
        if (place < 16 && number[place] !== number[place + 1]) {
          const swapped = number.slice(0, place) + number.charAt(place + 1) + number.charAt(place) + number.slice(place + 2);
          expect(readIdNumber(swapped, '2026-01-01').valid).toBe(false);
        }
      }),
    );
  });

  it.each([
    ['born tomorrow', '439901202601020013', 'BIRTH_DATE'],
    ['month 13', '439901201313150028', 'BIRTH_DATE'],
    ['letters', '43990120130615002A', 'FORMAT'],
    ['full-width digits', '４39901201306150023', 'FORMAT'],
    ['begins with 0', '039901201306150023', 'FORMAT'],
    ['empty', '', 'FORMAT'],
  ])('refuses %s', (_what, number, error) => {
    expect(readIdNumber(number, '2026-01-01')).toEqual({ valid: false, error });
  });

  it('knows leap days', () => {
    const leap = '43990120120229001';
    expect(readIdNumber(leap + checkCharacter(leap), '2026-01-01')).toMatchObject({ valid: true, birth: '2012-02-29', sex: 'M' });
    const none = '43990120130229001';
    expect(readIdNumber(none + checkCharacter(none), '2026-01-01')).toEqual({ valid: false, error: 'BIRTH_DATE' });
  });
});

describe('readForeignDocument', () => {
  it('folds capitals and spaces', () => expect(readForeignDocument(' h 0123456 ')).toBe('H0123456'));
  it.each(['', 'ab', 'x'.repeat(31), 'A1;DROP', '护照12345'])('refuses %j', (text) => expect(readForeignDocument(text)).toBeUndefined());
});
