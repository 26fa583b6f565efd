import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { pageOf, Returns, type Page } from '#libs/platform';
import { Access, CurrentActor, Public } from './access.decorators.js';
import type { Actor } from './actor.js';
import {
  DivisionView, DuplicatesQuery, EditSchool, LikelyDuplicate, MergeOutcome, MergeSchool, ProposeSchool, Reason, SchoolChoice, SchoolChoicesQuery, SchoolsQuery, SchoolView,
} from './dto/organisation.dto.js';
import { CreatedWithStatus } from './dto/created.dto.js';
import { OrganisationQueries } from './organisations.queries.js';
import { Organisations } from './organisations.service.js';
import { SchoolMerges } from './school-merges.service.js';

@ApiTags('organisations')
@Controller()
export class OrganisationsController {
  constructor(
    private readonly organisations: Organisations,
    private readonly merges: SchoolMerges,
    private readonly queries: OrganisationQueries,
  ) {}

  @Get('divisions')
  @Public()
  @Returns([DivisionView])
  divisions(): Promise<DivisionView[]> {
    return this.queries.divisions();
  }

  @Get('school-choices')
  @Public()
  @Returns([SchoolChoice])
  choices(@Query() query: SchoolChoicesQuery): Promise<SchoolChoice[]> {
    return this.queries.choices(query.countyId, query.q);
  }

  @Get('schools')
  @Access('school.list')
  @Returns(pageOf(SchoolView))
  list(@CurrentActor() actor: Actor, @Query() query: SchoolsQuery): Promise<Page<SchoolView>> {
    return this.queries.list(actor, query);
  }

  @Get('schools/likely-duplicates')
  @Access('school.propose')
  @Returns([LikelyDuplicate])
  duplicates(@Query() query: DuplicatesQuery): Promise<LikelyDuplicate[]> {
    return this.queries.likelyDuplicates(query.countyId, query.name);
  }

  @Get('schools/:id')
  @Access('school.list')
  @Returns(SchoolView)
  school(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SchoolView> {
    return this.queries.school(actor, id);
  }

  @Post('schools')
  @Access('school.propose')
  @HttpCode(200)
  @Returns(CreatedWithStatus)
  propose(@CurrentActor() actor: Actor, @Body() body: ProposeSchool): Promise<CreatedWithStatus> {
    return this.organisations.propose(actor, body);
  }

  @Post('schools/:id/approval')
  @Access('school.approve')
  @HttpCode(204)
  approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.organisations.approve(actor, id);
  }

  @Post('schools/:id/rejection')
  @Access('school.approve')
  @HttpCode(204)
  reject(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: Reason): Promise<void> {
    return this.organisations.reject(actor, id, body.reason);
  }

  @Patch('schools/:id')
  @Access('school.edit')
  @HttpCode(204)
  edit(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: EditSchool): Promise<void> {
    return this.organisations.edit(actor, id, body);
  }

  @Post('schools/:id/merge')
  @Access('school.merge')
  @HttpCode(200)
  @Returns(MergeOutcome)
  merge(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: MergeSchool): Promise<MergeOutcome> {
    return this.merges.merge(actor, id, body.intoId, body.reason);
  }
}
