import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { Approvals } from './approvals.service.js';
import { ApprovalInput, DecisionInput, ProposalCreate, ProposalDetail, ProposalQuery, ProposalRow, ProposalView, RejectionInput } from './dto/proposal.dto.js';
import { PublicationView, PublishInput } from './dto/publication.dto.js';
import { ProposalQueries } from './proposal.queries.js';
import { Proposals } from './proposals.service.js';
import { Publications } from './publications.service.js';

@ApiTags('results')
@Controller('results')
export class ProposalsController {
  constructor(
    private readonly proposals: Proposals,
    private readonly approvals: Approvals,
    private readonly publications: Publications,
    private readonly queries: ProposalQueries,
  ) {}

  @Get('editions/:editionId/proposals') @Access('results.read') @Returns([ProposalView])
  list(@Param('editionId', ParseUUIDPipe) editionId: string, @CurrentActor() actor: Actor): Promise<ProposalView[]> {
    return this.queries.list(actor, editionId);
  }

  @Post('proposals') @HttpCode(200) @Access('results.propose') @Returns(ProposalDetail)
  create(@Body() input: ProposalCreate, @CurrentActor() actor: Actor): Promise<ProposalDetail> {
    return this.proposals.create(actor, input);
  }

  @Get('proposals/:id') @Access('results.read') @Returns(ProposalDetail)
  detail(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ProposalDetail> {
    return this.queries.detail(actor, id);
  }

  @Get('proposals/:id/rows') @Access('results.read') @Returns(pageOf(ProposalRow))
  rows(@Param('id', ParseUUIDPipe) id: string, @Query() query: ProposalQuery, @CurrentActor() actor: Actor): Promise<Page<ProposalRow>> {
    return this.queries.rows(actor, id, query);
  }

  @Post('proposals/:id/decisions') @HttpCode(200) @Access('results.propose') @Returns(ProposalDetail)
  decide(@Param('id', ParseUUIDPipe) id: string, @Body() input: DecisionInput, @CurrentActor() actor: Actor): Promise<ProposalDetail> {
    return this.proposals.decide(actor, id, input);
  }

  @Post('proposals/:id/propose') @HttpCode(200) @Access('results.propose') @Returns(ProposalDetail)
  propose(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ProposalDetail> {
    return this.proposals.propose(actor, id);
  }

  @Post('proposals/:id/withdraw') @HttpCode(200) @Access('results.propose') @Returns(ProposalDetail)
  withdraw(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<ProposalDetail> {
    return this.proposals.withdraw(actor, id);
  }

  @Post('proposals/:id/approve') @HttpCode(200) @Access('results.approve') @Returns(ProposalDetail)
  approve(@Param('id', ParseUUIDPipe) id: string, @Body() input: ApprovalInput, @CurrentActor() actor: Actor): Promise<ProposalDetail> {
    return this.approvals.approve(actor, id, input);
  }

  @Post('proposals/:id/reject') @HttpCode(200) @Access('results.approve') @Returns(ProposalDetail)
  reject(@Param('id', ParseUUIDPipe) id: string, @Body() input: RejectionInput, @CurrentActor() actor: Actor): Promise<ProposalDetail> {
    return this.approvals.reject(actor, id, input);
  }

  @Post('proposals/:id/publish') @HttpCode(200) @Access('results.publish') @Returns(PublicationView)
  publish(@Param('id', ParseUUIDPipe) id: string, @Body() input: PublishInput, @CurrentActor() actor: Actor): Promise<PublicationView> {
    return this.publications.publish(actor, id, input);
  }
}
