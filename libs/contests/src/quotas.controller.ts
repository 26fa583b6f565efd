import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { QuotaProposalInput, QuotaProposalRow, QuotaQuery, QuotasInput, QuotaView } from './dto/quota.dto.js';
import { QuotaDesk } from './quota-desk.service.js';

@ApiTags('quotas')
@Controller('editions/:id/quotas')
export class QuotasController {
  constructor(private readonly desk: QuotaDesk) {}

  @Get() @Access('quota.view') @Returns([QuotaView])
  list(@Param('id', ParseUUIDPipe) id: string, @Query() query: QuotaQuery, @CurrentActor() actor: Actor): Promise<QuotaView[]> {
    return this.desk.list(actor, id, query);
  }

  @Put() @Access('quota.manage') @Returns([QuotaView])
  set(@Param('id', ParseUUIDPipe) id: string, @Body() input: QuotasInput, @CurrentActor() actor: Actor): Promise<QuotaView[]> {
    return this.desk.set(actor, id, input);
  }

  @Post('proposal') @HttpCode(200) @Access('quota.manage') @Returns([QuotaProposalRow])
  propose(@Param('id', ParseUUIDPipe) id: string, @Body() input: QuotaProposalInput): Promise<QuotaProposalRow[]> {
    return this.desk.propose(id, input);
  }
}
