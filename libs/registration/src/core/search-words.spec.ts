import { describe, expect, it } from '@jest/globals';
import { searchTokens, searchWords } from './search-words.js';

const words = searchWords(['会呼吸的屋顶', '47010000123', '青荷中学', '贺知秋', '买买提·吐尔逊', '吕绿']);
const found = (query: string): boolean => searchTokens(query).every((token) => words[token.in].includes(token.text));

describe('what is searched for', () => {
  it.each(['呼吸', '青荷', '贺知秋', '000123', 'huihuxi', 'hhx', 'qhzx', 'hezhiqiu', 'hzq', 'HZQ', '买买提吐尔逊', '买买提·吐尔逊', '屋顶 qinghe', '青荷zhongxue', 'lvlv', '０００１２３'])('finds it by %s', (query) => expect(found(query)).toBe(true));
  it.each(['青顶', '秋知', 'xyz123', '4f1a', '屋顶 白鹭'])('does not find it by %s', (query) => expect(found(query)).toBe(false));
  it('has only signs that every database takes for letters', () => expect(`${words.han}${words.latin}`).toMatch(/^[\x20-\x7e]*$/));
});
