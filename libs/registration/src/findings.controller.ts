import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { EntryView } from './dto/entry.dto.js';
import {
  BlindReplacementInput, DecidedCount, FindingsSummary, LeakDecision, LeakFindingRow, LeakPreview, LeakQuery, LeakReturn, ScanOrdered, ScanQuery, SimilarityDecision, SimilarityQuery,
  SimilarityRow, SimilarityView,
} from './dto/findings.dto.js';
import { EntryScans } from './entry-scans.service.js';
import { FindingDecisions } from './finding-decisions.service.js';
import { FindingQueries } from './findings.queries.js';

/** What entries tell about their makers, and where works resemble each other: found by scans, decided by humans. */
@ApiTags('findings')
@Controller()
export class FindingsController {
  constructor(private readonly findings: FindingQueries, private readonly decisions: FindingDecisions, private readonly scans: EntryScans) {}

  @Get('findings/summary') @Access('finding.read') @Returns(FindingsSummary)
  summary(@Query() query: ScanQuery, @CurrentActor() actor: Actor): Promise<FindingsSummary> {
    return this.findings.summary(actor, query.editionId);
  }

  @Post('findings/scan') @HttpCode(200) @Access('finding.decide') @Returns(ScanOrdered)
  scan(@Body() input: ScanQuery, @CurrentActor() actor: Actor): Promise<ScanOrdered> {
    return this.decisions.scan(actor, input.editionId);
  }

  @Get('findings/leaks') @Access('finding.read') @Returns(pageOf(LeakFindingRow))
  leaks(@Query() query: LeakQuery, @CurrentActor() actor: Actor): Promise<Page<LeakFindingRow>> {
    return this.findings.leaks(actor, query);
  }

  @Post('findings/leaks/decisions') @HttpCode(200) @Access('finding.decide') @Returns(DecidedCount)
  decideLeaks(@Body() input: LeakDecision, @CurrentActor() actor: Actor): Promise<DecidedCount> {
    return this.decisions.decideLeaks(actor, input);
  }

  @Post('findings/replacements') @HttpCode(200) @Access('finding.decide') @Returns(ScanOrdered)
  replace(@Body() input: BlindReplacementInput, @CurrentActor() actor: Actor): Promise<ScanOrdered> {
    return this.decisions.replace(actor, input);
  }

  @Get('findings/similar') @Access('finding.read') @Returns(pageOf(SimilarityRow))
  similarities(@Query() query: SimilarityQuery, @CurrentActor() actor: Actor): Promise<Page<SimilarityRow>> {
    return this.findings.similarities(actor, query);
  }

  @Get('findings/similar/:id') @Access('finding.read') @Returns(SimilarityView)
  similarity(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SimilarityView> {
    return this.findings.similarity(actor, id);
  }

  @Post('findings/similar/:id/decision') @HttpCode(200) @Access('finding.decide') @Returns(SimilarityView)
  decideSimilarity(@Param('id', ParseUUIDPipe) id: string, @Body() input: SimilarityDecision, @CurrentActor() actor: Actor): Promise<SimilarityView> {
    return this.decisions.decideSimilarity(actor, id, input);
  }

  @Get('entries/:id/leaks') @Access('entry.view') @Returns(LeakPreview)
  preview(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<LeakPreview> {
    return this.scans.preview(actor, id);
  }

  @Post('entries/:id/return-for-leaks') @HttpCode(200) @Access('finding.decide') @Returns(EntryView)
  returnEntry(@Param('id', ParseUUIDPipe) id: string, @Body() input: LeakReturn, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.decisions.returnEntry(actor, id, input);
  }
}
