/** Whether the server answered last time it was asked; browsers call themselves online behind a dead router too. */
let reachable = true;
const listeners = new Set<() => void>();

export function tellReachable(now: boolean): void {
  if (reachable === now) return;
  reachable = now;
  for (const listener of listeners) listener();
}

export const isReachable = (): boolean => reachable && navigator.onLine;

export function watchReachable(listener: () => void): () => void {
  const back = (): void => {
    // Back online: believe it until a request says otherwise.
    tellReachable(true);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('online', back);
  window.addEventListener('offline', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('online', back);
    window.removeEventListener('offline', listener);
  };
}
