import { useEffect, useState } from 'react';
import { serverNow } from '../../api/server-clock.js';

/** The longest time a timer can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

const isPassed = (at: string | undefined): boolean => at !== undefined && new Date(at) < serverNow();

/** Whether a moment is over by the server's clock; renders again exactly when it becomes so. */
export function usePassed(at: string | undefined): boolean {
  const [passed, setPassed] = useState(() => isPassed(at));
  useEffect(() => {
    setPassed(isPassed(at));
    if (at === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      const left = new Date(at).getTime() - serverNow().getTime();
      if (left < 0) setPassed(true);
      else timer = setTimeout(wait, Math.min(left + 50, LONGEST));
    };
    wait();
    return () => clearTimeout(timer);
  }, [at]);
  return passed;
}
