import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Refusal, Returns } from '#libs/platform';
import { Access, CurrentActor } from './access.decorators.js';
import { Accounts } from './accounts.service.js';
import type { Actor } from './actor.js';
import { ChangePassword, CodeOnly, EditOwnPerson, EditProfile, EnrolmentView, OwnSession, PasswordOnly, RecoveryCodes } from './dto/account.dto.js';
import { PersonView } from './dto/person.dto.js';
import { EmailAddresses } from './email-addresses.service.js';
import { PeopleQueries } from './people.queries.js';
import { People } from './people.service.js';
import { SecondFactor } from './second-factor.service.js';
import { Sessions } from './sessions.service.js';

/** What everybody may do with the own account. */
@ApiTags('own account')
@Access('own.manage')
@Controller('account')
export class OwnAccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly addresses: EmailAddresses,
    private readonly people: People,
    private readonly peopleQueries: PeopleQueries,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactor,
  ) {}

  @Patch()
  @HttpCode(204)
  async editProfile(@CurrentActor() actor: Actor, @Body() body: EditProfile): Promise<void> {
    if (await this.accounts.editProfile(actor.accountId, body)) await this.addresses.offer(actor.accountId);
  }

  @Post('email-verification')
  @HttpCode(204)
  askEmailVerification(@CurrentActor() actor: Actor): Promise<void> {
    return this.addresses.ask(actor.accountId);
  }

  @Get('person')
  @Returns(PersonView)
  person(@CurrentActor() actor: Actor): Promise<PersonView> {
    return this.peopleQueries.own(actor);
  }

  @Patch('person')
  @HttpCode(204)
  async editPerson(@CurrentActor() actor: Actor, @Body() body: EditOwnPerson): Promise<void> {
    if (actor.personId === undefined) throw new Refusal('missing', 'NOT_FOUND');
    await this.people.editOwn(actor.personId, body);
  }

  @Post('password')
  @HttpCode(204)
  changePassword(@CurrentActor() actor: Actor, @Body() body: ChangePassword): Promise<void> {
    return this.accounts.changePassword(actor.accountId, actor.sessionId, body.current, body.next);
  }

  @Get('sessions')
  @Returns([OwnSession])
  listSessions(@CurrentActor() actor: Actor): Promise<OwnSession[]> {
    return this.sessions.list(actor);
  }

  @Delete('sessions')
  @HttpCode(204)
  endOtherSessions(@CurrentActor() actor: Actor): Promise<void> {
    return this.sessions.endAll(actor.accountId, actor.sessionId);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  endSession(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.end(actor, id);
  }

  @Post('second-factor')
  @HttpCode(200)
  @Returns(EnrolmentView)
  beginSecondFactor(@CurrentActor() actor: Actor): Promise<EnrolmentView> {
    return this.secondFactor.begin(actor.accountId);
  }

  @Post('second-factor/confirmation')
  @HttpCode(200)
  @Returns(RecoveryCodes)
  async confirmSecondFactor(@CurrentActor() actor: Actor, @Body() body: CodeOnly): Promise<RecoveryCodes> {
    return { codes: await this.secondFactor.confirm(actor.accountId, body.code) };
  }

  @Post('second-factor/recovery-codes')
  @HttpCode(200)
  @Returns(RecoveryCodes)
  async renewRecoveryCodes(@CurrentActor() actor: Actor, @Body() body: PasswordOnly): Promise<RecoveryCodes> {
    return { codes: await this.secondFactor.renewRecoveryCodes(actor.accountId, body.password) };
  }

  @Post('second-factor/removal')
  @HttpCode(204)
  removeSecondFactor(@CurrentActor() actor: Actor, @Body() body: PasswordOnly): Promise<void> {
    return this.secondFactor.switchOff(actor.accountId, body.password);
  }
}
