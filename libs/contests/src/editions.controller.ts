import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import {
  CalendarInput, CloneInput, DefaultsConfirmation, DefaultsView, EditionChange, EditionInput, EditionListQuery, EditionView,
} from './dto/contest.dto.js';
import { EditionLife } from './edition-life.service.js';
import { Editions } from './editions.service.js';

@ApiTags('editions')
@Controller('editions')
export class EditionsController {
  constructor(private readonly editions: Editions, private readonly life: EditionLife) {}

  @Get() @Access('edition.view') @Returns(pageOf(EditionView))
  list(@Query() query: EditionListQuery, @CurrentActor() actor: Actor): Promise<Page<EditionView>> {
    return this.editions.list(actor, query);
  }

  @Post() @HttpCode(200) @Access('edition.manage') @Returns(EditionView)
  create(@Body() input: EditionInput, @CurrentActor() actor: Actor): Promise<EditionView> {
    return this.editions.create(actor, input);
  }

  @Get(':id') @Access('edition.view') @Returns(EditionView)
  view(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<EditionView> {
    return this.editions.view(actor, id);
  }

  @Patch(':id') @Access('edition.manage') @Returns(EditionView)
  change(@Param('id', ParseUUIDPipe) id: string, @Body() input: EditionChange, @CurrentActor() actor: Actor): Promise<EditionView> {
    return this.editions.change(actor, id, input);
  }

  @Put(':id/stages') @Access('edition.manage') @Returns(EditionView)
  setCalendar(@Param('id', ParseUUIDPipe) id: string, @Body() input: CalendarInput, @CurrentActor() actor: Actor): Promise<EditionView> {
    return this.editions.setCalendar(actor, id, input);
  }

  @Post(':id/clone') @HttpCode(200) @Access('edition.manage') @Returns(EditionView)
  clone(@Param('id', ParseUUIDPipe) id: string, @Body() input: CloneInput, @CurrentActor() actor: Actor): Promise<EditionView> {
    return this.life.clone(actor, id, input);
  }

  @Get(':id/defaults') @Access('rulebook.view') @Returns(DefaultsView)
  defaults(@Param('id', ParseUUIDPipe) id: string): Promise<DefaultsView> {
    return this.life.defaults(id);
  }

  @Post(':id/defaults/confirm') @HttpCode(200) @Access('edition.manage') @Returns(DefaultsView)
  confirmDefaults(@Param('id', ParseUUIDPipe) id: string, @Body() input: DefaultsConfirmation, @CurrentActor() actor: Actor): Promise<DefaultsView> {
    return this.life.confirmDefaults(actor, id, input.sha256);
  }

  @Post(':id/open') @HttpCode(200) @Access('edition.manage') @Returns(EditionView)
  open(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<EditionView> {
    return this.life.open(actor, id);
  }

  @Post(':id/close') @HttpCode(200) @Access('edition.manage') @Returns(EditionView)
  close(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<EditionView> {
    return this.life.close(actor, id);
  }

  @Post(':id/archive') @HttpCode(200) @Access('edition.manage') @Returns(EditionView)
  archive(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<EditionView> {
    return this.life.archive(actor, id);
  }
}
