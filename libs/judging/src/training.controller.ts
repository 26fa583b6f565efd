import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns, type FileReply } from '#libs/platform';
import { OwnTraining, TrainingAttemptInput, TrainingEntryInput, TrainingJudgeRow, TrainingSettings, TrainingSetView, TrainingTask, TrainingWaiver } from './dto/training.dto.js';
import { TrainingOffice } from './training-office.service.js';
import { Training } from './training.service.js';

/** Judges score known works before their own. */
@ApiTags('judging')
@Controller()
export class TrainingController {
  constructor(private readonly office: TrainingOffice, private readonly training: Training) {}

  @Get('judge/training') @Access('judge.self') @Returns([OwnTraining])
  own(@CurrentActor() actor: Actor): Promise<OwnTraining[]> {
    return this.training.own(actor);
  }

  @Get('judge/training/:id') @Access('judge.self') @Returns(TrainingTask)
  task(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<TrainingTask> {
    return this.training.task(actor, id);
  }

  @Get('judge/training/:id/materials/:number') @Access('judge.self')
  material(@Param('id', ParseUUIDPipe) id: string, @Param('number', ParseIntPipe) number: number, @CurrentActor() actor: Actor, @Res() reply: FileReply): Promise<void> {
    return this.training.material(actor, id, number, reply);
  }

  @Post('judge/training/:id/attempts') @HttpCode(200) @Access('sheet.write') @Returns(TrainingTask)
  attempt(@Param('id', ParseUUIDPipe) id: string, @Body() input: TrainingAttemptInput, @CurrentActor() actor: Actor): Promise<TrainingTask> {
    return this.training.attempt(actor, id, input.values);
  }

  @Get('judging/editions/:editionId/stages/:stageKey/training') @Access('judging.read') @Returns(TrainingSetView)
  view(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<TrainingSetView> {
    return this.office.view(actor, editionId, stageKey);
  }

  @Put('judging/editions/:editionId/stages/:stageKey/training') @Access('judging.manage') @Returns(TrainingSetView)
  save(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: TrainingSettings, @CurrentActor() actor: Actor): Promise<TrainingSetView> {
    return this.office.save(actor, editionId, stageKey, input);
  }

  @Post('judging/editions/:editionId/stages/:stageKey/training/entries') @HttpCode(200) @Access('judging.manage') @Returns(TrainingSetView)
  addEntry(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: TrainingEntryInput, @CurrentActor() actor: Actor): Promise<TrainingSetView> {
    return this.office.addEntry(actor, editionId, stageKey, input);
  }

  @Delete('judging/training-entries/:id') @HttpCode(204) @Access('judging.manage')
  endEntry(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    return this.office.endEntry(actor, id);
  }

  @Get('judging/editions/:editionId/stages/:stageKey/training/judges') @Access('judging.read') @Returns([TrainingJudgeRow])
  judges(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<TrainingJudgeRow[]> {
    return this.office.judges(actor, editionId, stageKey);
  }

  @Post('judging/editions/:editionId/stages/:stageKey/training/judges/:judgeId/waive') @HttpCode(200) @Access('judging.manage') @Returns([TrainingJudgeRow])
  waive(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Param('judgeId', ParseUUIDPipe) judgeId: string, @Body() input: TrainingWaiver, @CurrentActor() actor: Actor,
  ): Promise<TrainingJudgeRow[]> {
    return this.office.waive(actor, editionId, stageKey, judgeId, input.reason);
  }
}
