import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { loadConfig, SystemClock } from '#libs/platform';
import { rooms } from '../../rooms.js';
import { ApiModule } from './api.module.js';
import { openApiDocument } from './openapi.js';

/** The API built without a database, for reading its routes. `dataDir` is a folder it may use. */
export async function buildUnconnected(dataDir: string): Promise<NestFastifyApplication> {
  const config = loadConfig({ QINGSAI_DATA_DIR: dataDir, QINGSAI_SECRET_KEY: Buffer.alloc(32).toString('base64') });
  const options = { role: 'api' as const, config, databaseUrl: 'postgresql://none@127.0.0.1:1/none', rooms, clock: new SystemClock(), connect: false };
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(options), new FastifyAdapter(), { logger: false, abortOnError: false });
  app.setGlobalPrefix('api');
  return app;
}

/** The OpenAPI document of this version. */
export async function describeApi(dataDir: string): Promise<OpenAPIObject> {
  return openApiDocument(await buildUnconnected(dataDir));
}
