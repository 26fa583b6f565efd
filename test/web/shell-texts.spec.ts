import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

type Tree = { [key: string]: string | Tree };
const source = fileURLToPath(new URL('../../apps/web/src', import.meta.url));
const names = (language: string): string[] => readdirSync(join(source, 'i18n', language)).map((file) => file.replace(/\.ts$/, '')).sort();

async function texts(language: string, name: string): Promise<Map<string, string>> {
  const file = (await import(join(source, 'i18n', language, `${name}.ts`))) as { default: Tree };
  const flat = new Map<string, string>();
  const walk = (tree: Tree, prefix: string): void => {
    for (const [key, value] of Object.entries(tree)) {
      if (typeof value === 'string') flat.set(prefix + key, value);
      else walk(value, `${prefix}${key}.`);
    }
  };
  walk(file.default, '');
  return flat;
}

/** Chinese has one form for every count, English two. */
const withoutCount = (key: string): string => key.replace(/_(one|other)$/, '');
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? ''))].sort();

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sources(path) : /\.tsx?$/.test(name) ? [path] : [];
  });
}

describe('texts of the web app', () => {
  it('has the same files in both languages', () => expect(names('en')).toEqual(names('zh')));

  it.each(names('zh'))('%s has the same keys and parameters in both languages, none empty but on purpose', async (name) => {
    const [zh, en] = [await texts('zh', name), await texts('en', name)];
    expect([...new Set([...en.keys()].map(withoutCount))].sort()).toEqual([...new Set([...zh.keys()].map(withoutCount))].sort());
    for (const [key, text] of zh) {
      const other = en.get(key) ?? '';
      expect({ key, empty: text === '' }).toEqual({ key, empty: other === '' });
      // "1 place" needs no number.
      if (!/_(one|other)$/.test(key)) expect({ key, uses: placeholders(other) }).toEqual({ key, uses: placeholders(text) });
    }
  });

  it('knows every key that the pages name', async () => {
    const known = new Map(await Promise.all(names('zh').map(async (name) => [name, new Set([...(await texts('zh', name)).keys()].flatMap((key) => [key, withoutCount(key)]))] as const)));
    const missing: string[] = [];
    for (const path of sources(source)) {
      if (path.includes('/i18n/')) continue;
      const code = readFileSync(path, 'utf8');
      const own = /useTranslation\(\[?'(\w+)'/.exec(code)?.[1];
      for (const [, key = ''] of code.matchAll(/\bt\(\s*'([\w:.]+)'/g)) {
        const [space, rest] = key.includes(':') ? (key.split(':') as [string, string]) : [own ?? '', key];
        const spaces = key.includes(':') ? [space] : [...new Set([...code.matchAll(/useTranslation\(\[?'(\w+)'/g)].map((found) => found[1] ?? ''))];
        // A whole group of texts may be asked for by its name.
        const there = (one: string): boolean => [...(known.get(one) ?? [])].some((text) => text === rest || (code.includes('returnObjects') && text.startsWith(`${rest}.`)));
        if (spaces.length > 0 && !spaces.some(there)) missing.push(`${path.slice(source.length)} ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });
});
