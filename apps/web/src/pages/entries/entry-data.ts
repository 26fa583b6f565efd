import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type EntryView = Schemas['EntryView'];
export type MemberView = Schemas['MemberView'];
export type CoachView = Schemas['CoachView'];
export type MaterialView = Schemas['MaterialView'];
export type ProblemView = Schemas['ProblemView'];

export const entryKey = (id: string) => ['entry', id] as const;

export const useEntry = (id: string) =>
  useQuery({ queryKey: entryKey(id), queryFn: () => answer(api.GET('/api/entries/{id}', { params: { path: { id } } })) });

/** What still stands in the way of submitting, as the server sees the saved entry; asked again for every version. */
export const useEntryCheck = (id: string, version: number | undefined) =>
  useQuery({
    queryKey: ['entry-check', id, version],
    queryFn: () => answer(api.GET('/api/entries/{id}/check', { params: { path: { id } } })),
    enabled: version !== undefined,
    placeholderData: (previous: Schemas['EntryCheckView'] | undefined) => previous,
  });

export const useEntryHistory = (id: string, version: number | undefined) =>
  useQuery({ queryKey: ['entry-history', id, version], queryFn: () => answer(api.GET('/api/entries/{id}/history', { params: { path: { id } } })) });

/** An act on an entry that answers with the entry: its copy on the page is renewed, and lists are asked again. */
export function useEntryAct<Input>(id: string, act: (input: Input) => Promise<EntryView>): UseMutationResult<EntryView, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (entry) => {
      client.setQueryData(entryKey(id), entry);
      void client.invalidateQueries({ queryKey: ['my-entries'] });
      void client.invalidateQueries({ queryKey: ['entry-check', id] });
      void client.invalidateQueries({ queryKey: ['material-versions', id] });
      void client.invalidateQueries({ queryKey: ['list'] });
      void client.invalidateQueries({ queryKey: ['workbench'] });
    },
  });
}

/** Short and easy to read aloud: names the state of the entry that the server holds. */
export const receiptOf = (entry: EntryView): string => `${entry.entryNo ?? entry.id.slice(-6).toUpperCase()}-${entry.version}`;

/** The unit that has to act on the entry now; undefined when nobody has. The province is named by the texts. */
export function unitInCharge(entry: Pick<EntryView, 'state' | 'schoolName' | 'countyName' | 'prefectureName'>): string | undefined {
  if (entry.state === 'submitted') return entry.schoolName;
  if (entry.state === 'school_approved') return entry.countyName;
  if (entry.state === 'county_recommended') return entry.prefectureName;
  return undefined;
}
