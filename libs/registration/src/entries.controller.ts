import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { Disqualification, Withdrawal } from './dto/chain.dto.js';
import {
  DecisionView, EntryCheckView, EntryQuery, EntryRow, EntryView, NewEntry, OwnEntryRow, SaveEntry, Submission,
} from './dto/entry.dto.js';
import { EntryDrafts } from './entry-drafts.service.js';
import { EntryLists } from './entry-lists.queries.js';
import { EntryViews } from './entry-views.queries.js';
import { Submissions } from './submissions.service.js';

@ApiTags('entries')
@Controller('entries')
export class EntriesController {
  constructor(
    private readonly drafts: EntryDrafts,
    private readonly views: EntryViews,
    private readonly lists: EntryLists,
    private readonly submissions: Submissions,
  ) {}

  @Get() @Access('entry.list') @Returns(pageOf(EntryRow))
  list(@Query() query: EntryQuery, @CurrentActor() actor: Actor): Promise<Page<EntryRow>> {
    return this.lists.list(actor, query);
  }

  @Get('mine') @Access('entry.own') @Returns([OwnEntryRow])
  mine(@CurrentActor() actor: Actor): Promise<OwnEntryRow[]> {
    return this.lists.mine(actor);
  }

  @Post() @HttpCode(200) @Access('entry.create') @Returns(EntryView)
  begin(@Body() input: NewEntry, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.drafts.begin(actor, input);
  }

  @Get(':id') @Access('entry.view') @Returns(EntryView)
  view(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.views.look(actor, id);
  }

  @Patch(':id') @Access('entry.edit') @Returns(EntryView)
  save(@Param('id', ParseUUIDPipe) id: string, @Body() input: SaveEntry, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.drafts.save(actor, id, input);
  }

  @Get(':id/check') @Access('entry.view') @Returns(EntryCheckView)
  check(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<EntryCheckView> {
    return this.submissions.check(actor, id);
  }

  @Get(':id/history') @Access('entry.view') @Returns([DecisionView])
  history(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<DecisionView[]> {
    return this.views.history(actor, id);
  }

  @Post(':id/submit') @HttpCode(200) @Access('entry.edit') @Returns(EntryView)
  submit(@Param('id', ParseUUIDPipe) id: string, @Body() input: Submission, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.submissions.submit(actor, id, input);
  }

  @Post(':id/withdraw') @HttpCode(200) @Access('entry.edit') @Returns(EntryView)
  withdraw(@Param('id', ParseUUIDPipe) id: string, @Body() input: Withdrawal, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.submissions.withdraw(actor, id, input);
  }

  @Post(':id/disqualify') @HttpCode(200) @Access('entry.disqualify') @Returns(EntryView)
  disqualify(@Param('id', ParseUUIDPipe) id: string, @Body() input: Disqualification, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.submissions.disqualify(actor, id, input.reason);
  }
}
