/** How people name themselves at the login: in one form each, so that capitals, spaces and full-width letters do not matter. */

export const LOGIN_NAME = /^[a-z][a-z0-9._-]{2,39}$/;

export function foldLogin(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** A telephone number's digits, with the plus of another country: "138 1234-5678" -> 13812345678, "+86 138…" -> 138…. Undefined when it is none. */
export function foldPhone(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s()-]/g, '').replace(/^(\+|00)86/, '');
  return /^\+?\d{5,15}$/.test(digits) ? digits : undefined;
}
