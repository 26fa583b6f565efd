import { useCallback, useMemo } from 'react';
import type { Problem } from '../../api/problem.js';
import type { OpenPoint } from './MissingList.js';
import type { ProblemView } from './entry-data.js';
import { isOnlyMissing } from './own-checks.js';
import type { EntryParts } from './useEntryDraft.js';
import { stepOf, STEPS, type Step } from './wizard-steps.js';

const touched = (path: string | undefined, unsaved: EntryParts): boolean => {
  if (path === undefined) return false;
  const field = /^form\.([^.[]+)/.exec(path)?.[1];
  return field === undefined ? path in unsaved : field in (unsaved.form ?? {});
};

/**
 * One list from two sources: what the page sees while one types, and what the server found in the saved entry.
 * For a field with unsaved changes only the page's word counts; where both speak about a field, the page's sentence stands.
 */
export function useOpenPoints(typed: Problem[], checked: ProblemView[] | undefined, unsaved: EntryParts, seen: ReadonlySet<Step>) {
  const points = useMemo<OpenPoint[]>(() => {
    const own = typed.map((problem) => ({ code: problem.code, path: problem.path, message: problem.message, neededFor: 'submit' }));
    const paths = new Set(typed.map((problem) => problem.path));
    const others = (checked ?? []).filter((problem) => !touched(problem.path, unsaved) && !(problem.path !== undefined && paths.has(problem.path)));
    return [...own, ...others.map(({ code, path, message, neededFor }) => ({ code, path, message, neededFor }))];
  }, [typed, checked, unsaved]);

  const open = useMemo(() => {
    const counts = Object.fromEntries(STEPS.map((step) => [step, 0])) as Record<Step, number>;
    for (const point of points) counts[stepOf(point.path)] += 1;
    return counts;
  }, [points]);

  // What is only not filled in yet stands in the list from the start, but in red at the field only on a second visit.
  const said = useMemo(() => points.filter((point) => !isOnlyMissing(point.code) || seen.has(stepOf(point.path))), [points, seen]);
  const wrongAt = useCallback((path: string) => said.filter((point) => point.path === path).map((point) => point.message), [said]);
  const wrongUnder = useCallback(
    (path: string) => said.filter((point) => point.path === path || point.path?.startsWith(`${path}.`) || point.path?.startsWith(`${path}[`)).map((point) => point.message),
    [said],
  );
  return { points, open, wrongAt, wrongUnder, blocking: points.filter((point) => point.neededFor === 'submit').length };
}
