import type { IncomingMessage, ServerResponse } from 'node:http';
import { Controller, Delete, Get, Head, Param, ParseUUIDPipe, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Id, OneOf, Returns, Uploads } from '#libs/platform';

/** How an upload stands. */
class UploadStatusView {
  @Id() id: string;
  @OneOf(['open', 'finished', 'refused']) state: 'open' | 'finished' | 'refused';
  @Id({ nullable: true }) fileId: string | null;
}

/** The chunks of an upload are not parsed: they flow to the store as they come. */
export function acceptUploads(fastify: FastifyInstance): void {
  fastify.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
}

/** Resumable uploads by the tus protocol (1.0.0, creation and termination). A finished upload's id is its file's id. */
@ApiTags('files')
@Controller('uploads')
export class UploadsController {
  constructor(private readonly uploads: Uploads) {}

  @Post() @Access('file.upload')
  begin(@CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handOver(actor, request, reply);
  }

  @Head(':id') @Access('file.upload')
  offset(@Param('id', ParseUUIDPipe) _id: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handOver(actor, request, reply);
  }

  @Patch(':id') @Access('file.upload')
  add(@Param('id', ParseUUIDPipe) _id: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handOver(actor, request, reply);
  }

  @Delete(':id') @Access('file.upload')
  giveUp(@Param('id', ParseUUIDPipe) _id: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.handOver(actor, request, reply);
  }

  @Get(':id') @Access('file.upload') @Returns(UploadStatusView)
  status(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<UploadStatusView> {
    return this.uploads.status(actor.accountId, id);
  }

  /** tus answers on the raw connection; the headers that every answer of ours has go with it. */
  private async handOver(actor: Actor, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    reply.hijack();
    const response: ServerResponse = reply.raw;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) response.setHeader(name, value);
    await this.uploads.handle(actor.accountId, request.raw as IncomingMessage, response);
  }
}
