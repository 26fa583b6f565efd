import { useQuery } from '@tanstack/react-query';
import { answer, api, type Schemas } from '../../api/client.js';
import { keepWorksOnDevice } from '../../offline.js';
import { useMe } from '../../session/session.js';
import { answerOrKept, keepAnswer, keptAnswer } from './kept-answers.js';

export type Queue = Schemas['Queue'];
export type QueueRow = Schemas['QueueRow'];
export type BlindEntry = Schemas['BlindEntry'];
export type PanelSeat = Schemas['JudgePanelView'];

/** More entries than any rulebook gives one judge at a time, so that one answer holds the whole order. */
const WHOLE_QUEUE = 200;

export function useJudgeQueue() {
  const me = useMe();
  return useQuery({
    queryKey: ['judge', 'queue'],
    queryFn: () => answerOrKept(`${me.id}/queue`, () => answer(api.GET('/api/judge/queue', { params: { query: { size: WHOLE_QUEUE } } }))),
    // What the desk that was just left has sent is in the list at once.
    refetchOnMount: 'always',
  });
}

export function useJudgePanels() {
  const me = useMe();
  return useQuery({ queryKey: ['judge', 'panels'], queryFn: () => answerOrKept(`${me.id}/panels`, () => answer(api.GET('/api/judge/panels'))) });
}

/** Larger files are fetched when they are opened. */
const MOST_BYTES_AHEAD = 30_000_000;

const entryKey = (accountId: string, assignmentId: string): string => `${accountId}/entry/${assignmentId}`;

const fetchEntry = (accountId: string, assignmentId: string): Promise<BlindEntry> =>
  answerOrKept(entryKey(accountId, assignmentId), () => answer(api.GET('/api/judge/assignments/{id}', { params: { path: { id: assignmentId } } })));

export function useBlindEntry(assignmentId: string) {
  const me = useMe();
  return useQuery({
    queryKey: ['judge', 'entry', assignmentId],
    queryFn: () => fetchEntry(me.id, assignmentId),
    // The desk keeps what is typed itself: an answer that comes later must not replace it, and the next visit asks again.
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** What the server now has of a sheet, for a desk that is opened again without a network. */
export async function keepSheet(accountId: string, assignmentId: string, sheet: Partial<BlindEntry['sheet']>): Promise<void> {
  const key = entryKey(accountId, assignmentId);
  const kept = await keptAnswer<BlindEntry>(key);
  if (kept) await keepAnswer(key, { ...kept, sheet: { ...kept.sheet, ...sheet } });
}

/** Fetches what this device does not hold yet, papers and pictures too, so that the next entries open without a network. */
export async function fetchAhead(accountId: string, assignmentIds: readonly string[]): Promise<void> {
  for (const assignmentId of assignmentIds) {
    const entry = (await keptAnswer<BlindEntry>(entryKey(accountId, assignmentId))) ?? (await fetchEntry(accountId, assignmentId));
    const light = entry.materials.filter((material) => material.bytes <= MOST_BYTES_AHEAD && !material.contentType.startsWith('video/'));
    keepWorksOnDevice(light.map((material) => materialHref(assignmentId, material.number)));
  }
}

export const materialHref = (assignmentId: string, number: number): string => `/api/judge/assignments/${assignmentId}/materials/${number}`;
