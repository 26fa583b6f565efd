import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { MaybeActor, Public, type Actor } from '#libs/identity';
import { LiveHub, LiveTopics, Refusal, Text } from '#libs/platform';

const MAX_TOPICS = 20;

class LiveQuery {
  /** Topics, separated by commas. */
  @Text({ min: 1, max: 2_000 }) topics: string;
}

/** Live updates by server-sent events; who may follow which topic is declared by the rooms. */
@ApiTags('live')
@Controller('live')
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly topics: LiveTopics,
  ) {}

  @Get() @Public()
  async follow(@Query() query: LiveQuery, @MaybeActor() actor: Actor | undefined, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const topics = query.topics.split(',').map((topic) => topic.trim()).filter((topic) => topic !== '').slice(0, MAX_TOPICS);
    for (const topic of topics) if (!(await this.topics.mayFollow(topic, actor?.accountId))) throw new Refusal('forbidden', 'TOPIC_NOT_YOURS');
    const who = actor ? ({ kind: 'account', id: actor.accountId } as const) : ({ kind: 'address', id: request.ip } as const);
    this.hub.requireRoom(who);
    reply.hijack();
    const lastEventId = request.headers['last-event-id'];
    await this.hub.follow(reply.raw, topics, who, typeof lastEventId === 'string' ? lastEventId : undefined);
  }
}
