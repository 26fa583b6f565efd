import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, Public, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { RULEBOOK_SCHEMA } from './core/rulebook.schema.js';
import { AmendmentPreview, RulebookAmendment, RulebookCheck, RulebookDocument, RulebookSave, RulebookVersionRow, RulebookView } from './dto/rulebook.dto.js';
import { RulebookEditor } from './rulebook-editor.service.js';

@ApiTags('rulebooks')
@Controller()
export class RulebooksController {
  constructor(private readonly rulebooks: RulebookEditor) {}

  @Get('rulebook-schema') @Public()
  schema(): object {
    return RULEBOOK_SCHEMA;
  }

  @Get('editions/:id/rulebook') @Access('rulebook.view') @Returns(RulebookView)
  current(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<RulebookView> {
    return this.rulebooks.current(actor, id);
  }

  @Get('editions/:id/rulebook/versions') @Access('rulebook.view') @Returns([RulebookVersionRow])
  versions(@Param('id', ParseUUIDPipe) id: string): Promise<RulebookVersionRow[]> {
    return this.rulebooks.versions(id);
  }

  @Get('rulebook-versions/:id') @Access('rulebook.view') @Returns(RulebookView)
  version(@Param('id', ParseUUIDPipe) id: string): Promise<RulebookView> {
    return this.rulebooks.version(id);
  }

  @Post('editions/:id/rulebook/check') @HttpCode(200) @Access('rulebook.manage') @Returns(RulebookCheck)
  check(@Param('id', ParseUUIDPipe) id: string, @Body() input: RulebookDocument): Promise<RulebookCheck> {
    return this.rulebooks.check(id, input.document);
  }

  @Put('editions/:id/rulebook') @Access('rulebook.manage') @Returns(RulebookView)
  save(@Param('id', ParseUUIDPipe) id: string, @Body() input: RulebookSave, @CurrentActor() actor: Actor): Promise<RulebookView> {
    return this.rulebooks.save(actor, id, input);
  }

  @Post('editions/:id/rulebook/amendments/preview') @HttpCode(200) @Access('rulebook.manage') @Returns(AmendmentPreview)
  previewAmendment(@Param('id', ParseUUIDPipe) id: string, @Body() input: RulebookDocument): Promise<AmendmentPreview> {
    return this.rulebooks.previewAmendment(id, input.document);
  }

  @Post('editions/:id/rulebook/amendments') @HttpCode(200) @Access('rulebook.manage') @Returns(RulebookView)
  amend(@Param('id', ParseUUIDPipe) id: string, @Body() input: RulebookAmendment, @CurrentActor() actor: Actor): Promise<RulebookView> {
    return this.rulebooks.amend(actor, id, input);
  }
}
