import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { Comparisons } from './comparisons.service.js';
import { Comparing, ComparisonInput, PanelComparisons, PanelToCompare } from './dto/comparison.dto.js';

/** Entries compared two by two: advice for a panel's talk. */
@ApiTags('judge')
@Controller()
export class ComparisonsController {
  constructor(private readonly comparisons: Comparisons) {}

  @Get('judge/comparisons') @Access('sheet.write') @Returns([PanelToCompare])
  open(@CurrentActor() actor: Actor): Promise<PanelToCompare[]> {
    return this.comparisons.open(actor);
  }

  @Get('judge/panels/:panelId/comparisons') @Access('sheet.write') @Returns(Comparing)
  ofJudge(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<Comparing> {
    return this.comparisons.ofJudge(actor, panelId);
  }

  @Post('judge/panels/:panelId/comparisons') @HttpCode(200) @Access('sheet.write') @Returns(Comparing)
  answer(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: ComparisonInput, @CurrentActor() actor: Actor): Promise<Comparing> {
    return this.comparisons.answer(actor, panelId, input);
  }

  @Get('judging/panels/:panelId/comparisons') @Access('judging.read') @Returns(PanelComparisons)
  ofOffice(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<PanelComparisons> {
    return this.comparisons.ofOffice(actor, panelId);
  }
}
