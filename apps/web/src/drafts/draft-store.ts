import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** What was typed on this device and is not yet known to the server. */
export interface StoredDraft {
  key: string;
  value: unknown;
  /** The server's version that the value was typed on. */
  base: number | undefined;
  at: Date;
}

interface DraftBase extends DBSchema {
  drafts: { key: string; value: StoredDraft };
}

let opening: Promise<IDBPDatabase<DraftBase>> | undefined;

function database(): Promise<IDBPDatabase<DraftBase>> {
  opening ??= openDB<DraftBase>('qingsai-drafts', 1, {
    upgrade: (base) => {
      base.createObjectStore('drafts', { keyPath: 'key' });
    },
    terminated: () => {
      opening = undefined;
    },
  });
  return opening;
}

export const keepDraft = async (draft: StoredDraft): Promise<void> => {
  await (await database()).put('drafts', draft);
};
export const findDraft = async (key: string): Promise<StoredDraft | undefined> => (await database()).get('drafts', key);
export const dropDraft = async (key: string): Promise<void> => (await database()).delete('drafts', key);

/** Everything this device still holds for an account, e.g. to send it after signing in again. */
export async function draftsOf(prefix: string): Promise<StoredDraft[]> {
  return (await database()).getAll('drafts', IDBKeyRange.bound(prefix, `${prefix}\uffff`));
}
