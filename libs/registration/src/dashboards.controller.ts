import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor, type Actor } from '#libs/identity';
import { Returns } from '#libs/platform';
import { Dashboard, StateCounts, UnitNotBegun } from './dto/chain.dto.js';
import { EntryQuery } from './dto/entry.dto.js';
import { EditionQuery } from './dto/lists.dto.js';
import { RegistrationDashboards } from './registration-dashboards.queries.js';

@ApiTags('dashboards')
@Controller()
export class DashboardsController {
  constructor(private readonly dashboards: RegistrationDashboards) {}

  @Get('entry-counts') @Access('entry.list') @Returns(StateCounts)
  counts(@Query() query: EntryQuery, @CurrentActor() actor: Actor): Promise<StateCounts> {
    return this.dashboards.counts(actor, query);
  }

  @Get('dashboards/registration') @Access('entry.list') @Returns(Dashboard)
  registration(@Query() query: EditionQuery, @CurrentActor() actor: Actor): Promise<Dashboard> {
    return this.dashboards.overview(actor, query.editionId);
  }

  @Get('dashboards/not-begun') @Access('entry.list') @Returns([UnitNotBegun])
  notBegun(@Query() query: EditionQuery, @CurrentActor() actor: Actor): Promise<UnitNotBegun[]> {
    return this.dashboards.notBegun(actor, query.editionId);
  }
}
