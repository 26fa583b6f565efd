import { currentContext, type Language } from './context.js';

/** Nested texts of one language, e.g. `{ errors: { QUOTA_EXCEEDED: '名额已用完（{used}/{places}）' } }`. */
export interface TextTree {
  [key: string]: string | TextTree;
}

const texts: Record<Language, Map<string, string>> = { zh: new Map(), en: new Map() };

function flatten(tree: TextTree, prefix: string, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'string') into.set(path, value);
    else flatten(value, path, into);
  }
}

/** A lib hands in its texts once, at import. Both languages must have the same keys: an architecture test compares them. */
export function registerTexts(zh: TextTree, en: TextTree): void {
  flatten(zh, '', texts.zh);
  flatten(en, '', texts.en);
}

/** The text for `key` in the given (or the caller's) language, `{name}` filled from `params`; undefined when there is none. */
export function findText(key: string, params: Record<string, unknown> = {}, language?: Language): string | undefined {
  const template = texts[language ?? currentContext().language].get(key);
  return template?.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** Like findText, but a missing text is shown as its key, so that it is noticed. */
export function text(key: string, params: Record<string, unknown> = {}, language?: Language): string {
  return findText(key, params, language) ?? key;
}

/** Every key of a language, for the test that compares them. */
export function textKeys(language: Language): string[] {
  return [...texts[language].keys()].sort();
}
