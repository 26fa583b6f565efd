import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { JudgeProfileInput, JudgeQuery, JudgeRow, JudgeView } from './dto/judge.dto.js';
import { PanelDetail, PanelInput, PanelView, SeatChange, SeatEnd, SeatEndView, SeatsInput } from './dto/panel.dto.js';
import { Judges } from './judges.service.js';
import { Panels } from './panels.service.js';
import { Seats } from './seats.service.js';

/** The secretariat sets up juries. */
@ApiTags('judging')
@Controller('judging')
export class PanelsController {
  constructor(private readonly panels: Panels, private readonly seats: Seats, private readonly judges: Judges) {}

  @Get('judges') @Access('judging.read') @Returns(pageOf(JudgeRow))
  listJudges(@Query() query: JudgeQuery, @CurrentActor() actor: Actor): Promise<Page<JudgeRow>> {
    return this.judges.list(actor, query);
  }

  @Put('judges/:accountId') @Access('judging.manage') @Returns(JudgeView)
  saveJudge(@Param('accountId', ParseUUIDPipe) accountId: string, @Body() input: JudgeProfileInput, @CurrentActor() actor: Actor): Promise<JudgeView> {
    return this.judges.saveFor(actor, accountId, input);
  }

  @Get('editions/:editionId/stages/:stageKey/panels') @Access('judging.read') @Returns([PanelView])
  list(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<PanelView[]> {
    return this.panels.list(actor, editionId, stageKey);
  }

  @Post('editions/:editionId/stages/:stageKey/panels') @HttpCode(200) @Access('judging.manage') @Returns(PanelDetail)
  create(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: PanelInput, @CurrentActor() actor: Actor,
  ): Promise<PanelDetail> {
    return this.panels.create(actor, editionId, stageKey, input);
  }

  @Get('panels/:panelId') @Access('judging.read') @Returns(PanelDetail)
  view(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<PanelDetail> {
    return this.panels.view(actor, panelId);
  }

  @Put('panels/:panelId') @Access('judging.manage') @Returns(PanelDetail)
  change(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: PanelInput, @CurrentActor() actor: Actor): Promise<PanelDetail> {
    return this.panels.change(actor, panelId, input);
  }

  @Delete('panels/:panelId') @HttpCode(204) @Access('judging.manage')
  remove(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.panels.remove(actor, panelId);
  }

  @Post('panels/:panelId/judges') @HttpCode(200) @Access('judging.manage') @Returns(PanelDetail)
  seat(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: SeatsInput, @CurrentActor() actor: Actor): Promise<PanelDetail> {
    return this.seats.invite(actor, panelId, input);
  }

  @Patch('panels/:panelId/judges/:judgeId') @Access('judging.manage') @Returns(PanelDetail)
  changeSeat(
    @Param('panelId', ParseUUIDPipe) panelId: string, @Param('judgeId', ParseUUIDPipe) judgeId: string, @Body() input: SeatChange, @CurrentActor() actor: Actor,
  ): Promise<PanelDetail> {
    return this.seats.change(actor, panelId, judgeId, input);
  }

  @Post('panels/:panelId/judges/:judgeId/withdraw') @HttpCode(200) @Access('judging.manage') @Returns(SeatEndView)
  withdraw(
    @Param('panelId', ParseUUIDPipe) panelId: string, @Param('judgeId', ParseUUIDPipe) judgeId: string, @Body() input: SeatEnd, @CurrentActor() actor: Actor,
  ): Promise<SeatEndView> {
    return this.seats.withdraw(actor, panelId, judgeId, input.reason);
  }
}
