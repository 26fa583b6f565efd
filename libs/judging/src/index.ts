import { registerTexts, type Room } from '#libs/platform';
import { WATCH_ENTITIES, WATCH_MIGRATIONS } from './desk-and-watch.js';
import { AssignmentRun } from './entities/assignment-run.entity.js';
import { Assignment } from './entities/assignment.entity.js';
import { Concern } from './entities/concern.entity.js';
import { Conflict } from './entities/conflict.entity.js';
import { EntryCode } from './entities/entry-code.entity.js';
import { JudgeInterest } from './entities/judge-interest.entity.js';
import { Judge } from './entities/judge.entity.js';
import { PanelGap } from './entities/panel-gap.entity.js';
import { PanelJudge } from './entities/panel-judge.entity.js';
import { Panel } from './entities/panel.entity.js';
import { ScoreSheetVersion } from './entities/score-sheet.entity.js';
import { StageClosing } from './entities/stage-closing.entity.js';
import { assigningEn } from './i18n/assigning.en.js';
import { assigningZh } from './i18n/assigning.zh.js';
import { en } from './i18n/en.js';
import { reliabilityEn } from './i18n/reliability.en.js';
import { reliabilityZh } from './i18n/reliability.zh.js';
import { zh } from './i18n/zh.js';
import { JURY_ENTITIES, JURY_MIGRATIONS } from './jury-and-plans.js';
import { JudgingModule } from './judging.module.js';
import { Judging1764000008001 } from './migrations/1764000008001-judging.js';

registerTexts(zh, en);
registerTexts(reliabilityZh, reliabilityEn);
registerTexts(assigningZh, assigningEn);

export const judgingRoom: Room = {
  name: 'judging',
  module: JudgingModule,
  entities: [Judge, JudgeInterest, Panel, PanelJudge, EntryCode, Conflict, Assignment, ScoreSheetVersion, AssignmentRun, PanelGap, Concern, StageClosing, ...JURY_ENTITIES, ...WATCH_ENTITIES],
  migrations: [Judging1764000008001, ...JURY_MIGRATIONS, ...WATCH_MIGRATIONS],
};

export { AssignPanels } from './assignment-planner.service.js';
export { JudgingWatch } from './judging-watch.service.js';
export { JudgingModule } from './judging.module.js';
