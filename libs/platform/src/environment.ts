import { text as sentence } from './texts.js';

/** Reads environment variables and collects what is wrong with them, so that all problems are told at once. */
export function environmentReader(env: NodeJS.ProcessEnv) {
  const problems: string[] = [];
  const text = (name: string): string | undefined => env[name]?.trim() || undefined;
  return {
    problems,
    text,
    wrong: (sentence: string): void => void problems.push(sentence),
    whole(name: string, fallback: number, min: number, max: number): number {
      const value = text(name);
      if (value === undefined) return fallback;
      const number = Number(value);
      if (Number.isInteger(number) && number >= min && number <= max) return number;
      problems.push(sentence('settings.notWhole', { name, value, min, max }));
      return fallback;
    },
    onOff(name: string, fallback: boolean): boolean {
      const value = text(name)?.toLowerCase();
      if (value === undefined) return fallback;
      if (['on', 'true', '1', 'yes'].includes(value)) return true;
      if (['off', 'false', '0', 'no'].includes(value)) return false;
      problems.push(sentence('settings.notOnOff', { name, value }));
      return fallback;
    },
    oneOf<T extends string>(name: string, values: readonly T[], fallback: T): T {
      const value = text(name);
      if (value === undefined) return fallback;
      if ((values as readonly string[]).includes(value)) return value as T;
      problems.push(sentence('settings.notOneOf', { name, value, values: values.join(', ') }));
      return fallback;
    },
    url(name: string, protocols: string[]): URL | undefined {
      const value = text(name);
      if (value === undefined) return undefined;
      const url = URL.canParse(value) ? new URL(value) : undefined;
      if (url && protocols.includes(url.protocol)) return url;
      // The value itself is not repeated: it may hold a password.
      problems.push(sentence('settings.notAddress', { name, beginnings: protocols.map((p) => `${p}//`).join(', ') }));
      return undefined;
    },
  };
}
