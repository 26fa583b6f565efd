import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { answer, api, type Schemas } from '../../../api/client.js';

export type Division = Schemas['DivisionView'];

/** The tree of divisions (province, prefectures, counties); small and steady, fetched once. */
export const useDivisions = () => useQuery({ queryKey: ['divisions'], queryFn: () => answer(api.GET('/api/divisions')), staleTime: 3_600_000 });

export interface DivisionOption {
  value: string;
  label: string;
}

/** Prefectures and counties as `长沙市 / 岳麓区`, for a select with search. */
export function useDivisionOptions(kinds: readonly Division['kind'][]): DivisionOption[] {
  const { data } = useDivisions();
  const wanted = kinds.join(',');
  return useMemo(() => {
    const byId = new Map(data?.map((division) => [division.id, division]));
    return (data ?? [])
      .filter((division) => wanted.split(',').includes(division.kind))
      .map((division) => {
        const parent = division.parentId ? byId.get(division.parentId) : undefined;
        return { value: division.id, label: parent && parent.kind === 'prefecture' ? `${parent.name} / ${division.name}` : division.name };
      });
  }, [data, wanted]);
}
