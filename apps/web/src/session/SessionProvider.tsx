import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { asApiError, type ApiError } from '../api/problem.js';
import { forgetWorksOnDevice } from '../offline.js';
import { queries } from '../api/queries.js';
import { onSessionLost } from '../api/transport.js';
import { tellSession } from './session-events.js';
import { fetchMe, signOut as endSession } from './session-api.js';
import { keepLastMe, lastMe } from './last-me.js';
import { SessionContext, type Me, type Session } from './session.js';

/** Knows who is signed in. A session that ends keeps `me` (the page and its work stay) until the same account is back. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [me, setMe] = useState<Me | null>();
  const [error, setError] = useState<ApiError>();
  const [expired, setExpired] = useState(false);
  const known = useRef(me);
  known.current = me;

  const refresh = useCallback(() => {
    setError(undefined);
    fetchMe().then(
      (found) => {
        keepLastMe(found);
        if (found === null && known.current) setExpired(true);
        else setMe(found);
      },
      (thrown: unknown) => {
        const problem = asApiError(thrown);
        const remembered = lastMe();
        // Without a network the page opens for whom it was open last; every request is still decided by the server.
        if (problem.status === 0 && remembered && known.current === undefined) setMe(remembered);
        else setError(problem);
      },
    );
  }, []);

  useEffect(() => {
    refresh();
    window.addEventListener('online', refresh);
    onSessionLost(() => {
      if (!known.current) return;
      setExpired(true);
      tellSession('lost');
    });
    return () => window.removeEventListener('online', refresh);
  }, [refresh]);

  const entered = useCallback((account: Me) => {
    const same = known.current?.id === account.id;
    keepLastMe(account);
    setMe(account);
    setExpired(false);
    if (same) {
      tellSession('restored');
      void queries.invalidateQueries();
    } else queries.clear();
  }, []);

  const signOut = useCallback(async () => {
    await endSession();
    keepLastMe(null);
    forgetWorksOnDevice();
    setMe(null);
    setExpired(false);
    queries.clear();
  }, []);

  const session = useMemo<Session>(() => ({ me, error, refresh, entered, signOut, expired }), [me, error, refresh, entered, signOut, expired]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
