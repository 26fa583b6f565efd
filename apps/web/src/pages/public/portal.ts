import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import { currentLanguage } from '../../i18n/index.js';

export type PublicEdition = Schemas['PublicEdition'];
export type PublicContest = Schemas['PublicContest'];
export type Announcement = Schemas['AnnouncementView'];

/** Names come in the reader's language, so the language is part of what was asked. */
export const useContests = () =>
  useQuery({ queryKey: ['public', 'contests', currentLanguage()], queryFn: () => answer(api.GET('/api/public/contests')), staleTime: 60_000 });

export const useAnnouncements = (query: { editionId?: string; page?: number; size?: number; q?: string }) =>
  useQuery({
    queryKey: ['public', 'announcements', currentLanguage(), query],
    queryFn: () => answer(api.GET('/api/public/announcements', { params: { query } })),
    staleTime: 60_000,
  });

export const useResultIndex = () =>
  useQuery({ queryKey: ['public', 'results', currentLanguage()], queryFn: () => answer(api.GET('/api/public/results')), staleTime: 60_000 });

/** The stage that runs now, else the next one to come. */
export function stageInView(edition: PublicEdition): PublicEdition['stages'][number] | undefined {
  return edition.stages.find((stage) => stage.key === edition.stageNow) ?? edition.stages.find((stage) => stage.status !== 'over');
}
