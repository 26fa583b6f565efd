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

/**
 * Forms under which people know a school, the official one first: without its place, with the usual abbreviations. Forms that would
 * fit any school (一中, 中心小学) are left out. `places` are the names of its prefecture and county.
 */
export function schoolNicknames(name: string, places: readonly string[] = []): string[] {
  const official = name.normalize('NFKC').replace(/\s/gu, '');
  const area = /(?:自治州|自治县|市|县|区)$/u;
  const heads = ['湖南省', '湖南', ...places, ...places.map((place) => place.replace(area, ''))].filter((place) => place.length >= 2);
  const forms = new Set([official]);
  // 长沙市芙蓉区育英小学 -> 芙蓉区育英小学 -> 育英小学; and 长沙市一中 -> 长沙一中.
  for (const form of forms) {
    for (const head of heads) if (form.startsWith(head)) forms.add(form.slice(head.length));
    for (const place of places) if (form.startsWith(place)) forms.add(place.replace(area, '') + form.slice(place.length));
    if (forms.size > 40) break;
  }
  for (const form of [...forms]) {
    forms.add(form.replace(/师范大学/u, '师大').replace(/附属(中学|小学)/u, (_, kind: string) => `附${kind.charAt(0)}`));
    forms.add(form.replace(/第([一二三四五六七八九十百\d]+)(?:高级|初级)?中学/u, '$1中'));
    forms.add(form.replace(/第([一二三四五六七八九十百\d]+)(?:完全)?小学/u, '$1小'));
    forms.add(form.replace(/(?:高级|初级|实验)中学(?:校)?$/u, '中学'));
  }
  const general = /^(?:第?[一二三四五六七八九十百\d]+(?:中学?|小学?|高级中学|初级中学|完全小学)|(?:中心|实验|附属|附|高级|初级|职业|职业技术)?(?:中学?|小学?|学校|完全小学)|学校)?$/u;
  return [...forms].filter((form, index) => index === 0 || (!general.test(form) && form.length >= 3));
}
