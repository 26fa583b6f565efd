import { useCallback, useState } from 'react';
import { asApiError, type ApiError, type Problem } from '../api/problem.js';

/** The id that a field with this path has on the page, so that a listed problem can link to it. */
export const fieldId = (path: string): string => `f-${path.replace(/[^\w]+/g, '-').replace(/-$/, '')}`;

/** What a refused form needs: the refusal itself and its problems by path. */
export interface Problems {
  error: ApiError | undefined;
  at: (path: string) => string | undefined;
  take: (error: unknown) => void;
  clear: () => void;
}

/** Keeps the last refusal of a plain form. */
export function useProblems(): Problems {
  const [error, setError] = useState<ApiError>();
  const at = useCallback(
    (path: string) => error?.problems.filter((problem) => problem.path === path).map((problem) => problem.message).join(' ') || undefined,
    [error],
  );
  return { error, at, take: useCallback((thrown: unknown) => setError(asApiError(thrown)), []), clear: useCallback(() => setError(undefined), []) };
}

/** Problems made on this side, before the server is asked (e.g. two passwords that differ). */
export function ownProblems(message: string, problems: Problem[]): ApiError {
  return Object.assign(asApiError(new Error(message)), { code: 'INVALID_INPUT', problems });
}
