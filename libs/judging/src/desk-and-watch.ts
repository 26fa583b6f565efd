import type { Provider, Type } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { Comparisons } from './comparisons.service.js';
import { ComparisonsController } from './comparisons.controller.js';
import { Corrections } from './corrections.queries.js';
import { Discussions } from './discussions.service.js';
import { DiscussionsController } from './discussions.controller.js';
import { CommentCheck } from './entities/comment-check.entity.js';
import { Comparison } from './entities/comparison.entity.js';
import { PaperDifference, PaperSheet } from './entities/paper-sheet.entity.js';
import { PanelMessage, PanelOrder } from './entities/panel-message.entity.js';
import { GivenScore } from './entities/given-score.entity.js';
import { JudgingQuestion } from './entities/judging-question.entity.js';
import { JudgingReminder } from './entities/judging-reminder.entity.js';
import { ReliabilityReport } from './entities/reliability-report.entity.js';
import { StageScreening } from './entities/stage-screening.entity.js';
import { HeldComments } from './held-comments.service.js';
import { JudgingPeople } from './judging-people.queries.js';
import { JudgingWatch } from './judging-watch.service.js';
import { LeaderController } from './leader.controller.js';
import { SheetSeconds1764000008040 } from './migrations/1764000008040-sheet-seconds.js';
import { JudgingQuestions1764000008041 } from './migrations/1764000008041-judging-questions.js';
import { PanelDiscussion1764000008042 } from './migrations/1764000008042-panel-discussion.js';
import { PaperSheets1764000008043 } from './migrations/1764000008043-paper-sheets.js';
import { OpenInvitations } from './open-invitations.service.js';
import { PaperSheetsController } from './paper-sheets.controller.js';
import { PaperSheets } from './paper-sheets.service.js';
import { ReliabilityReports1764000008044 } from './migrations/1764000008044-reliability-reports.js';
import { CorrectionNamedBefore1764000008045 } from './migrations/1764000008045-correction-named-before.js';
import { GivenScores1764000008046 } from './migrations/1764000008046-given-scores.js';
import { CommentChecks1764000008301 } from './migrations/1764000008301-comment-checks.js';
import { Comparisons1764000009401 } from './migrations/1764000009401-comparisons.js';
import { MoreQuestions1764000009400 } from './migrations/1764000009400-more-questions.js';
import { ReliabilityController } from './reliability.controller.js';
import { ReliabilityReports } from './reliability-reports.service.js';
import { Questions } from './questions.service.js';
import { ScoreImport } from './score-import.service.js';
import { Screening } from './screening.service.js';
import { StageReviews } from './stage-reviews.queries.js';
import { WatchController } from './watch.controller.js';

/** What serves the desk's comments, watches over the judging and reports on it. */
export const DESK_AND_WATCH: Provider[] = [Comparisons, Corrections, Discussions, HeldComments, JudgingPeople, JudgingWatch, OpenInvitations, PaperSheets, Questions, ReliabilityReports, ScoreImport, Screening, StageReviews];

export const WATCH_CONTROLLERS: Type[] = [ComparisonsController, DiscussionsController, LeaderController, PaperSheetsController, ReliabilityController, WatchController];

export const WATCH_ENTITIES: Room['entities'] = [CommentCheck, Comparison, GivenScore, JudgingQuestion, JudgingReminder, PanelMessage, PanelOrder, PaperDifference, PaperSheet, ReliabilityReport, StageScreening];

export const WATCH_MIGRATIONS: Room['migrations'] = [SheetSeconds1764000008040, JudgingQuestions1764000008041, PanelDiscussion1764000008042, PaperSheets1764000008043, ReliabilityReports1764000008044, CorrectionNamedBefore1764000008045, GivenScores1764000008046, CommentChecks1764000008301, MoreQuestions1764000009400, Comparisons1764000009401];
