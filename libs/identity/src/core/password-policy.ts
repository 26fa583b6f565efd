/** Passwords [D]: long enough, two kinds of characters, not one of the well-known ones, not made of the account's own names. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

export type PasswordProblem = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_PLAIN' | 'PASSWORD_WELL_KNOWN' | 'PASSWORD_IS_YOUR_NAME';

const WELL_KNOWN = ['password', 'qwerty', 'abc123', 'admin', 'letmein', 'iloveyou', 'welcome', 'woaini', 'qingsai', '123456', '654321', '111111', '000000', '888888', '666666'];

/** What is wrong with a new password; `names` are the account's login name, e-mail, phone and name. */
export function passwordProblems(password: string, names: readonly (string | null | undefined)[]): PasswordProblem[] {
  const length = [...password].length;
  const folded = password.normalize('NFKC').toLowerCase();
  const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  const problems: PasswordProblem[] = [];
  if (length < PASSWORD_MIN) problems.push('PASSWORD_TOO_SHORT');
  if (length > PASSWORD_MAX) problems.push('PASSWORD_TOO_LONG');
  if (kinds < 2 || new Set(folded).size < 5) problems.push('PASSWORD_TOO_PLAIN');
  const core = folded.replace(/[^\p{L}\d]/gu, '');
  if (WELL_KNOWN.some((word) => core.includes(word) && core.length - word.length < 5)) problems.push('PASSWORD_WELL_KNOWN');
  const own = names.flatMap((name) => (name ? [name.toLowerCase(), name.toLowerCase().split('@')[0] ?? ''] : []));
  if (own.some((name) => [...name].length >= 3 && folded.includes(name))) problems.push('PASSWORD_IS_YOUR_NAME');
  return problems;
}
