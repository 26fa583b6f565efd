import type * as platform from '#libs/platform';

type KeyJob = platform.Job<{ key: string }>;

export function rehearsalRoom(
  library: Pick<typeof platform, 'Database' | 'Handles' | 'job'>,
  slowMillis?: number,
): { room: platform.Room; jobs: { Count: KeyJob; Slow: KeyJob; Steps: KeyJob; FailTwice: KeyJob; FailAlways: KeyJob } };

export const REHEARSAL_TABLES: string;
