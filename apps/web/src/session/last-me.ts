import type { Me } from './session.js';

const STORED = 'qingsai.me';

/** Remembers who was signed in, so that a page opened without a network knows whose it is; forgotten at sign-out. */
export function keepLastMe(me: Me | null): void {
  if (me) localStorage.setItem(STORED, JSON.stringify(me));
  else localStorage.removeItem(STORED);
}

export function lastMe(): Me | undefined {
  const text = localStorage.getItem(STORED);
  try {
    return text ? (JSON.parse(text) as Me) : undefined;
  } catch {
    return undefined;
  }
}
