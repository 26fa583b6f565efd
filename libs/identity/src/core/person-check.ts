import type { Problem } from '#libs/platform';
import { readForeignDocument, readIdNumber } from './id-number.js';

/** What somebody says about a person's document and the facts that must agree with it. */
export interface DeclaredIdentity {
  idKind?: 'resident' | 'hk_macao' | 'taiwan' | 'passport';
  idNumber?: string;
  sex?: 'M' | 'F';
  birthDate?: string;
}

export interface CheckedIdentity {
  idKind: 'resident' | 'hk_macao' | 'taiwan' | 'passport';
  idNumber: string;
  sex?: 'M' | 'F';
  birthDate?: string;
  /** A resident number proves itself by its check character; other documents wait for a human. */
  idChecked: boolean;
}

/**
 * Checks a document against what else is said (domain 9): a resident number must be well-formed and agree with sex and birth date, and gives
 * both where they are not said; other documents need sex and birth date said. All problems at once; `identity` only when there is none.
 */
export function checkIdentity(declared: DeclaredIdentity, today: string): { problems: Problem[]; identity?: CheckedIdentity } {
  const kind = declared.idKind ?? 'resident';
  const problems: Problem[] = [];
  if (declared.birthDate !== undefined && declared.birthDate > today) problems.push({ code: 'BIRTH_IN_FUTURE', path: 'birthDate' });
  if (declared.idNumber === undefined) return { problems };
  if (kind !== 'resident') {
    const number = readForeignDocument(declared.idNumber);
    if (number === undefined) problems.push({ code: 'ID_FORMAT', path: 'idNumber' });
    if (declared.birthDate === undefined) problems.push({ code: 'BIRTH_DATE_NEEDED', path: 'birthDate' });
    if (declared.sex === undefined) problems.push({ code: 'SEX_NEEDED', path: 'sex' });
    if (problems.length > 0 || number === undefined) return { problems };
    return { problems, identity: { idKind: kind, idNumber: number, sex: declared.sex, birthDate: declared.birthDate, idChecked: false } };
  }
  const reading = readIdNumber(declared.idNumber, today);
  if (!reading.valid) return { problems: [...problems, { code: `ID_${reading.error}`, path: 'idNumber' }] };
  if (declared.birthDate !== undefined && declared.birthDate !== reading.birth) problems.push({ code: 'ID_OTHER_BIRTH_DATE', path: 'birthDate' });
  if (declared.sex !== undefined && declared.sex !== reading.sex) problems.push({ code: 'ID_OTHER_SEX', path: 'sex' });
  if (problems.length > 0) return { problems };
  return { problems, identity: { idKind: 'resident', idNumber: reading.number, sex: reading.sex, birthDate: reading.birth, idChecked: true } };
}
