import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { ContestsModule } from '#libs/contests';
import { IdentityModule } from '#libs/identity';
import { NoticesModule } from '#libs/notices';
import { RegistrationModule } from '#libs/registration';
import { Aggregation } from './aggregation.service.js';
import { Approvals } from './approvals.service.js';
import { Derivations } from './derivations.service.js';
import { Disqualifications } from './disqualifications.service.js';
import { ListPrints } from './list-prints.service.js';
import { OwnResults } from './own-results.queries.js';
import { PastPrizes } from './past-prizes.queries.js';
import { PostedRows } from './posted-rows.queries.js';
import { ProposalQueries } from './proposal.queries.js';
import { ProposalsController } from './proposals.controller.js';
import { Proposals } from './proposals.service.js';
import { PublicResultsController } from './public-results.controller.js';
import { PublicResults, PublicRows } from './public-results.queries.js';
import { PublicationNotices } from './publication-notices.service.js';
import { PublicationsController } from './publications.controller.js';
import { Publications } from './publications.service.js';
import { Recomputations } from './recomputation.service.js';
import { ResultsEffects } from './results-effects.service.js';
import { ResultsScope } from './results-scope.service.js';
import { SnapshotQueries } from './snapshot.queries.js';
import { SnapshotsController } from './snapshots.controller.js';

@Module({
  imports: [AuditModule, ContestsModule, IdentityModule, NoticesModule, RegistrationModule],
  controllers: [SnapshotsController, ProposalsController, PublicationsController, PublicResultsController],
  providers: [
    Aggregation, Approvals, Derivations, Disqualifications, ListPrints, OwnResults, PostedRows, ProposalQueries, Proposals, PublicResults, PublicRows,
    PublicationNotices, Publications, Recomputations, ResultsEffects, ResultsScope, SnapshotQueries, PastPrizes,
  ],
  exports: [Aggregation, Recomputations],
})
export class ResultsModule {}
