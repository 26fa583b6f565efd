import { NestFactory } from '@nestjs/core';
import { Log, SystemClock, type Config, type Room } from '#libs/platform';
import { WorkerModule } from '../../worker/src/worker.module.js';

/**
 * Puts into a migrated database what every installation needs before anyone logs in: the province's divisions.
 * Safe to run again.
 */
export async function prepareDatabase(options: { config: Config; databaseUrl: string; rooms: Room[] }): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot({ ...options, role: 'command', clock: new SystemClock(), poolSize: 2 }), {
    logger: new Log(options.config.settings.logLevel, 'prepare'),
    abortOnError: false,
  });
  await context.close();
}
