import { useCallback, useEffect, useRef, useState } from 'react';
import { serverNow } from '../api/server-clock.js';
import { dropDraft, findDraft, keepDraft, type StoredDraft } from './draft-store.js';

/** Keeps what is typed on this device only, for work that is sent by a button: `found` is what an earlier visit left. */
export function useKept<T>(key: string) {
  const [found, setFound] = useState<StoredDraft>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    let gone = false;
    setFound(undefined);
    void findDraft(key).then((draft) => {
      if (!gone) setFound(draft);
    });
    return () => {
      gone = true;
    };
  }, [key]);
  return {
    found: found && { value: found.value as T, at: found.at, base: found.base },
    keep: useCallback(
      (value: T, base?: number) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => void keepDraft({ key, value, base, at: serverNow() }), 300);
      },
      [key],
    ),
    drop: useCallback(() => {
      clearTimeout(timer.current);
      setFound(undefined);
      void dropDraft(key);
    }, [key]),
  };
}
