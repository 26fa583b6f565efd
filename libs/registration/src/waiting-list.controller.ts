import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { CallByHand, WaitingDrawInput, WaitingListEdition, WaitingListQuery, WaitingListRow, WaitingListSummary } from './dto/waiting-list.dto.js';
import { WaitingListQueries } from './waiting-list.queries.js';
import { WaitingList } from './waiting-list.service.js';

@ApiTags('waiting list')
@Controller('waiting-list')
export class WaitingListController {
  constructor(private readonly queries: WaitingListQueries, private readonly waitingList: WaitingList) {}

  @Get() @Access('entry.list') @Returns(pageOf(WaitingListRow))
  list(@Query() query: WaitingListQuery, @CurrentActor() actor: Actor): Promise<Page<WaitingListRow>> {
    return this.queries.list(actor, query);
  }

  @Get('summary') @Access('entry.list') @Returns(WaitingListSummary)
  summary(@Query() query: WaitingListEdition, @CurrentActor() actor: Actor): Promise<WaitingListSummary> {
    return this.queries.summary(actor, query.editionId);
  }

  @Post('draw') @HttpCode(200) @Access('waitingList.manage') @Returns(WaitingListSummary)
  async draw(@Body() input: WaitingDrawInput, @CurrentActor() actor: Actor): Promise<WaitingListSummary> {
    await this.waitingList.draw(actor, input);
    return this.queries.summary(actor, input.editionId);
  }

  @Post(':id/call') @HttpCode(204) @Access('waitingList.manage')
  call(@Param('id', ParseUUIDPipe) id: string, @Body() input: CallByHand, @CurrentActor() actor: Actor): Promise<void> {
    return this.waitingList.callByHand(actor, id, input.reason);
  }
}
