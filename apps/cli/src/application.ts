import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { loadConfig, Log, SettableClock, SystemClock } from '#libs/platform';
import { rooms } from '../../rooms.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
import { chooseDatabase, requireMigrated } from './database-choice.js';

/** Runs `work` with the services of this installation, also while it is running; takes no jobs. */
export async function withApplication<T>(work: (application: INestApplicationContext) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const database = await chooseDatabase(config, { join: true });
  try {
    await requireMigrated(database.url, rooms);
    const clock = config.settings.rehearsal ? new SettableClock() : new SystemClock();
    const application = await NestFactory.createApplicationContext(
      WorkerModule.forRoot({ role: 'command', config, databaseUrl: database.url, rooms, clock, poolSize: 4 }),
      { logger: new Log('error', 'command'), abortOnError: false },
    );
    try {
      return await work(application);
    } finally {
      await application.close();
    }
  } finally {
    await database.stop();
  }
}
