import { useSyncExternalStore } from 'react';

/** A rehearsal's clock can be moved by its administrators at any time; a real one only drifts. */
const ASK_AGAIN_MS = { real: 300_000, rehearsal: 10_000, unanswered: 15_000 };
/** An answer this much older than its journey can explain is another clock, not a slower network. */
const MOVED_MS = 2_000;

/** How far the server's clock is ahead of this device's, in milliseconds, and how long the answer took that told so. */
let offset = 0;
let bestDelay = Number.POSITIVE_INFINITY;
let rehearsal = false;

/** What the server said its clock shows, somewhere between sending and receiving: the quickest answer tells most. */
function learn(now: number, sentAt: number, receivedAt: number): void {
  const delay = receivedAt - sentAt;
  const measured = now - (sentAt + delay / 2);
  if (delay <= bestDelay || Math.abs(measured - offset) > MOVED_MS + delay) {
    bestDelay = delay;
    offset = measured;
  }
}

async function ask(): Promise<number> {
  const sentAt = Date.now();
  try {
    const response = await fetch('/api/clock', { cache: 'no-store', signal: AbortSignal.timeout(8_000) });
    const told = (await response.json()) as { now: string; rehearsal: boolean };
    if (!response.ok || Number.isNaN(Date.parse(told.now))) return ASK_AGAIN_MS.unanswered;
    learn(Date.parse(told.now), sentAt, Date.now());
    rehearsal = told.rehearsal;
    tell();
    return rehearsal ? ASK_AGAIN_MS.rehearsal : ASK_AGAIN_MS.real;
  } catch {
    return ASK_AGAIN_MS.unanswered;
  }
}

/** Asks the server for its clock now and from time to time, and when the device wakes up. Once, at the start of the app. */
export function followServerClock(): void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const again = async (): Promise<void> => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void again(), await ask());
  };
  void again();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void again();
  });
}

export const serverNow = (): Date => new Date(Date.now() + offset);

const listeners = new Set<() => void>();
let second = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tell(): void {
  second = Math.floor((Date.now() + offset) / 1000);
  for (const each of listeners) each();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tell, 1000);
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

/** Whether this installation is a rehearsal with made-up data, whose clock can be set. */
export const useRehearsal = (): boolean => useSyncExternalStore(subscribe, () => rehearsal);
