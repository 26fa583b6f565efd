import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.js';
import type { Condition } from './form/conditions.js';
import type { Words } from './form/words.js';

/** What the pages need of an edition's rulebook; the whole document's schema is at `/api/rulebook-schema`. */
export interface Labelled {
  key: string;
  label: Words;
  hint?: Words;
}

export interface FormField extends Labelled {
  kind: 'text' | 'longText' | 'day' | 'flag' | 'number' | 'choice' | 'choices';
  required: boolean;
  when?: Condition;
  /** Characters of a text, or the bounds of a number. */
  min?: number;
  max?: number;
  options?: Labelled[];
  before?: string;
  blind?: boolean;
}

export interface MaterialSlot extends Labelled {
  min: number;
  max: number;
  kinds: ('pdf' | 'jpg' | 'png' | 'mp4')[];
  maxBytes: number;
  maxPages?: number;
  minLongSide?: number;
  minShortSide?: number;
  minDpi?: number;
  minSeconds?: number;
  maxSeconds?: number;
  when?: Condition;
  forJudges: boolean;
  neededFor: 'submit' | 'school';
}

export interface EntryTypeRules extends Labelled {
  groups: string[];
  entrant: 'students' | 'teacher';
  title: { min: number; max: number };
  team: { min: number; max: number; collectiveFrom: number; shares: boolean };
  coaches: { min: number; max: number };
  /** The work must be finished from <= field < until. */
  window?: { field: string; startField?: string; from: string; until: string };
  classes?: Labelled[];
  disciplineRequired: boolean;
  fields: FormField[];
  materials: MaterialSlot[];
  signatures: { by: 'member' | 'coach'; version: string; text: Words }[];
}

export type Level = 'school' | 'county' | 'prefecture' | 'province';

export interface EditionRules {
  title: Words;
  groups: (Labelled & { schoolStages: string[] })[];
  disciplines: (Labelled & { groups: string[] })[];
  types: EntryTypeRules[];
  chain: { level: Level; stage: string; quota: 'none' | 'ifSet' | 'required'; checklist: (Labelled & { required?: boolean })[]; substitutes?: { answerHours: number } }[];
  calendar: { stages: Labelled[] };
}

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
