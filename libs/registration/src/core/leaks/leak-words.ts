import { schoolNicknames } from '#libs/identity';

export const LEAK_KINDS = ['member', 'coach', 'guardian', 'school', 'otherSchool', 'place', 'word', 'phone', 'email', 'identity', 'studentNumber', 'account'] as const;
export type LeakKind = (typeof LEAK_KINDS)[number];
export const SEVERITIES = ['high', 'medium', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who and what an entry must not tell. */
export interface LeakSubjects {
  people: { name: string; as: 'member' | 'coach' | 'guardian' }[];
  /** Schools of the entry and its people. */
  schools: string[];
  /** Schools of the same prefecture. */
  otherSchools: string[];
  prefectures: string[];
  counties: string[];
  /** The rulebook's words that give an author away. */
  words: string[];
}

export interface LeakWord {
  /** As it is looked for: in small letters, without spaces. */
  form: string;
  /** As people know it. */
  word: string;
  kind: LeakKind;
  severity: Severity;
  /** Latin letters: counts only where no other letter stands beside it. */
  latin: boolean;
}

export const plainForm = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\p{Cf}·•・.．]/gu, '');
const characters = (text: string): number => [...text].length;
const AREA = /(?:自治州|自治县|地区|新区|省|市|州|县|区)$/u;
/** Peoples in the names of autonomous places. */
const NATIONS = /(?:(?:土家|苗|侗|瑶|白|回|壮|满|藏|彝|维吾尔|蒙古|布依|哈萨克|朝鲜|畲|仡佬|水|羌)族)+$/u;
const LATIN = /^[a-z]+$/;
/** Shorter ones are ordinary syllables or words in another language. */
const SHORTEST_ROMANISED = 7;

/** A place without what it is: 芙蓉 of 芙蓉区; undefined where nothing telling is left. */
function shortPlace(name: string): string | undefined {
  const short = name.replace(AREA, '').replace(NATIONS, '');
  return short !== name && characters(short) >= 2 ? short : undefined;
}

/** Every form to look for. `romanised` gives the syllables of a name in Latin letters. */
export function leakWords(subjects: LeakSubjects, romanised: (name: string) => string[]): LeakWord[] {
  const words: LeakWord[] = [];
  const add = (word: string, kind: LeakKind, severity: Severity, form = word): void => {
    const plain = plainForm(form);
    // A name of one character would be found everywhere.
    if (characters(plain) >= 2) words.push({ form: plain, word, kind, severity, latin: LATIN.test(plain) });
  };
  for (const { name, as } of subjects.people) {
    // Two characters may be a part of an ordinary word.
    add(name, as, characters(plainForm(name)) > 2 ? 'high' : 'medium');
    const syllables = romanised(name);
    const [family = '', ...given] = syllables;
    if (given.length > 0 && syllables.join('').length >= SHORTEST_ROMANISED) {
      for (const form of [syllables.join(''), [...given, family].join('')]) add(name, as, 'high', form);
    }
  }
  const places = [...subjects.prefectures, ...subjects.counties];
  for (const school of subjects.schools) for (const [index, form] of schoolNicknames(school, places).entries()) add(school, 'school', index === 0 ? 'high' : 'medium', form);
  for (const school of subjects.otherSchools) add(school, 'otherSchool', 'medium');
  for (const place of places) {
    add(place, 'place', 'medium');
    const short = shortPlace(place);
    if (short) add(place, 'place', 'low', short);
  }
  for (const word of subjects.words) add(word, 'word', 'medium');
  const seen = new Set<string>();
  return words.filter(({ form, kind }) => !seen.has(`${kind} ${form}`) && seen.add(`${kind} ${form}`)).sort((one, other) => other.form.length - one.form.length);
}
