import { Module } from '@nestjs/common';
import { AuditModule } from '#libs/audit';
import { ContestsModule } from '#libs/contests';
import { IdentityModule } from '#libs/identity';
import { NoticesModule } from '#libs/notices';
import { RegistrationModule } from '#libs/registration';
import { ResultsModule } from '#libs/results';
import { Absences } from './absences.service.js';
import { AssignmentQueries } from './assignment.queries.js';
import { AssignmentRuns } from './assignment-runs.service.js';
import { AssignmentsController } from './assignments.controller.js';
import { BlindCopies } from './blind-copies.service.js';
import { BlindMaterials } from './blind-materials.service.js';
import { Codes } from './codes.service.js';
import { Concerns } from './concerns.service.js';
import { Conflicts } from './conflicts.service.js';
import { Desk } from './desk.queries.js';
import { DESK_AND_WATCH, WATCH_CONTROLLERS } from './desk-and-watch.js';
import { InnovationFamily } from './innovation-family.service.js';
import { Invitations } from './invitations.service.js';
import { JudgeDeskController } from './judge-desk.controller.js';
import { JudgingEffects } from './judging-effects.service.js';
import { JudgeSelfController } from './judge-self.controller.js';
import { JudgedStages } from './judged-stages.service.js';
import { Judges } from './judges.service.js';
import { JURY_AND_PLANS, JURY_CONTROLLERS } from './jury-and-plans.js';
import { Locks } from './locks.service.js';
import { ManualAssignments } from './manual-assignments.service.js';
import { PanelProblems } from './panel-problem.queries.js';
import { PanelsController } from './panels.controller.js';
import { Panels } from './panels.service.js';
import { PlanWriter } from './plan-writer.service.js';
import { ProgressController } from './progress.controller.js';
import { ProgressQueries } from './progress.queries.js';
import { Recusals } from './recusals.service.js';
import { Refills } from './refills.service.js';
import { ReleasedComments } from './released-comments.queries.js';
import { Reminders } from './reminders.service.js';
import { Seats } from './seats.service.js';
import { Sheets } from './sheets.service.js';
import { SteppedPlanning } from './stepped-planning.service.js';

@Module({
  imports: [AuditModule, ContestsModule, IdentityModule, NoticesModule, RegistrationModule, ResultsModule],
  controllers: [JudgeSelfController, JudgeDeskController, PanelsController, AssignmentsController, ProgressController, ...JURY_CONTROLLERS, ...WATCH_CONTROLLERS],
  providers: [
    Absences, AssignmentQueries, AssignmentRuns, BlindCopies, BlindMaterials, Codes, Concerns, Conflicts, Desk, InnovationFamily, Invitations, JudgedStages, JudgingEffects, Judges, Locks, ManualAssignments,
    ...DESK_AND_WATCH, ...JURY_AND_PLANS, PanelProblems, Panels, PlanWriter, ProgressQueries, Recusals, Refills, ReleasedComments, Reminders, Seats, Sheets, SteppedPlanning,
  ],
})
export class JudgingModule {}
