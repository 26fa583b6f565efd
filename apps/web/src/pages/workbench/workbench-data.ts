import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import type { Desk } from './desk.js';

export type EntryRow = Schemas['EntryRow'];
export type Quota = Schemas['QuotaView'];

export const useCounts = (editionId: string | undefined) =>
  useQuery({
    queryKey: ['workbench', 'counts', editionId],
    queryFn: () => answer(api.GET('/api/entry-counts', { params: { query: { editionId: editionId!, page: 1, size: 1 } } })),
    enabled: editionId !== undefined,
    refetchInterval: 60_000,
  });

/** The numbers of the reader's area, shared by the dashboard and the filter by unit. */
export const useDashboard = (editionId: string) =>
  useQuery({
    queryKey: ['workbench', 'dashboard', editionId],
    queryFn: () => answer(api.GET('/api/dashboards/registration', { params: { query: { editionId } } })),
    refetchInterval: 120_000,
  });

/** Units right below the reader's that have entries. */
export const useUnits = (editionId: string) => {
  const { data } = useDashboard(editionId);
  return { data: data?.byUnit };
};

/** The places of the desk's own unit, one row per entry type (or `*` for all together). */
export const useOwnQuotas = (editionId: string, desk: Desk | undefined) =>
  useQuery({
    queryKey: ['workbench', 'quotas', editionId, desk?.unitId],
    queryFn: () => answer(api.GET('/api/editions/{id}/quotas', { params: { path: { id: editionId }, query: { level: desk!.level, unitId: desk!.unitId } } })),
    enabled: desk !== undefined && desk.level !== 'province',
  });

/** Of the used places, those held for called substitutes. */
export const useHeldPlaces = (editionId: string, desk: Desk | undefined) => {
  const level = desk?.level === 'county' || desk?.level === 'prefecture' ? desk.level : undefined;
  return useQuery({
    queryKey: ['workbench', 'held', editionId, desk?.unitId],
    queryFn: () => answer(api.GET('/api/substitutes/held', { params: { query: { editionId, level: level!, unitId: desk!.unitId } } })),
    enabled: level !== undefined,
  });
};

/** Editions that the reader may work on, the open ones first. */
export const useEditions = () =>
  useQuery({
    queryKey: ['workbench', 'editions'],
    queryFn: async () => {
      const { rows } = await answer(api.GET('/api/editions', { params: { query: { page: 1, size: 50, family: 'innovation' } } }));
      const weight = (state: string): number => ['open', 'closed', 'archived', 'preparing'].indexOf(state);
      return rows.filter((edition) => edition.state !== 'preparing').sort((one, other) => weight(one.state) - weight(other.state) || other.number - one.number);
    },
    staleTime: 60_000,
  });
