import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { Database } from '../database.js';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

/** Figures about the running process for Prometheus. Labels are routes, queues and states: never ids or names. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({ name: 'qingsai_http_request_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [this.registry] });
  private readonly jobs = new Histogram({ name: 'qingsai_job_seconds', help: 'Time a job ran', labelNames: ['queue', 'job', 'outcome'], buckets: SECONDS, registers: [this.registry] });
  private readonly jobsNow = new Gauge({ name: 'qingsai_jobs_running', help: 'Jobs running in this process', labelNames: ['queue'], registers: [this.registry] });
  readonly notices = new Counter({ name: 'qingsai_deliveries_total', help: 'Deliveries by channel and outcome', labelNames: ['channel', 'outcome'], registers: [this.registry] });

  constructor(database: Database) {
    collectDefaultMetrics({ register: this.registry, prefix: 'qingsai_' });
    const { registry } = this;
    new Gauge({
      name: 'qingsai_outbox_rows',
      help: 'Jobs not done yet',
      labelNames: ['queue', 'state'],
      registers: [registry],
      async collect() {
        this.reset();
        const rows = await database.query<{ queue: string; state: string; rows: number }>('SELECT queue, state, count(*)::int AS rows FROM outbox GROUP BY queue, state').catch(() => []);
        for (const row of rows) this.set({ queue: row.queue, state: row.state }, row.rows);
      },
    });
    new Gauge({
      name: 'qingsai_database_connections',
      help: 'Connections of this process, by what they do; waiting = work that waits for one',
      labelNames: ['state'],
      registers: [registry],
      collect() {
        const pool = (database.source.driver as unknown as { master?: pg.Pool }).master;
        this.set({ state: 'open' }, pool?.totalCount ?? 0);
        this.set({ state: 'idle' }, pool?.idleCount ?? 0);
        this.set({ state: 'waiting' }, pool?.waitingCount ?? 0);
      },
    });
  }

  /** `route` is the pattern (`/api/entries/:id`), not the path. */
  requestAnswered(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status: String(status) }, seconds);
  }

  /** Call the answer with how the job ended. */
  jobStarted(queue: string, job: string): (outcome: string) => void {
    this.jobsNow.inc({ queue });
    const stop = this.jobs.startTimer({ queue, job });
    return (outcome) => {
      this.jobsNow.dec({ queue });
      stop({ outcome });
    };
  }

  /** All figures in Prometheus' text format. */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  get contentType(): string {
    return this.registry.contentType;
  }
}
