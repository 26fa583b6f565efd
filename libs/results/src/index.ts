import { registerTexts, type Room } from '#libs/platform';
import { Approval } from './entities/approval.entity.js';
import { AwardProposalRow } from './entities/award-proposal-row.entity.js';
import { AwardProposal } from './entities/award-proposal.entity.js';
import { JuryDecision } from './entities/jury-decision.entity.js';
import { PublicationRow } from './entities/publication-row.entity.js';
import { PublicationPrint } from './entities/publication-print.entity.js';
import { Publication } from './entities/publication.entity.js';
import { Revocation } from './entities/revocation.entity.js';
import { ScoreRow } from './entities/score-row.entity.js';
import { ScoreSnapshot } from './entities/score-snapshot.entity.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { Results1764000007001 } from './migrations/1764000007001-results.js';
import { Exceptions1764000007011 } from './migrations/1764000007011-exceptions.js';
import { ListWithoutDisqualified1764000008300 } from './migrations/1764000008300-list-without-disqualified.js';
import { PublicationPrint1764000007010 } from './migrations/1764000007010-publication-print.js';
import { ResultsModule } from './results.module.js';

registerTexts(zh, en);

export const resultsRoom: Room = {
  name: 'results',
  module: ResultsModule,
  entities: [ScoreSnapshot, ScoreRow, AwardProposal, AwardProposalRow, JuryDecision, Approval, Publication, PublicationRow, PublicationPrint, Revocation],
  migrations: [Results1764000007001, PublicationPrint1764000007010, Exceptions1764000007011, ListWithoutDisqualified1764000008300],
};

export { Aggregation, AggregateStage, type AggregationCause } from './aggregation.service.js';
export { makesShortlist } from './core/proposal-rows.js';
export { OWN_ENTRY } from './own-results.queries.js';
export { ResultLabels } from './result-labels.js';
export { Recomputations } from './recomputation.service.js';
export { ResultsModule } from './results.module.js';
