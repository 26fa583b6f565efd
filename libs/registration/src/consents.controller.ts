import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, Public, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { Consents } from './consents.service.js';
import { EntryView } from './dto/entry.dto.js';
import { ConsentDecision, ConsentLink, ConsentPage, ConsentRecord, PaperConsent } from './dto/team.dto.js';

/** A guardian's consent: the school or coach makes a link, the guardian decides by it without an account. */
@ApiTags('consents')
@Controller()
export class ConsentsController {
  constructor(private readonly consents: Consents) {}

  @Get('entries/:id/consents') @Access('entry.view') @Returns([ConsentRecord])
  ofEntry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ConsentRecord[]> {
    return this.consents.ofEntry(actor, id);
  }

  @Post('entries/:id/members/:memberId/consent-link') @HttpCode(200) @Access('entry.edit') @Returns(ConsentLink)
  request(@Param('id', ParseUUIDPipe) id: string, @Param('memberId', ParseUUIDPipe) memberId: string, @CurrentActor() actor: Actor): Promise<ConsentLink> {
    return this.consents.request(actor, id, memberId);
  }

  @Post('entries/:id/members/:memberId/paper-consent') @HttpCode(200) @Access('entry.approve') @Returns(EntryView)
  recordPaper(
    @Param('id', ParseUUIDPipe) id: string, @Param('memberId', ParseUUIDPipe) memberId: string, @Body() input: PaperConsent, @CurrentActor() actor: Actor,
  ): Promise<EntryView> {
    return this.consents.recordPaper(actor, id, memberId, input);
  }

  @Get('public/consents/:token') @Public() @Returns(ConsentPage)
  page(@Param('token') token: string): Promise<ConsentPage> {
    return this.consents.page(token);
  }

  @Post('public/consents/:token') @HttpCode(200) @Public() @Returns(ConsentPage)
  decide(@Param('token') token: string, @Body() input: ConsentDecision): Promise<ConsentPage> {
    return this.consents.decide(token, input);
  }
}
