import type { FormInstance } from 'antd';
import { useCallback, useState } from 'react';
import { ApiError, asApiError, fieldName } from '../api/problem.js';
import { ProblemList } from './ProblemList.js';

/**
 * Puts a refusal's problems at the fields of an antd form and lists them above it.
 * Give the form a `name`: antd then makes field ids `<name>_<path>` that the list links to.
 */
export function useFormProblems(form: FormInstance, formName: string, labelOf?: (path: string) => string | undefined) {
  const [error, setError] = useState<ApiError>();
  const take = useCallback(
    (thrown: unknown) => {
      const refusal = asApiError(thrown);
      setError(refusal);
      const fields = new Map<string, { name: (string | number)[]; errors: string[] }>();
      for (const problem of refusal.problems) {
        if (!problem.path) continue;
        const known = fields.get(problem.path) ?? { name: fieldName(problem.path), errors: [] };
        known.errors.push(problem.message);
        fields.set(problem.path, known);
      }
      form.setFields([...fields.values()]);
    },
    [form],
  );
  const clear = useCallback(() => setError(undefined), []);
  const idOf = (path: string): string => [formName, ...fieldName(path)].join('_');
  return { take, clear, list: <ProblemList error={error} labelOf={labelOf} idOf={idOf} /> };
}
