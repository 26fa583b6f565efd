import { en } from './en.js';
import { zh, type Texts } from './zh.js';

export type Language = 'zh' | 'en';
export type { Texts };

const TEXTS: Record<Language, Texts> = { zh, en };

export const textsIn = (language: Language): Texts => TEXTS[language];

/** Puts values into the `{name}` places of a sentence. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
