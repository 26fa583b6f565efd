import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { answer, api, type Schemas } from '../../api/client.js';

export type Edition = Schemas['EditionView'];
export type Panel = Schemas['PanelView'];

/** The edition and review stage that the address names, else the newest edition and its running (or next) review. */
export function useReviewStage() {
  const [params, setParams] = useSearchParams();
  const editions = useQuery({
    queryKey: ['editions', 'reviewed'],
    queryFn: async () => (await answer(api.GET('/api/editions', { params: { query: { size: 50 } } }))).rows.filter((edition) => edition.state !== 'preparing'),
  });
  const withReview = editions.data?.find((one) => one.stages.some((stage) => stage.kind === 'review' && stage.status === 'running'));
  const edition = editions.data?.find((one) => one.id === params.get('edition')) ?? withReview ?? editions.data?.[0];
  const stages = edition?.stages.filter((stage) => stage.kind === 'review') ?? [];
  const stage = stages.find((one) => one.key === params.get('stage')) ?? stages.find((one) => one.status === 'running') ?? stages.find((one) => one.status === 'coming') ?? stages.at(-1);
  return {
    editions,
    edition,
    stages,
    stage,
    pick: (editionId: string, stageKey?: string): void => setParams({ edition: editionId, ...(stageKey && { stage: stageKey }) }),
  };
}

export const stagePath = (edition: Edition, stageKey: string) => ({ editionId: edition.id, stageKey });

export const useStageProgress = (edition: Edition, stageKey: string) =>
  useQuery({
    queryKey: ['stage-progress', edition.id, stageKey],
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/progress', { params: { path: stagePath(edition, stageKey) } })),
    refetchInterval: 15_000,
  });

const MOVING = ['queued', 'running'];

export const useAssignmentRuns = (edition: Edition, stageKey: string) =>
  useQuery({
    queryKey: ['assignment-runs', edition.id, stageKey],
    queryFn: () => answer(api.GET('/api/judging/editions/{editionId}/stages/{stageKey}/assignment-runs', { params: { path: stagePath(edition, stageKey) } })),
    refetchInterval: (query) => (query.state.data?.some((run) => MOVING.includes(run.state)) ? 500 : false),
  });

export const isMoving = (state: string): boolean => MOVING.includes(state);

export type PanelDetail = Schemas['PanelDetail'];
