import { answer, api, type Schemas } from '../api/client.js';
import type { Me } from './session.js';

export async function fetchMe(): Promise<Me | null> {
  return (await answer(api.GET('/api/session'))).account;
}

/** Signs in; the answer says who. `code` where a second factor is enrolled (refused with SECOND_FACTOR_CODE_NEEDED without one). */
export async function signIn(given: Schemas['LogIn']): Promise<Me> {
  const { account } = await answer(api.POST('/api/session', { body: given }));
  if (!account) throw new Error('signed in as nobody');
  return account;
}

export async function signOut(): Promise<void> {
  await answer(api.DELETE('/api/session'));
}
