import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns, type FileReply } from '#libs/platform';
import { ReliabilityAsked, ReliabilityView } from './dto/reliability.dto.js';
import { ReliabilityReports } from './reliability-reports.service.js';

/** The jury's report on how far a result can be relied on. */
@ApiTags('judging')
@Controller('judging/editions/:editionId/stages/:stageKey/reliability')
export class ReliabilityController {
  constructor(private readonly reports: ReliabilityReports) {}

  @Get() @Access('judging.read') @Returns(ReliabilityView)
  view(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ReliabilityView> {
    return this.reports.view(actor, editionId, stageKey);
  }

  @Post() @HttpCode(200) @Access('judging.manage') @Returns(ReliabilityAsked)
  ask(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ReliabilityAsked> {
    return this.reports.ask(actor, editionId, stageKey);
  }

  @Get('print') @Access('judging.read')
  print(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    return this.reports.send(actor, editionId, stageKey, reply);
  }
}
