import { AssignmentPlanner } from './assignment-planner.service.js';
import { ConflictLedger } from './conflict-ledger.service.js';
import { ConflictsController } from './conflicts.controller.js';
import { ConflictTouch } from './entities/conflict-touch.entity.js';
import { JudgeAlias } from './entities/judge-alias.entity.js';
import { JudgeAway } from './entities/judge-away.entity.js';
import { TrainingAttempt, TrainingEntry, TrainingPass, TrainingSet } from './entities/training.entities.js';
import { JudgesAndConflicts1764000008010 } from './migrations/1764000008010-judges-and-conflicts.js';
import { Training1764000008011 } from './migrations/1764000008011-training.js';
import { AssignmentPreviews1764000008012 } from './migrations/1764000008012-assignment-previews.js';
import { TrainingGate } from './training-gate.service.js';
import { TrainingOffice } from './training-office.service.js';
import { TrainingController } from './training.controller.js';
import { Training } from './training.service.js';

/** Who judges, what stands between judge and entry, and who judges what and when. */
export const JURY_AND_PLANS = [AssignmentPlanner, ConflictLedger, Training, TrainingGate, TrainingOffice];
export const JURY_CONTROLLERS = [ConflictsController, TrainingController];
export const JURY_ENTITIES = [JudgeAlias, JudgeAway, ConflictTouch, TrainingSet, TrainingEntry, TrainingAttempt, TrainingPass];
export const JURY_MIGRATIONS = [JudgesAndConflicts1764000008010, Training1764000008011, AssignmentPreviews1764000008012];
