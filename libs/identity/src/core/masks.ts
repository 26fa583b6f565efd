/** Masks for public lists and answers [D]: how much of a personal datum may be seen by people who need not know it. */

/** Compound surnames (复姓) that are kept whole, as one surname. */
const COMPOUND_SURNAMES = new Set(
  ('欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 ' +
    '子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 公坚 左丘 ' +
    '公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师').split(' '),
);

/**
 * 张三 -> 张*, 李小明 -> 李*明, 欧阳娜 -> 欧阳*, 欧阳小娜 -> 欧阳*娜. A name with a middle dot has no surname to keep: its first
 * letter stays and each other letter becomes a star, the dot too disappears (买买提·吐尔逊 -> 买*****). Counts in letters, also rare ones.
 */
export function maskName(name: string): string {
  const letters = [...name.trim()];
  if (letters.some((letter) => /[·•‧・.\s]/u.test(letter))) {
    const rest = letters.slice(1).filter((letter) => /\p{L}/u.test(letter));
    return `${letters[0] ?? ''}${'*'.repeat(rest.length)}`;
  }
  const surname = letters.length > 2 && COMPOUND_SURNAMES.has(letters.slice(0, 2).join('')) ? 2 : 1;
  const given = letters.slice(surname);
  if (given.length === 0) return '*';
  const shown = given.length === 1 ? '' : (given.at(-1) ?? '');
  return `${letters.slice(0, surname).join('')}${'*'.repeat(given.length - [...shown].length)}${shown}`;
}

/** 13812345678 -> 138****5678; of other numbers only the last two digits stay. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\s/g, '');
  if (/^\d{11}$/.test(digits)) return `${digits.slice(0, 3)}****${digits.slice(7)}`;
  return '*'.repeat(Math.max(digits.length - 2, 1)) + digits.slice(-2);
}

/** The first letter and the place of an e-mail address: l***@example.org. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '***' : `${[...email][0]}***${email.slice(at)}`;
}

/** An identity number for those who must tell two people apart: its first 4 and last 2 characters; shorter ones just the last 2. */
export function maskIdNumber(number: string): string {
  const head = number.length >= 15 ? number.slice(0, 4) : '';
  return `${head}${'*'.repeat(Math.max(number.length - head.length - 2, 1))}${number.slice(-2)}`;
}
