import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '#libs/identity';
import { Flag, Metrics, Nested, Readiness, Refusal, Returns, Text } from '#libs/platform';

class PartView {
  @Flag() ok: boolean;
  @Text({ optional: true }) detail?: string;
}

class PartsView {
  @Nested(() => PartView) database: PartView;
  @Nested(() => PartView) queue: PartView;
  @Nested(() => PartView) migrations: PartView;
  @Nested(() => PartView) storage: PartView;
}

class ReadyView {
  @Flag() ok: boolean;
  @Nested(() => PartsView) parts: PartsView;
}

class HealthView {
  @Flag() ok: boolean;
}

const LOCAL = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Every answered request becomes a figure; call before the routes are registered. */
export function measureRequests(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', (request: FastifyRequest, reply: FastifyReply, next: () => void) => {
    metrics.requestAnswered(request.method, request.routeOptions.url ?? 'unknown', reply.statusCode, reply.elapsedTime / 1000);
    next();
  });
}

/** For those who run it: is the process alive, can it do its work, and figures for Prometheus. */
@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly figures: Metrics,
  ) {}

  @Get('health') @Public() @Returns(HealthView) @Header('cache-control', 'no-store')
  health(): HealthView {
    return { ok: true };
  }

  @Get('ready') @Public() @Returns(ReadyView) @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadyView> {
    const ready = await this.readiness.check();
    if (!ready.ok) void reply.status(503);
    return ready;
  }

  /** Only for a collector on the same machine or one that a proxy admits: figures tell how busy a contest is. */
  @Get('metrics') @Public()
  async metrics(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!LOCAL.has(request.ip)) throw new Refusal('missing', 'NOT_FOUND');
    await reply.header('content-type', this.figures.contentType).send(await this.figures.text());
  }
}
