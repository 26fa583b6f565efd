/**
 * A text as a spreadsheet must get it: what begins like a formula (`=`, `+`, `-`, `@`, tab, return) is led by an apostrophe, so that no
 * programme computes it. Control characters that XML cannot hold are left out.
 */
export function safeCell(value: string): string {
  const clean = [...value].filter((character) => !isForbidden(character.codePointAt(0) ?? 0)).join('');
  return /^[=+\-@\t\r\n＝＋－＠]/.test(clean.trimStart()) || /^[\t\r\n]/.test(clean) ? `'${clean}` : clean;
}

const isForbidden = (code: number): boolean => (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffe || code === 0xffff;

/** One line of comma-separated values (RFC 4180). */
export function csvLine(cells: string[]): string {
  return `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
}
