import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../../api/client.js';

/** What a single-use link is for, without using it. */
export const useLink = (purpose: Schemas['LookAtLink']['purpose'], token: string) =>
  useQuery({ queryKey: ['link', purpose, token], queryFn: () => answer(api.POST('/api/links/look', { body: { purpose, token } })), retry: false, staleTime: Number.POSITIVE_INFINITY });
