import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { CallBacks } from './call-backs.service.js';
import { CheckIns } from './check-ins.service.js';
import { AbsenceList, BoardRoom, CallBackInput, CallBackWithdrawal, CheckedIn, CheckInInput, InterviewSlotView, JudgeInterview, OwnInterview, TimetableInput, TimetableView } from './dto/interview.dto.js';
import { Interviews } from './interviews.service.js';

/** Interviews of the final: planned, published, heard. */
@ApiTags('judging')
@Controller()
export class InterviewsController {
  constructor(private readonly interviews: Interviews, private readonly checkIns: CheckIns, private readonly callBacks: CallBacks) {}

  @Get('judging/editions/:editionId/stages/:stageKey/timetables') @Access('judging.read') @Returns([TimetableView])
  list(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<TimetableView[]> {
    return this.interviews.list(actor, editionId, stageKey);
  }

  @Post('judging/editions/:editionId/stages/:stageKey/timetables') @HttpCode(200) @Access('judging.manage') @Returns(TimetableView)
  plan(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: TimetableInput, @CurrentActor() actor: Actor): Promise<TimetableView> {
    return this.interviews.plan(actor, editionId, stageKey, input);
  }

  @Post('judging/editions/:editionId/stages/:stageKey/call-backs') @HttpCode(200) @Access('judging.manage') @Returns(TimetableView)
  callBack(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: CallBackInput, @CurrentActor() actor: Actor): Promise<TimetableView> {
    return this.callBacks.plan(actor, editionId, stageKey, input);
  }

  @Post('judging/call-backs/:id/withdraw') @HttpCode(204) @Access('judging.manage')
  withdraw(@Param('id', ParseUUIDPipe) id: string, @Body() input: CallBackWithdrawal, @CurrentActor() actor: Actor): Promise<void> {
    return this.callBacks.withdraw(actor, id, input.reason);
  }

  @Get('judging/editions/:editionId/stages/:stageKey/board') @Access('judging.read') @Returns([BoardRoom])
  board(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<BoardRoom[]> {
    return this.checkIns.board(actor, editionId, stageKey);
  }

  @Get('judging/timetables/:id/slots') @Access('judging.read') @Returns([InterviewSlotView])
  slots(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<InterviewSlotView[]> {
    return this.interviews.slots(actor, id);
  }

  @Post('judging/timetables/:id/publish') @HttpCode(200) @Access('judging.manage') @Returns(TimetableView)
  publish(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<TimetableView> {
    return this.interviews.publish(actor, id);
  }

  @Post('judging/editions/:editionId/stages/:stageKey/check-ins') @HttpCode(200) @Access('judging.manage') @Returns(CheckedIn)
  checkIn(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: CheckInInput, @CurrentActor() actor: Actor): Promise<CheckedIn> {
    return this.checkIns.checkIn(actor, editionId, stageKey, input.ticket);
  }

  @Post('judging/editions/:editionId/stages/:stageKey/check-ins/absent') @HttpCode(204) @Access('judging.manage')
  markAbsent(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: AbsenceList, @CurrentActor() actor: Actor): Promise<void> {
    return this.checkIns.markAbsent(actor, editionId, stageKey, input.codes, input.reason);
  }

  @Get('judge/interviews') @Access('judge.self') @Returns([JudgeInterview])
  toHear(@CurrentActor() actor: Actor): Promise<JudgeInterview[]> {
    return this.checkIns.toHear(actor);
  }

  @Get('interviews/mine') @Access('results.mine') @Returns([OwnInterview])
  own(@CurrentActor() actor: Actor): Promise<OwnInterview[]> {
    return this.checkIns.own(actor);
  }
}
