/** What a resident identity number says by itself: born when, which sex. Undefined when it is not one of 18 characters with a real date. */
export function readIdentityNumber(text: string): { birthDate: string; sex: 'M' | 'F' } | undefined {
  const found = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dXx]$/.exec(text.trim());
  if (!found) return undefined;
  const birthDate = `${found[1]}-${found[2]}-${found[3]}`;
  const day = new Date(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== birthDate) return undefined;
  return { birthDate, sex: Number(found[4]) % 2 === 1 ? 'M' : 'F' };
}
