import { NestFactory } from '@nestjs/core';
import { Organisations } from '#libs/identity';
import { Log, SystemClock, type Config, type Room } from '#libs/platform';
import { WorkerModule } from '../../worker/src/worker.module.js';

/** Division code of the province that this installation serves (GB/T 2260). */
const HUNAN = '43';

/**
 * Puts into a migrated database what every installation needs before anyone logs in: the province's divisions.
 * Safe to run again.
 */
export async function prepareDatabase(options: { config: Config; databaseUrl: string; rooms: Room[] }): Promise<void> {
  const context = await NestFactory.createApplicationContext(WorkerModule.forRoot({ ...options, role: 'command', clock: new SystemClock(), poolSize: 2 }), {
    logger: new Log('warn', 'prepare'),
    abortOnError: false,
  });
  try {
    await context.get(Organisations).seedProvince(HUNAN);
  } finally {
    await context.close();
  }
}
