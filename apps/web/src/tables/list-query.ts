import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a list is asked for; lives in the address, so that a link shows the same rows. */
export interface ListQuery {
  page: number;
  size: number;
  sort?: string;
  q?: string;
  /** Every other parameter of the address that the table knows as a filter. */
  filters: Record<string, string>;
}

export interface PageOf<Row> {
  rows: Row[];
  total: number;
  page: number;
  size: number;
}

export const SIZES = [20, 50, 100, 200];

/** Reads and writes a list's query in the address. `prefix` keeps two tables of one page apart. */
export function useListQuery(filterKeys: readonly string[], defaults: { size?: number; sort?: string } = {}, prefix = '') {
  const [params, setParams] = useSearchParams();
  const keys = filterKeys.join(',');
  const query = useMemo<ListQuery>(() => {
    const whole = (name: string, otherwise: number): number => {
      const value = Number(params.get(prefix + name));
      return Number.isInteger(value) && value > 0 ? value : otherwise;
    };
    const filters: Record<string, string> = {};
    for (const key of keys.split(',').filter(Boolean)) {
      const value = params.get(prefix + key);
      if (value) filters[key] = value;
    }
    return {
      page: whole('page', 1),
      size: Math.min(whole('size', defaults.size ?? 20), 200),
      sort: params.get(`${prefix}sort`) ?? defaults.sort,
      q: params.get(`${prefix}q`) ?? undefined,
      filters,
    };
  }, [params, keys, prefix, defaults.size, defaults.sort]);

  const change = useCallback(
    (next: { page?: number; size?: number; sort?: string | null; q?: string | null; filters?: Record<string, string | undefined> }) => {
      setParams(
        (old) => {
          const wanted = new URLSearchParams(old);
          const put = (name: string, value: string | number | null | undefined): void => {
            if (value === null || value === undefined || value === '') wanted.delete(prefix + name);
            else wanted.set(prefix + name, String(value));
          };
          // Anything but turning the page begins at the first one.
          put('page', next.page === 1 ? null : (next.page ?? null));
          if ('size' in next) put('size', next.size);
          if ('sort' in next) put('sort', next.sort);
          if ('q' in next) put('q', next.q);
          for (const [name, value] of Object.entries(next.filters ?? {})) put(name, value);
          return wanted;
        },
        { replace: next.page === undefined },
      );
    },
    [setParams, prefix],
  );
  return { query, change };
}

/** The query as the API takes it. */
export function apiQuery({ page, size, sort, q, filters }: ListQuery): Record<string, string | number | undefined> {
  return { page, size, ...(sort && { sort }), ...(q && { q }), ...filters };
}
