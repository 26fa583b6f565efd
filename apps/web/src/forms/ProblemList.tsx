import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError } from '../api/problem.js';
import { fieldId } from './problems.js';

/** The refusal at the top of a form: what is wrong, each problem linking to its field. Takes the focus when it appears. */
export function ProblemList({ error, labelOf, idOf = fieldId }: { error: ApiError | undefined; labelOf?: (path: string) => string | undefined; idOf?: (path: string) => string }) {
  const { t } = useTranslation('shell');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) box.current?.focus();
  }, [error]);
  if (!error) return null;
  return (
    <div ref={box} className="note bad problems" role="alert" tabIndex={-1}>
      <strong>{error.problems.length > 0 ? t('problems', { count: error.problems.length }) : error.message}</strong>
      {error.problems.length > 0 && (
        <ul>
          {error.problems.map((problem, index) => (
            <li key={index}>
              {problem.path ? (
                <a
                  href={`#${idOf(problem.path)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    const field = document.getElementById(idOf(problem.path!));
                    field?.scrollIntoView({ block: 'center' });
                    field?.focus();
                  }}
                >
                  {labelOf?.(problem.path) ? `${labelOf(problem.path)}: ` : ''}
                  {problem.message}
                </a>
              ) : (
                problem.message
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
