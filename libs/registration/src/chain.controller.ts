import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { BatchDecisions } from './batch-decisions.service.js';
import { BatchDecision, BatchPreview, BatchResult, Decision, Ranking, RankingResult } from './dto/chain.dto.js';
import { EntryView } from './dto/entry.dto.js';
import { Recommendations } from './recommendations.service.js';
import { UnitRankings } from './unit-rankings.service.js';

/** The way upwards: school, county, prefecture, province. */
@ApiTags('chain')
@Controller()
export class ChainController {
  constructor(
    private readonly recommendations: Recommendations,
    private readonly batches: BatchDecisions,
    private readonly rankings: UnitRankings,
  ) {}

  @Post('entries/:id/decision') @HttpCode(200) @Access('entry.decide') @Returns(EntryView)
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() input: Decision, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.recommendations.decide(actor, id, input);
  }

  @Post('entry-decisions/preview') @HttpCode(200) @Access('entry.decide') @Returns(BatchPreview)
  preview(@Body() input: BatchDecision, @CurrentActor() actor: Actor): Promise<BatchPreview> {
    return this.batches.preview(actor, input);
  }

  @Post('entry-decisions') @HttpCode(200) @Access('entry.decide') @Returns(BatchResult)
  decideAll(@Body() input: BatchDecision, @CurrentActor() actor: Actor): Promise<BatchResult> {
    return this.batches.decide(actor, input);
  }

  @Put('entry-rankings') @Access('entry.decide') @Returns(RankingResult)
  rank(@Body() input: Ranking, @CurrentActor() actor: Actor): Promise<RankingResult> {
    return this.rankings.rank(actor, input);
  }
}
