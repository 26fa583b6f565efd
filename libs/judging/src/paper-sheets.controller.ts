import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { PaperAnswer, PaperInput, PaperList } from './dto/paper.dto.js';
import { PaperSheets } from './paper-sheets.service.js';

/** Paper sheets of the final, entered by two persons. */
@ApiTags('judging')
@Controller('judging')
export class PaperSheetsController {
  constructor(private readonly papers: PaperSheets) {}

  @Get('panels/:panelId/paper') @Access('judging.manage') @Returns(PaperList)
  list(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<PaperList> {
    return this.papers.list(actor, panelId);
  }

  @Post('assignments/:id/paper') @HttpCode(200) @Access('judging.manage') @Returns(PaperAnswer)
  enter(@Param('id', ParseUUIDPipe) id: string, @Body() input: PaperInput, @CurrentActor() actor: Actor): Promise<PaperAnswer> {
    return this.papers.enter(actor, id, input);
  }
}
