import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Returns } from '#libs/platform';
import { Access, CurrentActor } from './access.decorators.js';
import { AccountRecoveries } from './account-recoveries.service.js';
import type { Actor } from './actor.js';
import { AskRecovery, RecoveryOutcome, RecoveryView } from './dto/recovery.dto.js';

@ApiTags('accounts')
@Controller()
export class AccountRecoveriesController {
  constructor(private readonly recoveries: AccountRecoveries) {}

  @Get('accounts/:id/recoveries') @Access('account.recover') @Returns([RecoveryView])
  list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RecoveryView[]> {
    return this.recoveries.list(actor, id);
  }

  @Post('accounts/:id/recoveries') @HttpCode(200) @Access('account.recover') @Returns(RecoveryView)
  ask(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: AskRecovery): Promise<RecoveryView> {
    return this.recoveries.ask(actor, id, body);
  }

  @Post('account-recoveries/:id/approval') @HttpCode(200) @Access('account.recover') @Returns(RecoveryView)
  approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RecoveryView> {
    return this.recoveries.approve(actor, id);
  }

  @Post('account-recoveries/:id/completion') @HttpCode(200) @Access('account.recover') @Returns(RecoveryOutcome)
  complete(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<RecoveryOutcome> {
    return this.recoveries.complete(actor, id);
  }

  @Post('account-recoveries/:id/withdrawal') @HttpCode(204) @Access('account.recover')
  withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.recoveries.withdraw(actor, id);
  }

  @Get('account/recoveries') @Access('own.manage') @Returns([RecoveryView])
  own(@CurrentActor() actor: Actor): Promise<RecoveryView[]> {
    return this.recoveries.own(actor);
  }

  @Post('account/recoveries/:id/stop') @HttpCode(204) @Access('own.manage')
  stop(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.recoveries.stop(actor, id);
  }
}
