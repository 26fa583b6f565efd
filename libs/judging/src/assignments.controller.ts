import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { pageOf, Returns, type Page } from '#libs/platform';
import { AssignmentRuns } from './assignment-runs.service.js';
import { AssignmentQueries } from './assignment.queries.js';
import { Codes } from './codes.service.js';
import { Conflicts } from './conflicts.service.js';
import {
  AssignmentEnd, AssignmentQuery, AssignmentReplacement, AssignmentRow, CodesIssued, CodesOpening, ConflictCounts, ConflictQuery, ConflictRow, ExplainQuery, ManualAssignment, OpenedCode, PairReason,
  RefillView, ReopenInput, RunInput, RunView, SheetVersionView,
} from './dto/assignment.dto.js';
import { ManualAssignments } from './manual-assignments.service.js';
import { Sheets } from './sheets.service.js';

/** Codes, conflicts and who judges what. */
@ApiTags('judging')
@Controller('judging')
export class AssignmentsController {
  constructor(
    private readonly codes: Codes,
    private readonly conflicts: Conflicts,
    private readonly runs: AssignmentRuns,
    private readonly manual: ManualAssignments,
    private readonly queries: AssignmentQueries,
    private readonly sheets: Sheets,
  ) {}

  @Post('editions/:editionId/stages/:stageKey/codes') @HttpCode(200) @Access('judging.manage') @Returns(CodesIssued)
  issueCodes(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<CodesIssued> {
    return this.codes.issue(actor, editionId, stageKey);
  }

  @Post('editions/:editionId/stages/:stageKey/codes/open') @HttpCode(200) @Access('codes.open') @Returns([OpenedCode])
  openCodes(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: CodesOpening, @CurrentActor() actor: Actor,
  ): Promise<OpenedCode[]> {
    return this.codes.open(actor, editionId, stageKey, input);
  }

  @Post('editions/:editionId/stages/:stageKey/conflicts/detect') @HttpCode(200) @Access('judging.manage') @Returns(ConflictCounts)
  detect(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<ConflictCounts> {
    return this.conflicts.detect(actor, editionId, stageKey);
  }

  @Get('editions/:editionId/stages/:stageKey/conflicts') @Access('judging.read') @Returns(pageOf(ConflictRow))
  listConflicts(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Query() query: ConflictQuery, @CurrentActor() actor: Actor,
  ): Promise<Page<ConflictRow>> {
    return this.conflicts.list(actor, editionId, stageKey, query);
  }

  @Post('editions/:editionId/stages/:stageKey/assignment-runs') @HttpCode(200) @Access('judging.manage') @Returns(RunView)
  startRun(
    @Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @Body() input: RunInput, @CurrentActor() actor: Actor,
  ): Promise<RunView> {
    return this.runs.start(actor, editionId, stageKey, input);
  }

  @Get('editions/:editionId/stages/:stageKey/assignment-runs') @Access('judging.read') @Returns([RunView])
  listRuns(@Param('editionId', ParseUUIDPipe) editionId: string, @Param('stageKey') stageKey: string, @CurrentActor() actor: Actor): Promise<RunView[]> {
    return this.runs.list(actor, editionId, stageKey);
  }

  @Get('assignment-runs/:runId') @Access('judging.read') @Returns(RunView)
  viewRun(@Param('runId', ParseUUIDPipe) runId: string, @CurrentActor() actor: Actor): Promise<RunView> {
    return this.runs.view(actor, runId);
  }

  @Post('assignment-runs/:runId/cancel') @HttpCode(200) @Access('judging.manage') @Returns(RunView)
  cancelRun(@Param('runId', ParseUUIDPipe) runId: string, @CurrentActor() actor: Actor): Promise<RunView> {
    return this.runs.cancel(actor, runId);
  }

  @Post('assignment-runs/:runId/apply') @HttpCode(200) @Access('judging.manage') @Returns(RunView)
  applyRun(@Param('runId', ParseUUIDPipe) runId: string, @CurrentActor() actor: Actor): Promise<RunView> {
    return this.runs.apply(actor, runId);
  }

  @Post('assignment-runs/:runId/discard') @HttpCode(200) @Access('judging.manage') @Returns(RunView)
  discardRun(@Param('runId', ParseUUIDPipe) runId: string, @CurrentActor() actor: Actor): Promise<RunView> {
    return this.runs.discard(actor, runId);
  }

  @Get('assignment-runs/:runId/explanation') @Access('judging.read') @Returns([PairReason])
  explainRun(@Param('runId', ParseUUIDPipe) runId: string, @Query() query: ExplainQuery, @CurrentActor() actor: Actor): Promise<PairReason[]> {
    return this.runs.explain(actor, runId, query.code);
  }

  @Get('panels/:panelId/assignments') @Access('judging.read') @Returns(pageOf(AssignmentRow))
  list(@Param('panelId', ParseUUIDPipe) panelId: string, @Query() query: AssignmentQuery, @CurrentActor() actor: Actor): Promise<Page<AssignmentRow>> {
    return this.queries.list(actor, panelId, query);
  }

  @Post('panels/:panelId/assignments') @HttpCode(200) @Access('judging.manage') @Returns(AssignmentRow)
  assign(@Param('panelId', ParseUUIDPipe) panelId: string, @Body() input: ManualAssignment, @CurrentActor() actor: Actor): Promise<AssignmentRow> {
    return this.manual.assign(actor, panelId, input);
  }

  @Post('assignments/:id/end') @HttpCode(200) @Access('judging.manage') @Returns(RefillView)
  end(@Param('id', ParseUUIDPipe) id: string, @Body() input: AssignmentEnd, @CurrentActor() actor: Actor): Promise<RefillView> {
    return this.manual.end(actor, id, input);
  }

  @Post('assignments/:id/replace') @HttpCode(200) @Access('judging.manage') @Returns(AssignmentRow)
  replace(@Param('id', ParseUUIDPipe) id: string, @Body() input: AssignmentReplacement, @CurrentActor() actor: Actor): Promise<AssignmentRow> {
    return this.manual.replace(actor, id, input);
  }

  @Post('assignments/:id/reopen') @HttpCode(204) @Access('judging.manage')
  reopen(@Param('id', ParseUUIDPipe) id: string, @Body() input: ReopenInput, @CurrentActor() actor: Actor): Promise<void> {
    return this.sheets.reopen(actor, id, input.reason);
  }

  @Get('assignments/:id/versions') @Access('judging.read') @Returns([SheetVersionView])
  versions(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<SheetVersionView[]> {
    return this.queries.versions(actor, id);
  }
}
