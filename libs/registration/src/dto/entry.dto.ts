import { Day, Flag, Id, Instant, Json, ListOf, Nested, OneOf, PageQuery, Text, Texts, Whole } from '#libs/platform';
import { ENTRY_STATES } from '../core/entry-state.js';
import { CapacityView } from './waiting-list.dto.js';

export class NewEntry {
  @Id() editionId: string;
  @Text({ min: 1, max: 40 }) type: string;
  @Id({ optional: true, description: "School the entry is made for; needed only where the caller's roles name several." }) schoolId?: string;
  @Text({ min: 8, max: 64, optional: true, description: 'Made by the page; the same key sent twice gives the same draft.' }) requestKey?: string;
}

export class EntryParts {
  @Text({ max: 200, optional: true }) title?: string;
  @Text({ max: 40, optional: true, nullable: true }) groupKey?: string | null;
  @Text({ max: 40, optional: true, nullable: true }) discipline?: string | null;
  @Text({ max: 40, optional: true, nullable: true }) classKey?: string | null;
  @Json({ optional: true, description: 'Only the fields that change; null empties a field.' }) form?: Record<string, unknown>;
}

export class SaveEntry {
  @Whole({ min: 1, description: 'Version the page last saw. A part that somebody else changed since is refused with both values.' }) version: number;
  @Nested(() => EntryParts) parts: EntryParts;
}

export class VersionedAct {
  @Whole({ min: 1 }) version: number;
}

export class Submission extends VersionedAct {
  @Flag({ optional: true, description: 'Agrees to wait in the list where no place is left; otherwise the entry is refused then.' }) joinWaitingList?: boolean;
}

export class MemberView {
  @Id() id: string;
  @Id() personId: string;
  @Whole() position: number;
  @Text() name: string;
  @OneOf(['M', 'F'], { nullable: true }) sex: string | null;
  @Day({ nullable: true }) birthDate: string | null;
  @Flag({ description: 'An identity number is recorded.' }) hasIdentity: boolean;
  @Id({ nullable: true }) schoolId: string | null;
  @Text({ nullable: true }) schoolName: string | null;
  @OneOf(['primary', 'junior', 'senior'], { nullable: true }) schoolStage: string | null;
  @Text({ nullable: true }) grade: string | null;
  @Text() share: string;
  @Flag() consentRequired: boolean;
  @OneOf(['notNeeded', 'missing', 'requested', 'granted', 'refused', 'withdrawn']) consent: string;
  @Flag() signed: boolean;
}

export class CoachView {
  @Id() id: string;
  @Id() personId: string;
  @Whole() position: number;
  @Text() name: string;
  @Text({ nullable: true }) schoolName: string | null;
  @Text({ nullable: true }) post: string | null;
  @Flag() signed: boolean;
}

export class MaterialView {
  @Id() id: string;
  @Text() slot: string;
  @Whole() number: number;
  @Text() name: string;
  @Text() kind: string;
  @Whole() sizeBytes: number;
  @Text() sha256: string;
  @Whole({ nullable: true }) pages: number | null;
  @Whole({ nullable: true }) width: number | null;
  @Whole({ nullable: true }) height: number | null;
  @Whole({ nullable: true, description: 'Dots per inch, where the picture states them.' }) dpi: number | null;
  @Whole({ nullable: true }) seconds: number | null;
  @Instant() addedAt: string;
  @Text() addedBy: string;
  @Instant({ nullable: true }) endedAt: string | null;
  @Text({ nullable: true }) endedBy: string | null;
  @OneOf(['waiting', 'ready', 'none'], { description: 'Whether /thumbnail and /preview have a picture.' }) preview: string;
}

export class DeadlineView {
  @Text() stage: string;
  @Instant() opensAt: string;
  @Instant() closesAt: string;
  @Instant({ description: "The server's clock." }) now: string;
  @Instant({ nullable: true, description: 'Until when files still arrive whose upload began before the end; null without a grace.' }) uploadsUntil: string | null;
}

export class EntryView {
  @Id() id: string;
  @Id() editionId: string;
  @Text() editionName: string;
  @Text() type: string;
  @Text({ nullable: true }) groupKey: string | null;
  @Text({ nullable: true }) discipline: string | null;
  @Text({ nullable: true }) classKey: string | null;
  @Text() title: string;
  @Json() form: Record<string, unknown>;
  @OneOf(ENTRY_STATES) state: string;
  @Whole() version: number;
  @Id() schoolId: string;
  @Text() schoolName: string;
  @Id() countyId: string;
  @Text() countyName: string;
  @Id() prefectureId: string;
  @Text() prefectureName: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text({ nullable: true }) authorisationNo: string | null;
  @Text({ nullable: true }) contentSha256: string | null;
  @Text({ nullable: true }) returnReason: string | null;
  @Instant({ nullable: true }) fixBy: string | null;
  @Instant() updatedAt: string;
  @Instant({ nullable: true }) submittedAt: string | null;
  @ListOf(() => MemberView) members: MemberView[];
  @ListOf(() => CoachView) coaches: CoachView[];
  @ListOf(() => MaterialView) materials: MaterialView[];
  @Texts({ description: 'What the caller may do now: edit submit withdraw approve recommend return decline checkEligibility disqualify.' }) may: string[];
  @Nested(() => DeadlineView, { nullable: true }) deadline: DeadlineView | null;
}

export class ProblemView {
  @Text() code: string;
  @Text({ optional: true }) path?: string;
  @Json({ optional: true }) params?: Record<string, unknown>;
  @Text() message: string;
  @Text({ description: 'Step from which on it must be right: submit · school · county; look: for a human to look at.' }) neededFor: string;
}

export class EntryCheckView {
  @Flag({ description: 'Nothing stands in the way of submitting.' }) ready: boolean;
  @ListOf(() => ProblemView) problems: ProblemView[];
  @ListOf(() => ProblemView, { description: 'For those who decide: people and works that look like others on record.' }) toLookAt: ProblemView[];
  @Nested(() => DeadlineView, { nullable: true }) deadline: DeadlineView | null;
  @Nested(() => CapacityView, { nullable: true, description: 'Places of the edition, as long as the entry is not handed in; null: no limit.' }) capacity: CapacityView | null;
}

export class DecisionView {
  @Text() action: string;
  @Text() fromState: string;
  @Text() toState: string;
  @Text({ nullable: true }) level: string | null;
  @Text({ nullable: true, description: 'Name of the official; hidden from students and coaches.' }) decidedBy: string | null;
  @Text() reason: string;
  @Instant({ nullable: true }) fixBy: string | null;
  @Texts() checked: string[];
  @Instant() decidedAt: string;
}

export class EntryQuery extends PageQuery {
  @Id() editionId: string;
  @Text({ max: 200, optional: true, description: 'One state or several with commas.' }) state?: string;
  @Text({ max: 40, optional: true }) type?: string;
  @Text({ max: 40, optional: true }) group?: string;
  @Text({ max: 40, optional: true }) discipline?: string;
  @Id({ optional: true }) prefectureId?: string;
  @Id({ optional: true }) countyId?: string;
  @Id({ optional: true }) schoolId?: string;
}

export class EntryRow {
  @Id() id: string;
  @Text({ nullable: true }) entryNo: string | null;
  @Text() type: string;
  @Text({ nullable: true }) groupKey: string | null;
  @Text({ nullable: true }) discipline: string | null;
  @Text() title: string;
  @OneOf(ENTRY_STATES) state: string;
  @Texts() members: string[];
  @Id() schoolId: string;
  @Text() schoolName: string;
  @Id() countyId: string;
  @Text() countyName: string;
  @Id() prefectureId: string;
  @Text() prefectureName: string;
  @Whole({ nullable: true }) schoolRank: number | null;
  @Whole({ nullable: true }) countyRank: number | null;
  @Whole({ nullable: true }) prefectureRank: number | null;
  @Whole() version: number;
  @Instant() updatedAt: string;
  @Instant({ nullable: true }) submittedAt: string | null;
}

export class OwnEntryRow {
  @Id() id: string;
  @Id() editionId: string;
  @Text() editionName: string;
  @Text() type: string;
  @Text() title: string;
  @OneOf(ENTRY_STATES) state: string;
  @Text() schoolName: string;
  @Texts() members: string[];
  @Text({ nullable: true }) returnReason: string | null;
  @Instant({ nullable: true }) fixBy: string | null;
  @Instant({ nullable: true, description: 'A place is offered to the entry; its makers can answer until then.' }) answerBy: string | null;
  @Instant() updatedAt: string;
}
