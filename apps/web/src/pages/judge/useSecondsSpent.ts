import { useEffect, useRef } from 'react';

/** Whoever touches nothing for so long is not reading. */
const AWAY_AFTER = 180_000;
const ACTIVE = ['pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll'] as const;

/** Seconds the sheet has been in front of somebody, counted on from `before`; a hidden page and a deserted one do not count. */
export function useSecondsSpent(before: number): () => number {
  const seconds = useRef(before);
  useEffect(() => {
    let last = performance.now();
    const touched = (): void => {
      last = performance.now();
    };
    for (const kind of ACTIVE) document.addEventListener(kind, touched, { capture: true, passive: true });
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible' && performance.now() - last < AWAY_AFTER) seconds.current += 1;
    }, 1_000);
    return () => {
      clearInterval(timer);
      for (const kind of ACTIVE) document.removeEventListener(kind, touched, { capture: true });
    };
  }, []);
  return () => seconds.current;
}
