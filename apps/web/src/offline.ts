/** Keeps the app's files on the device, so that a page opened once opens without a network (a judge's desk on a train). */
export async function keepAppOnDevice(): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  try {
    await navigator.serviceWorker.register('/sw.js');
    const { active } = await navigator.serviceWorker.ready;
    // An entry comes when its file has arrived: what was still on its way when the worker came is told afterwards.
    new PerformanceObserver((list) => {
      const files = list.getEntries().map((entry) => entry.name).filter((name) => new URL(name).pathname.startsWith('/assets/'));
      if (files.length > 0) active?.postMessage({ files });
    }).observe({ type: 'resource', buffered: true });
  } catch {
    // Private windows refuse; the app works without, only not without a network.
  }
}

/** Has the works of entries that come next brought onto the device. */
export const keepWorksOnDevice = (addresses: readonly string[]): void => navigator.serviceWorker?.controller?.postMessage({ works: addresses });

/** At sign-out the works and answers of a judge leave the device; what is not sent yet stays, under its account. */
export function forgetWorksOnDevice(): void {
  if ('caches' in window) void caches.delete('qingsai-works');
  indexedDB.deleteDatabase('qingsai-judge');
}
