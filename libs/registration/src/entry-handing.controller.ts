import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { EntryView } from './dto/entry.dto.js';
import { EntryCopy, HandedOver, Handover, HandoverCandidate } from './dto/handing.dto.js';
import { EntryClones } from './entry-clones.service.js';
import { EntryHandovers } from './entry-handovers.service.js';

/** Entries copied and handed over by those who prepare them. */
@ApiTags('entries')
@Controller('entries/:id')
export class EntryHandingController {
  constructor(private readonly clones: EntryClones, private readonly handovers: EntryHandovers) {}

  @Post('clone') @HttpCode(200) @Access('entry.create') @Returns(EntryView)
  clone(@Param('id', ParseUUIDPipe) id: string, @Body() input: EntryCopy, @CurrentActor() actor: Actor): Promise<EntryView> {
    return this.clones.clone(actor, id, input);
  }

  @Get('handover') @Access('entry.edit') @Returns([HandoverCandidate])
  candidates(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<HandoverCandidate[]> {
    return this.handovers.candidates(actor, id);
  }

  @Post('handover') @HttpCode(200) @Access('entry.edit') @Returns(HandedOver)
  handOver(@Param('id', ParseUUIDPipe) id: string, @Body() input: Handover, @CurrentActor() actor: Actor): Promise<HandedOver> {
    return this.handovers.handOver(actor, id, input);
  }
}
