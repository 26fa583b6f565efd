import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { HintVerdictInput, HintView } from './dto/hint.dto.js';
import { Hints } from './hints.service.js';

/** What the checks cannot decide by themselves. */
@ApiTags('chain')
@Controller('entries/:id/hints')
export class HintsController {
  constructor(private readonly hints: Hints) {}

  @Get() @Access('entry.view') @Returns([HintView])
  list(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<HintView[]> {
    return this.hints.of(actor, id);
  }

  @Post() @HttpCode(200) @Access('entry.decide') @Returns([HintView])
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() input: HintVerdictInput, @CurrentActor() actor: Actor): Promise<HintView[]> {
    return this.hints.decide(actor, id, input);
  }
}
