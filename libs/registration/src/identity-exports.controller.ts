import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { contentDisposition, Returns, XLSX_TYPE, type FileReply } from '#libs/platform';
import { IdentityExportDecision, IdentityExportInput, IdentityExportQuery, IdentityExportView } from './dto/identity-export.dto.js';
import { IdentityExports } from './identity-exports.service.js';

@ApiTags('identity exports')
@Controller('identity-exports')
export class IdentityExportsController {
  constructor(private readonly exports: IdentityExports) {}

  @Get() @Access('identityExport.ask') @Returns([IdentityExportView])
  list(@Query() query: IdentityExportQuery, @CurrentActor() actor: Actor): Promise<IdentityExportView[]> {
    return this.exports.list(actor, query.editionId);
  }

  @Post() @HttpCode(200) @Access('identityExport.ask') @Returns([IdentityExportView])
  ask(@Body() input: IdentityExportInput, @CurrentActor() actor: Actor): Promise<IdentityExportView[]> {
    return this.exports.ask(actor, input);
  }

  @Post(':id/decision') @HttpCode(200) @Access('identityExport.decide') @Returns([IdentityExportView])
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() input: IdentityExportDecision, @CurrentActor() actor: Actor): Promise<IdentityExportView[]> {
    return this.exports.decide(actor, id, input);
  }

  /** A POST, since it can be done once. */
  @Post(':id/file') @HttpCode(200) @Access('identityExport.ask')
  async collect(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    const file = await this.exports.collect(actor, id);
    void reply
      .header('content-type', XLSX_TYPE)
      .header('content-disposition', contentDisposition(file.name, false))
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(file.content);
  }
}
