import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { InterestInput, InterestView, InvitationAnswer, JudgePanelView, JudgeProfileInput, JudgeView } from './dto/judge.dto.js';
import { Invitations } from './invitations.service.js';
import { Judges } from './judges.service.js';

/** What a judge does about himself: profile, interests, invitations. */
@ApiTags('judge')
@Controller('judge')
export class JudgeSelfController {
  constructor(private readonly judges: Judges, private readonly invitations: Invitations) {}

  @Get('profile') @Access('judge.self') @Returns(JudgeView)
  profile(@CurrentActor() actor: Actor): Promise<JudgeView> {
    return this.judges.own(actor);
  }

  @Put('profile') @Access('judge.self') @Returns(JudgeView)
  saveProfile(@Body() input: JudgeProfileInput, @CurrentActor() actor: Actor): Promise<JudgeView> {
    return this.judges.saveOwn(actor, input);
  }

  @Get('interests') @Access('judge.self') @Returns([InterestView])
  interests(@CurrentActor() actor: Actor): Promise<InterestView[]> {
    return this.judges.ownInterests(actor);
  }

  @Post('interests') @HttpCode(200) @Access('judge.self') @Returns(InterestView)
  declareInterest(@Body() input: InterestInput, @CurrentActor() actor: Actor): Promise<InterestView> {
    return this.judges.declareInterest(actor, input);
  }

  @Delete('interests/:id') @HttpCode(204) @Access('judge.self')
  endInterest(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.judges.endInterest(actor, id);
  }

  @Get('panels') @Access('judge.self') @Returns([JudgePanelView])
  panels(@CurrentActor() actor: Actor): Promise<JudgePanelView[]> {
    return this.invitations.own(actor);
  }

  @Post('panels/:panelId/answer') @HttpCode(200) @Access('judge.self') @Returns([JudgePanelView])
  answer(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: InvitationAnswer, @CurrentActor() actor: Actor): Promise<JudgePanelView[]> {
    return this.invitations.answer(actor, panelId, input);
  }
}
