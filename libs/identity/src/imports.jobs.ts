import { job } from '#libs/platform';

/** Reads an uploaded table and says what would become of each row. */
export const CheckImport = job<{ runId: string }>('identity.check-import', { queue: 'imports', attempts: 3, atomic: true });
/** Takes the rows over, each in a transaction of its own: what is done stays done when the process ends in the middle. */
export const CommitImport = job<{ runId: string }>('identity.commit-import', { queue: 'imports', attempts: 5, atomic: false });
