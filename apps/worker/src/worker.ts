import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Log, type PlatformOptions } from '#libs/platform';
import { WorkerModule } from './worker.module.js';

/** Starts the relay and the workers of every queue; they run until the context is closed. */
export async function startWorker(options: Omit<PlatformOptions, 'role'>): Promise<INestApplicationContext> {
  return NestFactory.createApplicationContext(WorkerModule.forRoot({ ...options, role: 'worker' }), {
    logger: new Log(options.config.settings.logLevel, 'worker'),
    abortOnError: false,
  });
}
