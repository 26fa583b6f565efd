import { createContext, useCallback, useContext, useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import type { Saved } from '../../status/SaveState.js';

type Tell = (part: string, state: Saved | undefined) => void;
const SavingContext = createContext<{ tell: Tell; overall: Saved }>({ tell: () => undefined, overall: { kind: 'idle' } });

/** What the reader must know first: work in danger before work under way before work that is safe. */
const WEIGHT: Record<Saved['kind'], number> = { idle: 0, saved: 1, received: 1, typing: 2, saving: 3, kept: 4, refused: 5, conflict: 6 };

function heaviest(states: Saved[]): Saved {
  let worst: Saved = { kind: 'idle' };
  for (const state of states) {
    const newer = 'at' in state && 'at' in worst && state.at > worst.at;
    if (WEIGHT[state.kind] > WEIGHT[worst.kind] || (WEIGHT[state.kind] === WEIGHT[worst.kind] && newer)) worst = state;
  }
  return worst;
}

/** Gathers the save states of all parts of a page, so that one line can say whether everything is safe. */
export function Saving({ children }: { children: ReactNode }) {
  const [parts, setParts] = useState<ReadonlyMap<string, Saved>>(new Map());
  const tell = useCallback<Tell>((part, state) => {
    setParts((old) => {
      const next = new Map(old);
      if (state) next.set(part, state);
      else next.delete(part);
      return next;
    });
  }, []);
  const value = useMemo(() => ({ tell, overall: heaviest([...parts.values()]) }), [tell, parts]);
  return <SavingContext value={value}>{children}</SavingContext>;
}

export const useOverallSaving = (): Saved => useContext(SavingContext).overall;

/** Makes a part's save state count for the page. */
export function useTellSaving(state: Saved): void {
  const part = useId();
  const { tell } = useContext(SavingContext);
  useEffect(() => {
    tell(part, state);
  }, [tell, part, state]);
  useEffect(() => () => tell(part, undefined), [tell, part]);
}
