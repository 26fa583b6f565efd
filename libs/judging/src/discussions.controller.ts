import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { Discussions } from './discussions.service.js';
import { Discussion, MessageInput, TalkOrderInput, PanelTalk } from './dto/discussion.dto.js';

/** Panels talk about their entries; all of it is kept. */
@ApiTags('judge')
@Controller()
export class DiscussionsController {
  constructor(private readonly discussions: Discussions) {}

  @Get('judge/discussions') @Access('sheet.write') @Returns([PanelTalk])
  open(@CurrentActor() actor: Actor): Promise<PanelTalk[]> {
    return this.discussions.open(actor);
  }

  @Get('judge/panels/:panelId/discussion') @Access('sheet.write') @Returns(Discussion)
  ofJudge(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<Discussion> {
    return this.discussions.ofJudge(actor, panelId);
  }

  @Post('judge/panels/:panelId/discussion/messages') @HttpCode(200) @Access('sheet.write') @Returns(Discussion)
  say(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: MessageInput, @CurrentActor() actor: Actor): Promise<Discussion> {
    return this.discussions.say(actor, panelId, input);
  }

  @Put('judge/panels/:panelId/discussion/order') @Access('sheet.write') @Returns(Discussion)
  arrange(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: TalkOrderInput, @CurrentActor() actor: Actor): Promise<Discussion> {
    return this.discussions.arrange(actor, panelId, input.codeIds);
  }

  @Get('judging/panels/:panelId/discussion') @Access('judging.read') @Returns(Discussion)
  ofOffice(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<Discussion> {
    return this.discussions.ofOffice(actor, panelId);
  }
}
