import { describe, expect, it } from '@jest/globals';
import '../index.js';
import { dayOf, readCell } from './cell-values.js';
import type { SheetColumn } from './sheet.types.js';

const column = (change: Partial<SheetColumn>): SheetColumn => ({ key: 'a', title: 'A', kind: 'text', ...change });
const value = (change: Partial<SheetColumn>, text: string): unknown => {
  const reading = readCell(column(change), { text });
  return 'value' in reading ? reading.value : reading.problem.code;
};

describe('a cell', () => {
  it.each([
    ['2026-03-01', '2026-03-01'], ['2026/3/1', '2026-03-01'], ['2026.3.1', '2026-03-01'], ['2026年3月1日', '2026-03-01'], ['20260301', '2026-03-01'], ['2026-02-30', undefined], ['1/3/2026', undefined],
  ])('%s is the day %s', (text, day) => expect(dayOf(text)).toBe(day));

  it('is read by the kind of its column', () => {
    expect(value({}, ' 光合作用 ')).toBe('光合作用');
    expect(value({ kind: 'flag' }, '是')).toBe(true);
    expect(value({ kind: 'flag' }, '否')).toBe(false);
    expect(value({ kind: 'flag' }, '也许')).toBe('CELL_NOT_YES_NO');
    expect(value({ kind: 'number' }, '１２')).toBe(12);
    expect(value({ kind: 'number' }, 'twelve')).toBe('CELL_NOT_A_NUMBER');
    expect(value({ kind: 'day' }, '２０２６－０３－０１')).toBe('2026-03-01');
  });

  it('takes an option by its label or its value, and several with a separator', () => {
    const options = [{ value: 'junior', label: '初中组' }, { value: 'senior', label: '高中组（含中职）' }];
    expect(value({ kind: 'choice', options }, '初中组')).toBe('junior');
    expect(value({ kind: 'choice', options }, '高中组(含中职)')).toBe('senior');
    expect(value({ kind: 'choice', options }, 'Junior')).toBe('junior');
    expect(value({ kind: 'choice', options }, '大学组')).toBe('CELL_OPTION');
    expect(value({ kind: 'choices', options }, '初中组；高中组（含中职）、初中组')).toEqual(['junior', 'senior']);
  });

  it('says what is wrong: missing, too long, a formula, digits lost', () => {
    expect(value({ required: true }, '  ')).toBe('CELL_REQUIRED');
    expect(value({ max: 3 }, '𠅤𠅤𠅤𠅤')).toBe('CELL_TOO_LONG');
    expect(value({ max: 4 }, '𠅤𠅤𠅤𠅤')).toBe('𠅤𠅤𠅤𠅤');
    expect(readCell(column({}), { text: '3', refused: 'formula' })).toMatchObject({ problem: { code: 'CELL_FORMULA' } });
    expect(readCell(column({}), { text: '110101201200000000', refused: 'precision' })).toMatchObject({ problem: { code: 'CELL_PRECISION' } });
    expect(readCell(column({}), undefined)).toEqual({ value: null });
  });
});
