import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';

export type Queue = Schemas['Queue'];
export type QueueRow = Schemas['QueueRow'];
export type BlindEntry = Schemas['BlindEntry'];
export type PanelSeat = Schemas['JudgePanelView'];

/** More entries than any rulebook gives one judge at a time, so that one answer holds the whole order. */
const WHOLE_QUEUE = 200;

export const useJudgeQueue = () =>
  useQuery({ queryKey: ['judge', 'queue'], queryFn: () => answer(api.GET('/api/judge/queue', { params: { query: { size: WHOLE_QUEUE } } })) });

export const useJudgePanels = () => useQuery({ queryKey: ['judge', 'panels'], queryFn: () => answer(api.GET('/api/judge/panels')) });

export const useBlindEntry = (assignmentId: string) =>
  useQuery({
    queryKey: ['judge', 'entry', assignmentId],
    queryFn: () => answer(api.GET('/api/judge/assignments/{id}', { params: { path: { id: assignmentId } } })),
    // The desk keeps what is typed itself; an answer that comes later must not replace it.
    staleTime: Infinity,
    gcTime: Infinity,
  });

export const materialHref = (assignmentId: string, number: number): string => `/api/judge/assignments/${assignmentId}/materials/${number}`;
