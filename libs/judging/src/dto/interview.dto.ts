import { Day, Flag, Id, Instant, ListOf, OneOf, Text, Texts, Whole } from '#libs/platform';
import { TIMETABLE_STATES } from '../entities/interview.entities.js';

export class InterviewBlock {
  @Whole({ min: 0, max: 1440, description: 'Minutes after midnight, contest time.' }) from: number;
  @Whole({ min: 0, max: 1440 }) to: number;
}

export class InterviewDayInput {
  @Day() day: string;
  @ListOf(() => InterviewBlock, { min: 1, max: 12, description: 'Hours in their order; breaks lie between them.' }) blocks: InterviewBlock[];
}

export class InterviewRoom {
  @Id() panelId: string;
  @Text({ min: 1, max: 60 }) room: string;
  @Text({ max: 60, description: 'Building; between two of them people need the travel time.' }) place: string;
}

export class TimetableInput {
  @ListOf(() => InterviewDayInput, { min: 1, max: 14 }) days: InterviewDayInput[];
  @Whole({ min: 1, max: 480, description: 'Minutes of one interview.' }) length: number;
  @Whole({ min: 1, max: 480, description: 'Minutes from one start to the next.' }) cycle: number;
  @Whole({ min: 0, max: 480, description: 'Least minutes between two interviews of one person.' }) gap: number;
  @Whole({ min: 0, max: 480, description: 'More minutes where the building differs.' }) travel: number;
  @ListOf(() => InterviewRoom, { min: 1, max: 200 }) rooms: InterviewRoom[];
  @Flag({ description: 'Start from the timetable in force and move as few as possible.' }) keep: boolean;
}

export class CalledByPanel {
  @Id() panelId: string;
  @Texts({ min: 1, max: 200, description: 'Codes, also those of other panels.' }) codes: string[];
}

export class CallBackInput {
  @Day() day: string;
  @Whole({ min: 0, max: 1440, description: 'Minutes after midnight, contest time, at which the first ones are heard.' }) from: number;
  @Whole({ min: 1, max: 480, description: 'Minutes of one.' }) length: number;
  @Whole({ min: 1, max: 480, description: 'Minutes from one start to the next.' }) cycle: number;
  @ListOf(() => CalledByPanel, { min: 1, max: 200 }) calls: CalledByPanel[];
}

export class CallBackWithdrawal {
  @Text({ min: 5, max: 500 }) reason: string;
}

export class TimetableView extends TimetableInput {
  @Id() id: string;
  @OneOf(['first', 'callBack'], { description: 'The interviews of the stage, or a list of second ones.' }) kind: string;
  @OneOf(TIMETABLE_STATES) state: string;
  @Whole() interviews: number;
  @Whole({ description: 'Interviews elsewhere than in the timetable it was made from.' }) moved: number;
  @Text({ nullable: true, description: 'Why there is no timetable, in words.' }) obstacle: string | null;
  @Texts({ description: 'What can be done about it.' }) advice: string[];
  @Instant() createdAt: string;
  @Instant({ nullable: true }) publishedAt: string | null;
}

export class InterviewSlotView {
  @Text() code: string;
  @Id() panelId: string;
  @Text() panel: string;
  @Text() room: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Flag() moved: boolean;
  @OneOf(['expected', 'arrived', 'absent']) presence: string;
}

export class BoardLine {
  @Text() title: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Flag() callBack: boolean;
  @Flag() arrived: boolean;
}

/** One room on the screen in the hall: who is heard, and who is next. */
export class BoardRoom {
  @Text() room: string;
  @Text() panel: string;
  @ListOf(() => BoardLine, { description: 'Whose time has come, at most one.' }) now: BoardLine[];
  @ListOf(() => BoardLine, { description: 'The next ones, in their order.' }) next: BoardLine[];
}

export class OwnInterview {
  @Id() entryId: string;
  @Text() title: string;
  @Text() editionName: string;
  @Text() stageLabel: string;
  @Text() room: string;
  @Text() place: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Flag({ description: 'A second interview.' }) callBack: boolean;
  @Text({ description: 'To be shown at the door, as it is or as a QR code.' }) ticket: string;
  @Instant({ nullable: true }) arrivedAt: string | null;
}

export class JudgeInterview {
  @Id() panelId: string;
  @Text() panel: string;
  @Text() editionName: string;
  @Text() stageLabel: string;
  @Flag({ description: 'A second interview.' }) callBack: boolean;
  @Text() code: string;
  @Text() room: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
}

export class CheckInInput {
  @Text({ min: 4, max: 20 }) ticket: string;
}

export class CheckedIn {
  @Text({ description: 'Nothing that says who: the makers show their own papers.' }) ticket: string;
  @Text() room: string;
  @Text() panel: string;
  @Instant() startsAt: string;
  @Instant() arrivedAt: string;
  @Flag({ description: 'Had been recorded before.' }) again: boolean;
}

export class AbsenceList {
  @Texts({ min: 1, max: 500 }) codes: string[];
  @Text({ min: 5, max: 500 }) reason: string;
}
