import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns, type FileReply } from '#libs/platform';
import { Corrections } from './corrections.queries.js';
import { StageCorrection, ReliabilityAsked, ReliabilityView } from './dto/reliability.dto.js';
import { ReliabilityReports } from './reliability-reports.service.js';

/** The jury's report on how far a result can be relied on. */
@ApiTags('judging')
@Controller('judging/editions/:editionId/stages/:stageKey')
export class ReliabilityController {
  constructor(private readonly reports: ReliabilityReports, private readonly corrections: Corrections) {}

  @Get('reliability') @Access('judging.read') @Returns(ReliabilityView)
  view(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ReliabilityView> {
    return this.reports.view(actor, editionId, stageKey);
  }

  @Post('reliability') @HttpCode(200) @Access('judging.manage') @Returns(ReliabilityAsked)
  ask(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ReliabilityAsked> {
    return this.reports.ask(actor, editionId, stageKey);
  }

  @Get('reliability/print') @Access('judging.read')
  print(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    return this.reports.send(actor, editionId, stageKey, reply);
  }

  @Get('correction') @Access('scores.view') @Returns(StageCorrection)
  correction(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<StageCorrection> {
    return this.corrections.view(actor, editionId, stageKey);
  }
}
