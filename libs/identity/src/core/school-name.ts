const DIGITS = '零一二三四五六七八九';

/** 十二 -> 12, 二十 -> 20, 一 -> 1; numbers of schools end below a hundred. */
function wholeFromChinese(numeral: string): string {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['零', numeral];
  const digit = (text: string | undefined, empty: number): number => (text ? DIGITS.indexOf(text.charAt(text.length - 1)) : empty);
  return String(digit(tens, 1) * 10 + digit(ones, 0));
}

const PLACE_WORDS = /(湖南省?|省|市|县|区|自治州|土家族|苗族|侗族|瑶族|自治县)/gu;

/**
 * The part of a school's name that tells it from others, for finding the same school under two spellings:
 * 长沙市第一中学 and 长沙一中 both give 长沙1中. Not for showing.
 */
export function schoolNameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/[\s"'“”‘’()（）·.,，。\-_/]/gu, '');
  const short = plain
    .replace(PLACE_WORDS, '')
    .replace(/师范大学/gu, '师大')
    .replace(/附属/gu, '附')
    .replace(/第([一二三四五六七八九十\d])/gu, '$1')
    .replace(/(完全|普通)?(高级|初级)?中学校?/gu, '中')
    .replace(/(中心)?小学校?/gu, '小')
    .replace(/学校$/u, '校')
    .replace(/[一二三四五六七八九十]+/gu, wholeFromChinese);
  return short === '' ? plain : short;
}
