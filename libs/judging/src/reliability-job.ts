import { job } from '#libs/platform';

/** Reports on a stage once every panel of it is locked. */
export const ReportReliability = job<{ editionId: string; stageKey: string }>('judging.reliability', { queue: 'documents', attempts: 3 });
