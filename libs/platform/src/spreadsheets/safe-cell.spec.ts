import { describe, expect, it } from '@jest/globals';
import { csvLine, safeCell } from './safe-cell.js';

describe('cells of an export', () => {
  it.each([
    ['=HYPERLINK("http://x","y")', `'=HYPERLINK("http://x","y")`],
    ['+1', "'+1"], ['-2+3', "'-2+3"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['\r=1', "'\r=1"], ['  =1', "'  =1"], ['＝1', "'＝1"],
    ['自动浇花装置', '自动浇花装置'], ['a=b', 'a=b'], ['', ''], ['㛃𠅤 买买提·吐尔逊 🌱', '㛃𠅤 买买提·吐尔逊 🌱'], ['a\u0001b', 'ab'],
  ])('%j -> %j', (value, expected) => expect(safeCell(value)).toBe(expected));

  it('quotes what a comma, a quote or a line break would tear apart', () => expect(csvLine(['a,b', 'c"d', 'e\nf', 'g'])).toBe('"a,b","c""d","e\nf",g\r\n'));
});
