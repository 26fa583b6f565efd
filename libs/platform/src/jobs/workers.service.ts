import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { UnrecoverableError, type Job } from 'bullmq';
import { Metrics } from '../metrics/metrics.service.js';
import { PROCESS_ROLE, type ProcessRole } from '../process-role.js';
import { QUEUES, type QueueName } from './job.js';
import { JobHandlers } from './job-handlers.service.js';
import { JobRunner } from './job-runner.service.js';
import { Queues } from './queues.service.js';
import { Relay } from './relay.service.js';
import { Sweep } from './sweep.service.js';

/** In a worker process: starts the workers of every queue, the relay and the sweep, and stops them in the right order. */
@Injectable()
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    @Inject(PROCESS_ROLE) private readonly role: ProcessRole,
    private readonly queues: Queues,
    private readonly handlers: JobHandlers,
    private readonly runner: JobRunner,
    private readonly relay: Relay,
    private readonly sweep: Sweep,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.role !== 'worker') return;
    this.handlers.all();
    for (const name of QUEUES) await this.queues.startWorker(name, (job: Job) => this.process(name, job));
    this.relay.start();
    this.sweep.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.relay.stop();
    await this.sweep.stop();
    await this.queues.close();
  }

  private async process(queue: QueueName, job: Job): Promise<void> {
    const stop = this.metrics.jobStarted(queue, job.name);
    try {
      const outcome = await this.runner.run(String(job.id));
      stop(outcome);
      if (outcome === 'dead') throw new UnrecoverableError('Laid aside as dead; see the outbox');
    } catch (error) {
      if (!(error instanceof UnrecoverableError)) stop('failed');
      throw error;
    }
  }
}
