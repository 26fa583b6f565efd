import { entryProblem, type CheckedEntry, type EntryProblem } from './entry-facts.js';

/** Spaces, dots of foreign names and width make no difference to a reader. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s·•・.．]/gu, '');

/** Words that tell who made the work. A name of one character would be found everywhere and is left out. */
function telltales(entry: Pick<CheckedEntry, 'members' | 'coaches' | 'rulebook'>): string[] {
  const people = [...entry.members, ...entry.coaches];
  const words = [...people.map((person) => person.name), ...people.map((person) => person.schoolName), ...entry.rulebook.blind.words];
  return [...new Set(words)].filter((word) => [...plain(word)].length >= 2);
}

/** Titles and texts that judges read must not name the members, the coaches or their schools. */
export function checkBlind(entry: Pick<CheckedEntry, 'members' | 'coaches' | 'rulebook' | 'rules' | 'title' | 'form'>): EntryProblem[] {
  const words = telltales(entry);
  const texts: [string, string][] = [
    ['title', entry.title],
    ...entry.rules.fields.filter((field) => field.blind).map((field): [string, string] => [`form.${field.key}`, String(entry.form[field.key] ?? '')]),
  ];
  return texts.flatMap(([path, text]) => {
    const read = plain(text);
    return words.filter((word) => read.includes(plain(word))).map((word) => entryProblem('BLIND_LEAK', path, { word }));
  });
}
