import { useSyncExternalStore } from 'react';

const query = matchMedia('(prefers-color-scheme: dark)');
const narrow = matchMedia('(max-width: 640px)');

const watch = (list: MediaQueryList) => (listener: () => void): (() => void) => {
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
};
const watchDark = watch(query);
const watchNarrow = watch(narrow);

/** Whether the system asks for a dark theme. */
export const useDark = (): boolean => useSyncExternalStore(watchDark, () => query.matches);
/** Whether the page is as narrow as a phone. */
export const useNarrow = (): boolean => useSyncExternalStore(watchNarrow, () => narrow.matches);
