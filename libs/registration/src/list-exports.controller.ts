import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { contentDisposition, Returns, XLSX_TYPE, type FileReply } from '#libs/platform';
import { ExportQuery, ListExportView } from './dto/lists.dto.js';
import { ListExports } from './list-exports.service.js';

@ApiTags('office')
@Controller('entry-exports')
export class ListExportsController {
  constructor(private readonly exports: ListExports) {}

  @Post() @HttpCode(200) @Access('entry.export') @Returns(ListExportView)
  order(@Body() input: ExportQuery, @CurrentActor() actor: Actor): Promise<ListExportView> {
    return this.exports.order(actor, input);
  }

  @Get(':id') @Access('entry.export') @Returns(ListExportView)
  look(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ListExportView> {
    return this.exports.look(actor, id);
  }

  @Get(':id/file') @Access('entry.export')
  async file(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    const file = await this.exports.file(actor, id);
    void reply
      .header('content-type', file.format === 'csv' ? 'text/csv; charset=utf-8' : XLSX_TYPE)
      .header('content-disposition', contentDisposition(file.name, false))
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(file.content);
  }
}
