import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { ContestsModule } from '#libs/contests';
import { IdentityModule } from '#libs/identity';
import { BatchDecisions } from './batch-decisions.service.js';
import { ChainController } from './chain.controller.js';
import { ChainSteps } from './chain-steps.service.js';
import { ConsentsController } from './consents.controller.js';
import { Consents } from './consents.service.js';
import { DashboardsController } from './dashboards.controller.js';
import { EntriesController } from './entries.controller.js';
import { Entries } from './entries.queries.js';
import { EntryChecks } from './entry-checks.service.js';
import { EntryDrafts } from './entry-drafts.service.js';
import { EntryExport } from './entry-export.service.js';
import { EntryFreezing } from './entry-freezing.service.js';
import { EntryLists } from './entry-lists.queries.js';
import { EntryMoves } from './entry-moves.service.js';
import { EntryNotices } from './entry-notices.service.js';
import { EntryPeople } from './entry-people.queries.js';
import { EntryPlaces } from './entry-places.service.js';
import { EntryProgress } from './entry-progress.service.js';
import { EntryReach } from './entry-reach.service.js';
import { EntryViews } from './entry-views.queries.js';
import { MaterialsController } from './materials.controller.js';
import { Materials } from './materials.service.js';
import { officeControllers, officeProviders } from './office-parts.js';
import { PastAwards } from './past-awards.js';
import { preparationControllers, preparationProviders } from './preparation-parts.js';
import { Recommendations } from './recommendations.service.js';
import { RegistrationDashboards } from './registration-dashboards.queries.js';
import { RegistrationEffects } from './registration-effects.service.js';
import { screeningControllers, screeningProviders } from './screening-parts.js';
import { Signatures } from './signatures.service.js';
import { Submissions } from './submissions.service.js';
import { TeamController } from './team.controller.js';
import { Teams } from './teams.service.js';
import { UnitRankings } from './unit-rankings.service.js';

@Module({
  imports: [AuditModule, ContestsModule, IdentityModule],
  controllers: [EntriesController, TeamController, MaterialsController, ConsentsController, ChainController, DashboardsController, ...screeningControllers, ...officeControllers, ...preparationControllers],
  providers: [
    BatchDecisions, ChainSteps, Consents, Entries, EntryChecks, EntryDrafts, EntryExport, EntryFreezing, EntryLists, EntryMoves, EntryNotices, EntryPeople, EntryPlaces,
    EntryProgress, EntryReach, EntryViews, Materials, Recommendations, RegistrationDashboards, RegistrationEffects, Signatures, Submissions, Teams, UnitRankings, ...screeningProviders, ...officeProviders, ...preparationProviders,
  ],
  exports: [Entries, EntryProgress, PastAwards],
})
export class RegistrationModule {}
