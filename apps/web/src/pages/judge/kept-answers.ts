import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { asApiError } from '../../api/problem.js';

interface AnswerBase extends DBSchema {
  answers: { key: string; value: unknown };
}

let opening: Promise<IDBPDatabase<AnswerBase>> | undefined;

function database(): Promise<IDBPDatabase<AnswerBase>> {
  opening ??= openDB<AnswerBase>('qingsai-judge', 1, {
    upgrade: (base) => {
      base.createObjectStore('answers');
    },
    // Whoever signs out, here or in another tab, takes the answers off this device.
    blocking: (_now, _next, event) => {
      (event.target as IDBDatabase).close();
      opening = undefined;
    },
    terminated: () => {
      opening = undefined;
    },
  });
  return opening;
}

/** Keeps an answer on this device under a key that begins with the account's id. A browser that refuses storage only loses work without a network. */
export async function keepAnswer(key: string, value: unknown): Promise<void> {
  try {
    await (await database()).put('answers', value, key);
  } catch {
    opening = undefined;
  }
}

export async function keptAnswer<T>(key: string): Promise<T | undefined> {
  try {
    return (await (await database()).get('answers', key)) as T | undefined;
  } catch {
    opening = undefined;
    return undefined;
  }
}

/** The server's answer, kept for later; without a network the one that was kept. */
export async function answerOrKept<T>(key: string, ask: () => Promise<T>): Promise<T> {
  try {
    const fresh = await ask();
    await keepAnswer(key, fresh);
    return fresh;
  } catch (error) {
    const kept = asApiError(error).status === 0 ? await keptAnswer<T>(key) : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}
