import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { contentDisposition, Returns, type FileReply } from '#libs/platform';
import { HeldPlaces, HeldQuery, SubstituteAnswer, SubstitutesInput, SubstitutesQuery, SubstituteView } from './dto/substitute.dto.js';
import { RecommendationLists } from './recommendation-lists.service.js';
import { Substitutes } from './substitutes.service.js';

/** What goes with a unit's recommendation: the substitutes and the list to be stamped. */
@ApiTags('chain')
@Controller()
export class SubstitutesController {
  constructor(private readonly substitutes: Substitutes, private readonly lists: RecommendationLists) {}

  @Get('substitutes') @Access('entry.list') @Returns([SubstituteView])
  list(@Query() query: SubstitutesQuery, @CurrentActor() actor: Actor): Promise<SubstituteView[]> {
    return this.substitutes.list(actor, query);
  }

  @Get('substitutes/held') @Access('entry.list') @Returns([HeldPlaces])
  held(@Query() query: HeldQuery, @CurrentActor() actor: Actor): Promise<HeldPlaces[]> {
    return this.substitutes.held(actor, query);
  }

  @Put('substitutes') @Access('entry.decide') @Returns([SubstituteView])
  set(@Body() input: SubstitutesInput, @CurrentActor() actor: Actor): Promise<SubstituteView[]> {
    return this.substitutes.set(actor, input);
  }

  @Get('entries/:id/substitute') @Access('entry.view') @Returns([SubstituteView])
  ofEntry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SubstituteView[]> {
    return this.substitutes.ofEntry(actor, id);
  }

  @Post('entries/:id/substitute-answer') @HttpCode(200) @Access('entry.edit') @Returns([SubstituteView])
  answer(@Param('id', ParseUUIDPipe) id: string, @Body() input: SubstituteAnswer, @CurrentActor() actor: Actor): Promise<SubstituteView[]> {
    return this.substitutes.answer(actor, id, input.accept);
  }

  @Get('recommendation-list') @Access('entry.export')
  async print(@Query() query: SubstitutesQuery, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    const file = await this.lists.print(actor, query);
    void reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', contentDisposition(file.name, false))
      .header('cache-control', 'private, no-store')
      .header('x-content-type-options', 'nosniff')
      .send(file.content);
  }
}
