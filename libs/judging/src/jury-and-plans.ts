import { AssignmentPlanner } from './assignment-planner.service.js';
import { CallBacks } from './call-backs.service.js';
import { CheckIns } from './check-ins.service.js';
import { ConflictLedger } from './conflict-ledger.service.js';
import { ConflictsController } from './conflicts.controller.js';
import { ConflictTouch } from './entities/conflict-touch.entity.js';
import { InterviewSlot, InterviewTicket, InterviewTimetableRow } from './entities/interview.entities.js';
import { JudgeAlias } from './entities/judge-alias.entity.js';
import { JudgeAway } from './entities/judge-away.entity.js';
import { TrainingAttempt, TrainingEntry, TrainingMaterial, TrainingPass, TrainingSet } from './entities/training.entities.js';
import { InterviewPlanner } from './interview-planner.service.js';
import { InterviewsController } from './interviews.controller.js';
import { Interviews } from './interviews.service.js';
import { JudgesAndConflicts1764000008010 } from './migrations/1764000008010-judges-and-conflicts.js';
import { CallBacks1764000008201 } from './migrations/1764000008201-call-backs.js';
import { TrainingSheets1764000008200 } from './migrations/1764000008200-training-sheets.js';
import { Training1764000008011 } from './migrations/1764000008011-training.js';
import { AssignmentPreviews1764000008012 } from './migrations/1764000008012-assignment-previews.js';
import { Interviews1764000008013 } from './migrations/1764000008013-interviews.js';
import { InterviewsNotBlind1764000008302 } from './migrations/1764000008302-interviews-not-blind.js';
import { RefillRuns1764000008303 } from './migrations/1764000008303-refill-runs.js';
import { TrainingMaterials1764000008202 } from './migrations/1764000008202-training-materials.js';
import { TrainingMaterials } from './training-materials.service.js';
import { TrainingGate } from './training-gate.service.js';
import { TrainingOffice } from './training-office.service.js';
import { TrainingController } from './training.controller.js';
import { Training } from './training.service.js';
import { WorkNotices } from './work-notices.service.js';

/** Who judges, what stands between judge and entry, and who judges what and when. */
export const JURY_AND_PLANS = [AssignmentPlanner, CallBacks, CheckIns, ConflictLedger, InterviewPlanner, Interviews, Training, TrainingGate, TrainingMaterials, TrainingOffice, WorkNotices];
export const JURY_CONTROLLERS = [ConflictsController, InterviewsController, TrainingController];
export const JURY_ENTITIES = [JudgeAlias, JudgeAway, ConflictTouch, TrainingSet, TrainingEntry, TrainingMaterial, TrainingAttempt, TrainingPass, InterviewTimetableRow, InterviewSlot, InterviewTicket];
export const JURY_MIGRATIONS = [
  JudgesAndConflicts1764000008010, Training1764000008011, AssignmentPreviews1764000008012, Interviews1764000008013, TrainingSheets1764000008200, CallBacks1764000008201,
  TrainingMaterials1764000008202, InterviewsNotBlind1764000008302, RefillRuns1764000008303,
];
