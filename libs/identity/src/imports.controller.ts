import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { contentDisposition, pageOf, Returns, XLSX_TYPE, type FileReply, type Page } from '#libs/platform';
import { Access, CurrentActor } from './access.decorators.js';
import type { Actor } from './actor.js';
import { BeginImport, ImportRowsQuery, ImportRowView, ImportRunView, ImportTargetQuery } from './dto/import.dto.js';
import { ImportQueries } from './imports.queries.js';
import { Imports } from './imports.service.js';

const send = (reply: FileReply, file: { content: Buffer; name: string }): void =>
  void reply
    .header('content-type', XLSX_TYPE)
    .header('content-disposition', contentDisposition(file.name, false))
    .header('cache-control', 'private, no-store')
    .header('x-content-type-options', 'nosniff')
    .send(file.content);

/** Tables to fill in and send in: schools of the register, entries of a school. */
@ApiTags('imports')
@Controller('imports')
export class ImportsController {
  constructor(private readonly imports: Imports, private readonly queries: ImportQueries) {}

  @Get() @Access('import.run') @Returns([ImportRunView])
  recent(@CurrentActor() actor: Actor): Promise<ImportRunView[]> {
    return this.queries.recent(actor);
  }

  @Get('template') @Access('import.run')
  async template(@Query() query: ImportTargetQuery, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    send(reply, await this.imports.template(actor, query));
  }

  @Post() @HttpCode(200) @Access('import.run') @Returns(ImportRunView)
  begin(@Body() input: BeginImport, @CurrentActor() actor: Actor): Promise<ImportRunView> {
    return this.imports.begin(actor, input);
  }

  @Get(':id') @Access('import.run') @Returns(ImportRunView)
  view(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ImportRunView> {
    return this.queries.view(actor, id);
  }

  @Get(':id/rows') @Access('import.run') @Returns(pageOf(ImportRowView))
  rows(@Param('id', ParseUUIDPipe) id: string, @Query() query: ImportRowsQuery, @CurrentActor() actor: Actor): Promise<Page<ImportRowView>> {
    return this.queries.rows(actor, id, query);
  }

  @Get(':id/report') @Access('import.run')
  async report(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    send(reply, await this.imports.report(actor, id));
  }

  @Post(':id/commit') @HttpCode(200) @Access('import.run') @Returns(ImportRunView)
  commit(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ImportRunView> {
    return this.imports.commit(actor, id);
  }

  @Post(':id/discard') @HttpCode(200) @Access('import.run') @Returns(ImportRunView)
  discard(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ImportRunView> {
    return this.imports.discard(actor, id);
  }
}
