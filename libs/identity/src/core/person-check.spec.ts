import { describe, expect, it } from '@jest/globals';
import { checkIdentity } from './person-check.js';

const codes = (declared: Parameters<typeof checkIdentity>[0]): string[] => checkIdentity(declared, '2026-03-01').problems.map((problem) => problem.code);

describe('checkIdentity', () => {
  it('reads birth date and sex from a resident number', () => {
    expect(checkIdentity({ idNumber: '43990120130615002 3'.replace(' ', '') }, '2026-03-01').identity).toEqual({
      idKind: 'resident', idNumber: '439901201306150023', sex: 'F', birthDate: '2013-06-15', idChecked: true,
    });
  });
  it('tells all contradictions at once', () => {
    expect(codes({ idNumber: '439901201306150023', sex: 'M', birthDate: '2013-06-16' })).toEqual(['ID_OTHER_BIRTH_DATE', 'ID_OTHER_SEX']);
  });
  it('names what is wrong with the number', () => {
    expect(codes({ idNumber: '439901201306150024' })).toEqual(['ID_CHECK_DIGIT']);
    expect(codes({ idNumber: '43990120130230001X' })).toEqual(['ID_BIRTH_DATE']);
    expect(codes({ idNumber: 'x' })).toEqual(['ID_FORMAT']);
  });
  it('needs the facts that another document does not prove', () => {
    expect(codes({ idKind: 'passport', idNumber: 'E12345678' })).toEqual(['BIRTH_DATE_NEEDED', 'SEX_NEEDED']);
    expect(checkIdentity({ idKind: 'taiwan', idNumber: '0123 4567', sex: 'M', birthDate: '2012-01-01' }, '2026-03-01').identity).toMatchObject({ idNumber: '01234567', idChecked: false });
  });
  it('refuses a birth to come', () => expect(codes({ birthDate: '2026-03-02' })).toEqual(['BIRTH_IN_FUTURE']));
  it('does without a number where none is given', () => expect(checkIdentity({ birthDate: '2012-01-01' }, '2026-03-01')).toEqual({ problems: [] }));
});
