// Jobs that exist only in the fault specs, in plain JavaScript so that both the specs and the processes they start and kill can load them.
import { setTimeout as pause } from 'node:timers/promises';
import { Module } from '@nestjs/common';

/**
 * A room with jobs whose effect is a row in `rehearsal_effect`. `platform` is the platform library as the caller loaded it.
 * `slowMillis` is how long the slow ones take.
 */
export function rehearsalRoom({ Database, Handles, job }, slowMillis = 0) {
  const jobs = {
    Count: job('rehearsal.count', { queue: 'scores', attempts: 5, backoffMs: 50 }),
    Slow: job('rehearsal.slow', { queue: 'scores', attempts: 5, backoffMs: 50 }),
    Steps: job('rehearsal.steps', { queue: 'imports', attempts: 5, backoffMs: 50, atomic: false }),
    FailTwice: job('rehearsal.fail-twice', { queue: 'documents', attempts: 5, backoffMs: 20 }),
    FailAlways: job('rehearsal.fail-always', { queue: 'documents', attempts: 3, backoffMs: 20 }),
  };

  class Rehearsal {
    constructor(database) {
      this.database = database;
    }

    effect(key) {
      return this.database.query('INSERT INTO rehearsal_effect (key) VALUES ($1)', [key]);
    }

    count({ key }) {
      return this.effect(key);
    }

    async slow({ key }, run) {
      await this.effect(key);
      await run.report(1, 2);
      await pause(slowMillis);
      await run.report(2, 2);
    }

    async steps({ key }, run) {
      for (let step = 1; step <= 3; step++) {
        await this.database.query('INSERT INTO rehearsal_step (key, step) VALUES ($1, $2) ON CONFLICT DO NOTHING', [key, step]);
        await run.report(step, 3);
        await pause(slowMillis / 3);
      }
    }

    async failTwice({ key }, run) {
      await this.effect(key);
      if (run.attempt <= 2) throw new Error(`fails in run ${run.attempt}`);
    }

    async failAlways({ key }) {
      await this.effect(key);
      throw new Error('fails always');
    }
  }
  Reflect.defineMetadata('design:paramtypes', [Database], Rehearsal);
  const handlers = { count: jobs.Count, slow: jobs.Slow, steps: jobs.Steps, failTwice: jobs.FailTwice, failAlways: jobs.FailAlways };
  for (const [method, handled] of Object.entries(handlers)) {
    Handles(handled)(Rehearsal.prototype, method, Object.getOwnPropertyDescriptor(Rehearsal.prototype, method));
  }

  class RehearsalModule {}
  Module({ providers: [Rehearsal] })(RehearsalModule);
  return { jobs, room: { name: 'rehearsal', module: RehearsalModule, entities: [], migrations: [] } };
}

/** The tables of the effects. Nothing in them is unique: what is done twice is seen. */
export const REHEARSAL_TABLES = `
  CREATE TABLE rehearsal_effect (key text NOT NULL);
  CREATE TABLE rehearsal_step (key text, step integer, PRIMARY KEY (key, step));`;
