import { useEffect } from 'react';

type SessionEvent = 'lost' | 'restored';
const target = new EventTarget();

/** `lost`: an answer said that the session is over; `restored`: the same account signed in again. */
export const tellSession = (event: SessionEvent): void => void target.dispatchEvent(new Event(event));

export function useSessionEvents(event: SessionEvent, listener: () => void): void {
  useEffect(() => {
    target.addEventListener(event, listener);
    return () => target.removeEventListener(event, listener);
  }, [event, listener]);
}
