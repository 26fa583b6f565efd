import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { EditionRules, EntryTypeRules } from './rulebook-parts.js';

export type * from './rulebook-parts.js';

const editionRules = async (editionId: string): Promise<EditionRules> => {
  const rulebook = await answer(api.GET('/api/editions/{id}/rulebook', { params: { path: { id: editionId } } }));
  return rulebook.document as unknown as EditionRules;
};

/** The rules of an edition; they change rarely, so one fetch serves the whole visit. */
export const useEditionRules = (editionId: string | undefined) =>
  useQuery({
    queryKey: ['edition-rules', editionId],
    queryFn: () => editionRules(editionId!),
    enabled: editionId !== undefined,
    staleTime: 10 * 60_000,
  });

export const typeOf = (rules: EditionRules, key: string): EntryTypeRules | undefined => rules.types.find((type) => type.key === key);
