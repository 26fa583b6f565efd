import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { CommentDecision, HeldComment, HeldCommentQuery } from './dto/held-comment.dto.js';
import { QuestionAnswer, QuestionQuery, QuestionRow, ScreeningAsked, ScreeningView } from './dto/question.dto.js';
import { HeldComments } from './held-comments.service.js';
import { Questions } from './questions.service.js';
import { Screening } from './screening.service.js';

/** What stands out in the scores and comments, as questions for people. */
@ApiTags('judging')
@Controller('judging')
export class WatchController {
  constructor(private readonly screening: Screening, private readonly questions: Questions, private readonly comments: HeldComments) {}

  @Get('editions/:editionId/stages/:stageKey/screening') @Access('judging.read') @Returns(ScreeningView)
  view(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ScreeningView> {
    return this.screening.view(actor, editionId, stageKey);
  }

  @Post('editions/:editionId/stages/:stageKey/screening') @HttpCode(200) @Access('judging.manage') @Returns(ScreeningAsked)
  screen(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ScreeningAsked> {
    return this.screening.ask(actor, editionId, stageKey);
  }

  @Get('editions/:editionId/stages/:stageKey/questions') @Access('judging.read') @Returns(pageOf(QuestionRow))
  list(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Query() query: QuestionQuery, @CurrentActor() actor: Actor,
  ): Promise<Page<QuestionRow>> {
    return this.questions.list(actor, editionId, stageKey, query);
  }

  @Post('questions/:id/answer') @HttpCode(200) @Access('judging.manage') @Returns(QuestionRow)
  answer(@Param('id', ParseUUIDPipe) id: string, @Body() input: QuestionAnswer, @CurrentActor() actor: Actor): Promise<QuestionRow> {
    return this.questions.answer(actor, id, input);
  }

  @Get('editions/:editionId/stages/:stageKey/held-comments') @Access('judging.read') @Returns(pageOf(HeldComment))
  heldComments(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Query() query: HeldCommentQuery, @CurrentActor() actor: Actor,
  ): Promise<Page<HeldComment>> {
    return this.comments.list(actor, editionId, stageKey, query);
  }

  @Post('held-comments/:id/decision') @HttpCode(200) @Access('judging.manage') @Returns(HeldComment)
  decideComment(@Param('id', ParseUUIDPipe) id: string, @Body() input: CommentDecision, @CurrentActor() actor: Actor): Promise<HeldComment> {
    return this.comments.decide(actor, id, input);
  }
}
