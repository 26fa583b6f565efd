import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { Conflicts } from './conflicts.service.js';
import { ConflictLift, ConflictTouchRow } from './dto/conflict.dto.js';

/** What conflicts found later ask of the secretariat. */
@ApiTags('judging')
@Controller('judging')
export class ConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  @Get('editions/:editionId/stages/:stageKey/conflicts/touched') @Access('judging.read') @Returns([ConflictTouchRow])
  touched(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ConflictTouchRow[]> {
    return this.conflicts.touches(actor, editionId, stageKey);
  }

  @Post('assignments/:id/conflict/lift') @HttpCode(204) @Access('judging.manage')
  liftTouch(@Param('id', ParseUUIDPipe) id: string, @Body() input: ConflictLift, @CurrentActor() actor: Actor): Promise<void> {
    return this.conflicts.liftTouch(actor, id, input.reason);
  }

  @Post('conflicts/:id/lift') @HttpCode(204) @Access('judging.manage')
  lift(@Param('id', ParseUUIDPipe) id: string, @Body() input: ConflictLift, @CurrentActor() actor: Actor): Promise<void> {
    return this.conflicts.lift(actor, id, input.reason);
  }
}
