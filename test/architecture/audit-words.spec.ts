import { describe, expect, it } from '@jest/globals';
import en from '../../apps/web/src/i18n/en/audit.js';
import zh from '../../apps/web/src/i18n/zh/audit.js';
import { read, sourceFiles } from './source-files.js';

type Words = string | { [key: string]: Words };

/** Every key of a tree of texts, as `entry.approve`. */
const keysOf = (words: Words, path: string[] = []): string[] =>
  typeof words === 'string' ? [path.join('.')] : Object.entries(words).flatMap(([key, inner]) => keysOf(inner, [...path, key]));

/** What the sources hand to `audit.record`, as far as it is written out. */
const recorded = sourceFiles(['libs', 'apps/api/src', 'apps/cli/src']).filter((file) => !file.endsWith('.spec.ts')).flatMap((file) => {
  const source = read(file);
  if (!/audit\.record\(|AUDIT/.test(source)) return [];
  return [...source.matchAll(/\baction: (?:[^'`,;]+\? )?'([a-zA-Z]+\.[a-zA-Z_.]+)'(?: : '([a-zA-Z]+\.[a-zA-Z_.]+)')?/g)].flatMap((match) => [match[1], match[2]]).filter((action) => action !== undefined);
});
const subjects = sourceFiles(['libs', 'apps/api/src']).filter((file) => !file.endsWith('.spec.ts')).flatMap((file) => [...read(file).matchAll(/subject: \{ type: '([a-z_]+)'/g)].map((match) => match[1] ?? ''));

describe('the audit log in words', () => {
  it('finds what is recorded', () => {
    expect(recorded).toEqual(expect.arrayContaining(['quota.set', 'results.published', 'results.corrected']));
    expect(recorded.length).toBeGreaterThan(100);
    expect(subjects.length).toBeGreaterThan(100);
  });

  it.each([['zh', zh], ['en', en]])('has a word for every action and subject (%s)', (_language, words) => {
    const actions = new Set(keysOf(words.action));
    expect([...new Set(recorded)].filter((action) => !actions.has(action))).toEqual([]);
    expect([...new Set(subjects)].filter((subject) => !(subject in words.subject))).toEqual([]);
  });

  it('has the same words in both languages', () => {
    expect(keysOf(en)).toEqual(keysOf(zh));
  });
});
