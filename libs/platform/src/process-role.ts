/** What this process does: answer requests, work off the queues, or run one command. Only a worker takes jobs. */
export type ProcessRole = 'api' | 'worker' | 'command';

export const PROCESS_ROLE = Symbol('process role');
