import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { Disqualifications } from './disqualifications.service.js';
import { DisqualifyInput, OwnResult, PublicationView } from './dto/publication.dto.js';
import { Recomputation } from './dto/snapshot.dto.js';
import { OwnResults } from './own-results.queries.js';
import { Publications } from './publications.service.js';
import { Recomputations } from './recomputation.service.js';

@ApiTags('results')
@Controller('results')
export class PublicationsController {
  constructor(
    private readonly publications: Publications,
    private readonly disqualifications: Disqualifications,
    private readonly recomputations: Recomputations,
    private readonly own: OwnResults,
  ) {}

  @Get('editions/:editionId/publications') @Access('results.read') @Returns([PublicationView])
  list(@Param('editionId', ParseUUIDPipe) editionId: string, @CurrentActor() actor: Actor): Promise<PublicationView[]> {
    return this.publications.list(actor, editionId);
  }

  @Post('publications/:id/confirm') @HttpCode(200) @Access('results.publish') @Returns(PublicationView)
  confirm(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<PublicationView> {
    return this.publications.confirm(actor, id);
  }

  @Get('publications/:id/recomputation') @Access('results.verify') @Returns(Recomputation)
  recompute(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<Recomputation> {
    return this.recomputations.forActor(actor, id);
  }

  @Post('entries/:entryId/disqualify') @HttpCode(204) @Access('results.disqualify')
  disqualify(@Param('entryId', ParseUUIDPipe) entryId: string, @Body() input: DisqualifyInput, @CurrentActor() actor: Actor): Promise<void> {
    return this.disqualifications.disqualify(actor, entryId, input.reason);
  }

  @Get('mine') @Access('results.mine') @Returns([OwnResult])
  mine(@CurrentActor() actor: Actor): Promise<OwnResult[]> {
    return this.own.of(actor);
  }
}
