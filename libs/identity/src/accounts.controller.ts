import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pageOf, Returns, type Page } from '#libs/platform';
import { Access, CurrentActor } from './access.decorators.js';
import { AccountAdministration } from './account-administration.service.js';
import { AccountQueries } from './account.queries.js';
import type { Actor } from './actor.js';
import { AccountRowView, AccountsQuery, EditSecurityPolicy, GiveGrant, SecurityPolicyView } from './dto/account.dto.js';
import { Created } from './dto/created.dto.js';
import { LinkView } from './dto/link.dto.js';
import { Reason } from './dto/organisation.dto.js';
import { Grants } from './grants.service.js';
import { SecurityPolicy } from './security-policy.service.js';

@ApiTags('accounts')
@Controller()
export class AccountsController {
  constructor(
    private readonly administration: AccountAdministration,
    private readonly queries: AccountQueries,
    private readonly grants: Grants,
    private readonly policy: SecurityPolicy,
  ) {}

  @Get('accounts')
  @Access('account.list')
  @Returns(pageOf(AccountRowView))
  list(@CurrentActor() actor: Actor, @Query() query: AccountsQuery): Promise<Page<AccountRowView>> {
    return this.queries.list(actor, query);
  }

  @Get('accounts/:id')
  @Access('account.list')
  @Returns(AccountRowView)
  view(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<AccountRowView> {
    return this.queries.view(actor, id);
  }

  @Post('accounts/:id/closure')
  @Access('account.disable')
  @HttpCode(204)
  disable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: Reason): Promise<void> {
    return this.administration.disable(actor, id, body.reason);
  }

  @Post('accounts/:id/reopening')
  @Access('account.disable')
  @HttpCode(204)
  enable(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: Reason): Promise<void> {
    return this.administration.enable(actor, id, body.reason);
  }

  @Post('accounts/:id/unlocking')
  @Access('account.disable')
  @HttpCode(204)
  unlock(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.administration.unlock(actor, id);
  }

  @Post('accounts/:id/second-factor-reset')
  @Access('account.disable')
  @HttpCode(204)
  resetSecondFactor(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.administration.resetSecondFactor(actor, id);
  }

  @Post('accounts/:id/link')
  @Access('account.invite')
  @HttpCode(200)
  @Returns(LinkView)
  async newLink(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<LinkView> {
    const { url, expiresAt } = await this.administration.newLink(actor, id);
    return { url, expiresAt };
  }

  @Post('grants')
  @Access('grant.decide')
  @HttpCode(200)
  @Returns(Created)
  async give(@CurrentActor() actor: Actor, @Body() body: GiveGrant): Promise<Created> {
    await this.queries.view(actor, body.accountId);
    return { id: await this.grants.give(actor, body) };
  }

  @Post('grants/:id/approval')
  @Access('grant.decide')
  @HttpCode(204)
  approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.grants.approve(actor, id);
  }

  @Post('grants/:id/refusal')
  @Access('grant.decide')
  @HttpCode(204)
  refuse(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: Reason): Promise<void> {
    return this.grants.refuse(actor, id, body.reason);
  }

  @Post('grants/:id/revocation')
  @Access('grant.decide')
  @HttpCode(204)
  revoke(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: Reason): Promise<void> {
    return this.grants.revoke(actor, id, body.reason);
  }

  @Get('security-policy')
  @Access('policy.view')
  @Returns(SecurityPolicyView)
  securityPolicy(): Promise<SecurityPolicyView> {
    return this.policy.view();
  }

  @Put('security-policy')
  @Access('policy.edit')
  @Returns(SecurityPolicyView)
  setSecurityPolicy(@Body() body: EditSecurityPolicy): Promise<SecurityPolicyView> {
    return this.policy.decide(body);
  }
}
