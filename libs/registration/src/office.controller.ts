import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { DeadlineBoard } from './deadline-board.service.js';
import { EditionQuery } from './dto/lists.dto.js';
import {
  BoardCounts, BoardQuery, BoardRow, ComparisonView, ListViewInput, ListViewsQuery, ListViewView, EntryMessageInput, MessageOrder, MessagePreview, MessageSent, UnitReminderInput, UnitReminderResult,
} from './dto/office.dto.js';
import { EntryMessages } from './entry-messages.service.js';
import { ListViews } from './list-views.service.js';
import { YearComparison } from './year-comparison.queries.js';

/** Tools of an office over many units and entries. */
@ApiTags('office')
@Controller()
export class OfficeController {
  constructor(
    private readonly board: DeadlineBoard,
    private readonly comparison: YearComparison,
    private readonly messages: EntryMessages,
    private readonly views: ListViews,
  ) {}

  @Get('deadline-board') @Access('entry.list') @Returns(pageOf(BoardRow))
  units(@Query() query: BoardQuery, @CurrentActor() actor: Actor): Promise<Page<BoardRow>> {
    return this.board.list(actor, query);
  }

  @Get('deadline-board/counts') @Access('entry.list') @Returns(BoardCounts)
  unitCounts(@Query() query: BoardQuery, @CurrentActor() actor: Actor): Promise<BoardCounts> {
    return this.board.counts(actor, query);
  }

  @Post('deadline-board/reminders') @HttpCode(200) @Access('entry.remind') @Returns(UnitReminderResult)
  remind(@Body() input: UnitReminderInput, @CurrentActor() actor: Actor): Promise<UnitReminderResult> {
    return this.board.remind(actor, input);
  }

  @Get('dashboards/comparison') @Access('entry.list') @Returns(ComparisonView)
  compare(@Query() query: EditionQuery, @CurrentActor() actor: Actor): Promise<ComparisonView> {
    return this.comparison.compare(actor, query.editionId);
  }

  @Post('entry-messages/preview') @HttpCode(200) @Access('entry.message') @Returns(MessagePreview)
  previewMessage(@Body() input: EntryMessageInput, @CurrentActor() actor: Actor): Promise<MessagePreview> {
    return this.messages.preview(actor, input);
  }

  @Post('entry-messages') @HttpCode(200) @Access('entry.message') @Returns(MessageSent)
  sendMessage(@Body() input: MessageOrder, @CurrentActor() actor: Actor): Promise<MessageSent> {
    return this.messages.send(actor, input);
  }

  @Get('list-views') @Access('entry.list') @Returns([ListViewView])
  listViews(@Query() query: ListViewsQuery, @CurrentActor() actor: Actor): Promise<ListViewView[]> {
    return this.views.list(actor, query.list);
  }

  @Post('list-views') @HttpCode(200) @Access('entry.list') @Returns([ListViewView])
  keepView(@Body() input: ListViewInput, @CurrentActor() actor: Actor): Promise<ListViewView[]> {
    return this.views.keep(actor, input);
  }

  @Delete('list-views/:id') @Access('entry.list') @Returns([ListViewView])
  dropView(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ListViewView[]> {
    return this.views.drop(actor, id);
  }
}
