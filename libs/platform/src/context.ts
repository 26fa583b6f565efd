import { AsyncLocalStorage } from 'node:async_hooks';

export type Language = 'zh' | 'en';

/** Who and what the running code works for. One per request, one per job, one per command. */
export interface WorkContext {
  requestId: string;
  language: Language;
  /** Account that acts; absent for jobs and for people who are not logged in. */
  accountId?: string;
  ip?: string;
}

const storage = new AsyncLocalStorage<WorkContext>();

/** Runs `work` in its own context; everything it awaits sees the same one. */
export function withContext<T>(context: WorkContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the running request, job or command; outside of all three, a neutral one. */
export function currentContext(): WorkContext {
  return storage.getStore() ?? { requestId: 'none', language: 'zh' };
}
