import { DeadLetters } from './dead-letters.service.js';
import { JobHandlers } from './job-handlers.service.js';
import { JobProgress } from './job-progress.service.js';
import { JobRunner } from './job-runner.service.js';
import { Outbox } from './outbox.service.js';
import { Queues } from './queues.service.js';
import { Relay } from './relay.service.js';
import { Sweep } from './sweep.service.js';
import { Workers } from './workers.service.js';

export const jobProviders = [DeadLetters, JobHandlers, JobProgress, JobRunner, Outbox, Queues, Relay, Sweep, Workers];
