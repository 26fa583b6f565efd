import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { Aggregation } from './aggregation.service.js';
import { AggregateAnswer, AggregateRequest, ResultQuery, SnapshotBundle, SnapshotDetail, SnapshotRow, SnapshotView } from './dto/snapshot.dto.js';
import { SnapshotQueries } from './snapshot.queries.js';

@ApiTags('results')
@Controller('results')
export class SnapshotsController {
  constructor(private readonly aggregation: Aggregation, private readonly snapshots: SnapshotQueries) {}

  @Get('editions/:editionId/stages/:stageKey/snapshots') @Access('results.read') @Returns([SnapshotView])
  list(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<SnapshotView[]> {
    return this.snapshots.list(actor, editionId, stageKey);
  }

  @Post('editions/:editionId/stages/:stageKey/aggregate') @HttpCode(200) @Access('results.propose') @Returns(AggregateAnswer)
  aggregate(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: AggregateRequest, @CurrentActor() actor: Actor,
  ): Promise<AggregateAnswer> {
    return this.aggregation.request(actor, editionId, stageKey, input.reason);
  }

  @Get('snapshots/:id') @Access('results.read') @Returns(SnapshotDetail)
  detail(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SnapshotDetail> {
    return this.snapshots.detail(actor, id);
  }

  @Get('snapshots/:id/rows') @Access('results.read') @Returns(pageOf(SnapshotRow))
  rows(@Param('id', ParseUUIDPipe) id: string, @Query() query: ResultQuery, @CurrentActor() actor: Actor): Promise<Page<SnapshotRow>> {
    return this.snapshots.rows(actor, id, query);
  }

  @Get('snapshots/:id/bundle') @Access('results.verify') @Returns(SnapshotBundle)
  bundle(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SnapshotBundle> {
    return this.snapshots.bundle(actor, id);
  }
}
