import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { Absences } from './absences.service.js';
import { Concerns } from './concerns.service.js';
import { ConcernAnswer, ConcernRow } from './dto/desk.dto.js';
import {
  AbsenceInput, DivergenceRow, EntryProgressQuery, EntryProgressRow, JudgeProgress, LockInput, PanelScoreRow, ReleasedComment, ReleasedCriterion, ReminderAnswer, ReminderInput, StageClosed,
  StageProgress, UnlockInput,
} from './dto/progress.dto.js';
import { PanelDetail } from './dto/panel.dto.js';
import { Locks } from './locks.service.js';
import { ProgressQueries } from './progress.queries.js';
import { ReleasedComments } from './released-comments.queries.js';
import { Reminders } from './reminders.service.js';

/** The secretariat watches, reminds, locks and closes. */
@ApiTags('judging')
@Controller('judging')
export class ProgressController {
  constructor(
    private readonly progress: ProgressQueries,
    private readonly locks: Locks,
    private readonly reminders: Reminders,
    private readonly absences: Absences,
    private readonly concerns: Concerns,
    private readonly comments: ReleasedComments,
  ) {}

  @Get('editions/:editionId/stages/:stageKey/progress') @Access('judging.read') @Returns(StageProgress)
  stage(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<StageProgress> {
    return this.progress.stage(actor, editionId, stageKey);
  }

  @Post('editions/:editionId/stages/:stageKey/close') @HttpCode(200) @Access('judging.manage') @Returns(StageClosed)
  close(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<StageClosed> {
    return this.locks.closeStage(actor, editionId, stageKey);
  }

  @Post('editions/:editionId/stages/:stageKey/reopen') @HttpCode(200) @Access('judging.manage') @Returns(StageClosed)
  reopen(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: UnlockInput, @CurrentActor() actor: Actor,
  ): Promise<StageClosed> {
    return this.locks.reopenStage(actor, editionId, stageKey, input.reason);
  }

  @Get('panels/:panelId/progress/judges') @Access('judging.read') @Returns([JudgeProgress])
  judges(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<JudgeProgress[]> {
    return this.progress.judges(actor, panelId);
  }

  @Get('panels/:panelId/progress/entries') @Access('judging.read') @Returns(pageOf(EntryProgressRow))
  entries(@Param('panelId', ParseUUIDPipe) panelId: string, @Query() query: EntryProgressQuery, @CurrentActor() actor: Actor): Promise<Page<EntryProgressRow>> {
    return this.progress.entries(actor, panelId, query);
  }

  @Get('panels/:panelId/divergence') @Access('judging.read') @Returns([DivergenceRow])
  divergence(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<DivergenceRow[]> {
    return this.progress.divergence(actor, panelId);
  }

  @Get('panels/:panelId/scores') @Access('scores.view') @Returns([PanelScoreRow])
  scores(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<PanelScoreRow[]> {
    return this.progress.scores(actor, panelId);
  }

  @Post('panels/:panelId/remind') @HttpCode(200) @Access('judging.manage') @Returns(ReminderAnswer)
  remind(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: ReminderInput, @CurrentActor() actor: Actor): Promise<ReminderAnswer> {
    return this.reminders.remind(actor, panelId, input);
  }

  @Post('panels/:panelId/lock') @HttpCode(200) @Access('judging.manage') @Returns(PanelDetail)
  lock(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: LockInput, @CurrentActor() actor: Actor): Promise<PanelDetail> {
    return this.locks.lockPanel(actor, panelId, input);
  }

  @Post('panels/:panelId/absent') @HttpCode(200) @Access('judging.manage') @Returns(PanelDetail)
  markAbsent(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: AbsenceInput, @CurrentActor() actor: Actor): Promise<PanelDetail> {
    return this.absences.mark(actor, panelId, input);
  }

  @Post('panels/:panelId/unlock') @HttpCode(200) @Access('judging.manage') @Returns(PanelDetail)
  unlock(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: UnlockInput, @CurrentActor() actor: Actor): Promise<PanelDetail> {
    return this.locks.unlockPanel(actor, panelId, input.reason);
  }

  @Get('panels/:panelId/concerns') @Access('judging.read') @Returns([ConcernRow])
  listConcerns(@Param('panelId', ParseUUIDPipe) panelId: string, @CurrentActor() actor: Actor): Promise<ConcernRow[]> {
    return this.concerns.list(actor, panelId);
  }

  @Post('concerns/:id/answer') @HttpCode(200) @Access('judging.manage') @Returns(ConcernRow)
  answerConcern(@Param('id', ParseUUIDPipe) id: string, @Body() input: ConcernAnswer, @CurrentActor() actor: Actor): Promise<ConcernRow> {
    return this.concerns.answer(actor, id, input.answer);
  }

  @Get('entries/:entryId/comments') @Access('results.mine') @Returns([ReleasedComment])
  released(@Param('entryId', ParseUUIDPipe) entryId: string, @CurrentActor() actor: Actor): Promise<ReleasedComment[]> {
    return this.comments.of(actor, entryId);
  }

  @Get('entries/:entryId/criteria') @Access('results.mine') @Returns([ReleasedCriterion])
  releasedCriteria(@Param('entryId', ParseUUIDPipe) entryId: string, @CurrentActor() actor: Actor): Promise<ReleasedCriterion[]> {
    return this.comments.criteria(actor, entryId);
  }
}
