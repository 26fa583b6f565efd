/**
 * Resident identity numbers by GB 11643: 6 digits region, 8 birth date, 3 sequence (odd = male), 1 check character (ISO 7064 MOD 11-2).
 */
const CHECK_CHARACTERS = '10X98765432';

export type IdNumberError = 'FORMAT' | 'BIRTH_DATE' | 'CHECK_DIGIT';

export type IdNumberReading =
  | { valid: true; number: string; region: string; birth: string; sex: 'M' | 'F' }
  | { valid: false; error: IdNumberError };

/** The check character that belongs to a row of digits, of an identity number the first 17: doubled from digit to digit, which gives the weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2. */
export function checkCharacter(digits: string): string {
  let sum = 0;
  for (const digit of digits) sum = ((sum + Number(digit)) * 2) % 11;
  return CHECK_CHARACTERS.charAt(sum);
}

function isRealDate(iso: string): boolean {
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
}

/**
 * Reads an identity number; `today` is YYYY-MM-DD. Spaces around it and a small x are forgiven. The region is not looked up: codes
 * change, and people keep the number they were given.
 */
export function readIdNumber(text: string, today: string): IdNumberReading {
  const number = text.trim().toUpperCase();
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return { valid: false, error: 'FORMAT' };
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isRealDate(birth) || birth < '1900-01-01' || birth > today) return { valid: false, error: 'BIRTH_DATE' };
  if (checkCharacter(number.slice(0, 17)) !== number.charAt(17)) return { valid: false, error: 'CHECK_DIGIT' };
  return { valid: true, number, region: number.slice(0, 6), birth, sex: Number(number.charAt(16)) % 2 === 1 ? 'M' : 'F' };
}

/** A document of another kind as it is kept and compared: capitals, no spaces. Undefined when it cannot be one. */
export function readForeignDocument(text: string): string | undefined {
  const number = text.replace(/\s/g, '').toUpperCase();
  return /^[A-Z0-9()-]{5,30}$/.test(number) ? number : undefined;
}
