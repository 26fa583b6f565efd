import { useSyncExternalStore } from 'react';

/** How far the server's clock is ahead of this device's, in milliseconds, learnt from the Date header of its answers. */
let offset = 0;
let bestDelay = Number.POSITIVE_INFINITY;

/** The Date header has whole seconds and was written between sending and receiving: the quickest answer tells most. */
export function learnClock(dateHeader: string | null, sentAt: number, receivedAt: number): void {
  if (!dateHeader) return;
  const told = Date.parse(dateHeader);
  if (Number.isNaN(told)) return;
  const delay = receivedAt - sentAt;
  const measured = told + 500 - (sentAt + delay / 2);
  if (delay <= bestDelay || Math.abs(measured - offset) > 2_000 + delay) {
    bestDelay = delay;
    offset = measured;
  }
}

export const serverNow = (): Date => new Date(Date.now() + offset);

const listeners = new Set<() => void>();
let second = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    second = Math.floor((Date.now() + offset) / 1000);
    for (const each of listeners) each();
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The server's time, to the second; re-renders its user once a second. */
export function useServerNow(): Date {
  const now = useSyncExternalStore(subscribe, () => second);
  return now === 0 ? serverNow() : new Date(now * 1000);
}
