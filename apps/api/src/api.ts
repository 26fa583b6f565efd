import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isTooDeep, Log, Metrics, Refusal, RefusalFilter, text, validationPipe, withContext, type Language, type PlatformOptions, type WorkContext } from '#libs/platform';
import { ApiModule } from './api.module.js';
import { measureRequests } from './health.controller.js';
import { openApiDocument } from './openapi.js';
import { acceptUploads } from './uploads.controller.js';

const BODY_LIMIT = 2 * 1024 * 1024;

const contexts = new WeakMap<FastifyRequest, WorkContext>();

export interface ApiOptions extends Omit<PlatformOptions, 'role'> {
  /** Folder of the built web app; the API alone is served without one. */
  webDir?: string;
}

/** Chinese unless English is asked for first. */
function languageOf(request: FastifyRequest): Language {
  const header = request.headers['accept-language'] ?? '';
  return /^\s*en\b/i.test(header) ? 'en' : 'zh';
}

/** Serves the built web app: hashed assets for a year; any other path that is neither the API's nor a file's gets the page itself. */
async function serveWeb(app: NestFastifyApplication, webDir: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(fastifyStatic, {
    root: webDir,
    wildcard: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.setHeader('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  fastify.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const isPage = !request.url.startsWith('/api') && !/\.[a-z0-9]{2,5}($|\?)/i.test(request.url);
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html', webDir);
    return reply.status(404).send({ code: 'NOT_FOUND', message: text('errors.NOT_FOUND'), params: {}, problems: [], requestId: request.id });
  });
}

/** Builds the API (not yet listening). Everything a request runs happens in its own context: id, language, address. */
export async function createApi(options: ApiOptions): Promise<NestFastifyApplication> {
  const { settings } = options.config;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: settings.trustProxy,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot({ ...options, role: 'api' }), adapter, {
    logger: new Log(settings.logLevel, 'api'),
    abortOnError: false,
    bodyParser: true,
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, next: () => void) => {
    void reply.header('x-request-id', request.id);
    // What may be kept says so itself; everything else is somebody's own.
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
    const context = { requestId: String(request.id), language: languageOf(request), ip: request.ip };
    contexts.set(request, context);
    withContext(context, next);
  });
  // Reading the body leaves the context behind (its events belong to the socket): step in again before the handler.
  fastify.addHook('preValidation', (request: FastifyRequest, _reply: FastifyReply, next: (error?: Error) => void) => {
    const context = contexts.get(request);
    const proceed = (): void => next(isTooDeep(request.body) ? new Refusal('invalid', 'MALFORMED_REQUEST') : undefined);
    if (context) withContext(context, proceed);
    else proceed();
  });
  measureRequests(fastify, app.get(Metrics));
  acceptUploads(fastify);
  await fastify.register(cookie);
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'frame-src': ["'self'", 'blob:'],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
      },
    },
    strictTransportSecurity: settings.publicUrl.startsWith('https:'),
    crossOriginEmbedderPolicy: false,
  });
  await fastify.register(rateLimit, { max: settings.rateLimit, timeWindow: 60_000, allowList: (request: FastifyRequest) => !request.url.startsWith('/api') || request.url.startsWith('/api/health') });
  app.setGlobalPrefix('api');
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new RefusalFilter());
  const webDir = options.webDir && existsSync(join(options.webDir, 'index.html')) ? options.webDir : undefined;
  if (webDir) await serveWeb(app, webDir);
  // Made when first asked for: it takes longer than everything else at the start.
  let document: OpenAPIObject | undefined;
  fastify.get('/api/openapi.json', { config: { rateLimit: false } }, async () => (document ??= openApiDocument(app)));
  await app.init();
  return app;
}
