import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Returns } from '#libs/platform';
import { Access, CurrentActor, MaybeActor, Public } from './access.decorators.js';
import type { Actor } from './actor.js';
import { AcceptInvitation, AskReset, Claimed, ClaimPerson, Invite, Invited, Registered, SelfRegistration, UseReset } from './dto/account.dto.js';
import { LinkFacts, LookAtLink, UseLink } from './dto/link.dto.js';
import { EmailAddresses } from './email-addresses.service.js';
import { Onboarding } from './onboarding.service.js';

/** Tokens of links come in bodies, never in addresses, so that they reach no log. */
@ApiTags('onboarding')
@Controller()
export class OnboardingController {
  constructor(
    private readonly onboarding: Onboarding,
    private readonly addresses: EmailAddresses,
  ) {}

  @Post('registrations')
  @Public()
  @HttpCode(200)
  @Returns(Registered)
  register(@Body() body: SelfRegistration): Promise<Registered> {
    return this.onboarding.register(body);
  }

  @Post('invitations')
  @Access('account.invite')
  @HttpCode(200)
  @Returns(Invited)
  invite(@CurrentActor() actor: Actor, @Body() body: Invite): Promise<Invited> {
    return this.onboarding.invite(actor, body);
  }

  @Post('invitations/acceptance')
  @Public()
  @HttpCode(204)
  acceptInvitation(@Body() body: AcceptInvitation): Promise<void> {
    return this.onboarding.acceptInvitation(body);
  }

  @Post('claims')
  @Public()
  @HttpCode(200)
  @Returns(Claimed)
  claim(@Body() body: ClaimPerson, @MaybeActor() actor?: Actor): Promise<Claimed> {
    return this.onboarding.claim(body, actor);
  }

  @Post('password-resets')
  @Public()
  @HttpCode(204)
  askReset(@Body() body: AskReset): Promise<void> {
    return this.onboarding.askReset(body.login);
  }

  @Post('password-resets/use')
  @Public()
  @HttpCode(204)
  useReset(@Body() body: UseReset): Promise<void> {
    return this.onboarding.useReset(body.token, body.password);
  }

  @Post('email-verifications')
  @Public()
  @HttpCode(204)
  verifyEmail(@Body() body: UseLink): Promise<void> {
    return this.addresses.verify(body.token);
  }

  @Post('links/look')
  @Public()
  @HttpCode(200)
  @Returns(LinkFacts)
  look(@Body() body: LookAtLink): Promise<LinkFacts> {
    return this.onboarding.look(body);
  }
}
