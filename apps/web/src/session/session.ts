import { createContext, useContext } from 'react';
import type { Schemas } from '../api/client.js';
import type { ApiError } from '../api/problem.js';

/** The signed-in account with its grants and what they allow. */
export type Me = Schemas['SessionAccount'];
export type Role = Me['grants'][number]['role'];

export interface Session {
  /** Who is signed in; `null` nobody; `undefined` not known yet. */
  me: Me | null | undefined;
  error: ApiError | undefined;
  refresh: () => void;
  /** Takes what a successful sign-in answered. */
  entered: (me: Me) => void;
  signOut: () => Promise<void>;
  /** The session ended while the page was open; the page stays and SignInAgain asks. */
  expired: boolean;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session provider');
  return session;
}

/** The account at work; for pages behind the sign-in only. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('nobody is signed in');
  return me;
}

/** Whether one of the roles is held now (a requested one does not count yet). */
export const hasRole = (me: Me | null | undefined, ...roles: string[]): boolean => me?.grants.some((grant) => grant.state === 'active' && roles.includes(grant.role)) ?? false;

/** Whether the roles allow it somewhere, e.g. `school.approve`; the server decides again for every object. */
export const may = (me: Me | null | undefined, permission: string): boolean => me?.permissions.includes(permission) ?? false;
