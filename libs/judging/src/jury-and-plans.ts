import { ConflictLedger } from './conflict-ledger.service.js';
import { ConflictsController } from './conflicts.controller.js';
import { ConflictTouch } from './entities/conflict-touch.entity.js';
import { JudgeAlias } from './entities/judge-alias.entity.js';
import { JudgeAway } from './entities/judge-away.entity.js';
import { JudgesAndConflicts1764000008010 } from './migrations/1764000008010-judges-and-conflicts.js';

/** Who judges, what stands between judge and entry, and who judges what and when. */
export const JURY_AND_PLANS = [ConflictLedger];
export const JURY_CONTROLLERS = [ConflictsController];
export const JURY_ENTITIES = [JudgeAlias, JudgeAway, ConflictTouch];
export const JURY_MIGRATIONS = [JudgesAndConflicts1764000008010];
