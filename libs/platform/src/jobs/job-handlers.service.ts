import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { declaredJobs, handledJob, type Job, type JobRun } from './job.js';

export interface JobHandler {
  job: Job<object>;
  /** `Class.method`, for messages. */
  where: string;
  handle(payload: object, run: JobRun): Promise<void>;
}

/** Finds the method for every declared job; a process does not start with a job that has none or two. */
@Injectable()
export class JobHandlers implements OnApplicationBootstrap {
  private found?: Map<string, JobHandler>;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onApplicationBootstrap(): void {
    this.all();
  }

  /** @throws Error naming every job without exactly one handler */
  all(): ReadonlyMap<string, JobHandler> {
    this.found ??= this.find();
    return this.found;
  }

  private find(): Map<string, JobHandler> {
    const jobs = new Map(declaredJobs().map((job) => [job.name, job]));
    const handlers = new Map<string, JobHandler[]>([...jobs.keys()].map((name) => [name, []]));
    for (const { instance } of this.discovery.getProviders()) {
      if (typeof instance !== 'object' || instance === null) continue;
      const methods = instance as Record<string, unknown>;
      for (const method of this.scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object)) {
        const run = methods[method];
        const name = typeof run === 'function' ? handledJob(run) : undefined;
        const job = name === undefined ? undefined : jobs.get(name);
        if (!job || typeof run !== 'function') continue;
        handlers.get(job.name)?.push({ job, where: `${instance.constructor.name}.${method}`, handle: run.bind(instance) as JobHandler['handle'] });
      }
    }
    const faults = [...handlers].flatMap(([name, own]) =>
      own.length === 1 ? [] : [own.length === 0 ? `job "${name}" has no handler` : `job "${name}" has ${own.length} handlers: ${own.map((one) => one.where).join(', ')}`],
    );
    if (faults.length > 0) throw new Error(`Every job needs exactly one handler: ${faults.join('; ')}`);
    return new Map([...handlers].flatMap(([name, own]) => own.map((handler): [string, JobHandler] => [name, handler])));
  }
}
