import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { LeaderQuestion, QuestionAnswer } from './dto/question.dto.js';
import { Questions } from './questions.service.js';

/** What a group leader is asked; empty for everybody else. */
@ApiTags('judge')
@Controller('judge/questions')
export class LeaderController {
  constructor(private readonly questions: Questions) {}

  @Get() @Access('sheet.write') @Returns([LeaderQuestion])
  list(@CurrentActor() actor: Actor): Promise<LeaderQuestion[]> {
    return this.questions.ofLeader(actor);
  }

  @Post(':id/answer') @HttpCode(200) @Access('sheet.write') @Returns(LeaderQuestion)
  answer(@Param('id', ParseUUIDPipe) id: string, @Body() input: QuestionAnswer, @CurrentActor() actor: Actor): Promise<LeaderQuestion> {
    return this.questions.answerAsLeader(actor, id, input);
  }
}
