import { Flag, Id, Ids, Instant, ListOf, OneOf, Text, Texts, Whole } from '#libs/platform';
import { PANEL_JUDGE_STATES, PANEL_STATES } from '../core/judging-states.js';

export class PanelInput {
  @Text({ min: 1, max: 60 }) name: string;
  @Texts({ max: 20, description: 'Entry types; none: all.' }) types: string[];
  @Texts({ max: 20, description: 'Groups; none: all.' }) groups: string[];
  @Texts({ max: 60, description: 'Disciplines; none: all.' }) disciplines: string[];
  @Whole({ min: 1, max: 15, optional: true, description: 'Default: as the rulebook says.' }) reviewsPerEntry?: number;
  @Whole({ min: 0, max: 1000, optional: true }) minLoad?: number;
  @Whole({ min: 1, max: 1000, optional: true }) maxLoad?: number;
}

export class PanelView {
  @Id() id: string;
  @Id() editionId: string;
  @Text() stageKey: string;
  @Text() name: string;
  @Texts() types: string[];
  @Texts() groups: string[];
  @Texts() disciplines: string[];
  @Whole() reviewsPerEntry: number;
  @Whole() minLoad: number;
  @Whole() maxLoad: number;
  @OneOf(PANEL_STATES) state: string;
  @Instant({ nullable: true }) lockedAt: string | null;
  @Whole({ description: 'Judges who accepted.' }) judges: number;
  @Whole({ description: 'Entries that have a code in this panel.' }) entries: number;
  @Whole() assigned: number;
  @Whole() submitted: number;
  @Text({ nullable: true }) leadName: string | null;
}

export class PanelSeatView {
  @Id() judgeId: string;
  @Text() name: string;
  @Text() employer: string;
  @Texts() fields: string[];
  @OneOf(PANEL_JUDGE_STATES) state: string;
  @Flag() lead: boolean;
  @Flag({ description: 'Counts as a leading judge, as the group leader does.' }) senior: boolean;
  @Whole({ nullable: true }) maxLoad: number | null;
  @Text({ nullable: true }) reason: string | null;
  @Instant() invitedAt: string;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Text({ nullable: true, description: 'Version of the terms the judge agreed to.' }) termsVersion: string | null;
}

export class PanelDetail extends PanelView {
  @ListOf(() => PanelSeatView) seats: PanelSeatView[];
}

export class SeatsInput {
  @Ids({ min: 1, max: 200, description: 'Accounts with the role judge.' }) accountIds: string[];
  @Flag({ optional: true, description: 'Seat them at once instead of asking; they agreed to the terms on paper.' }) accepted?: boolean;
}

export class SeatChange {
  @Flag({ optional: true }) lead?: boolean;
  @Flag({ optional: true }) senior?: boolean;
  @Whole({ min: 1, max: 1000, optional: true, nullable: true }) maxLoad?: number | null;
}

export class SeatEnd {
  @Text({ min: 5, max: 500 }) reason: string;
}

/** Who left and what it changed. */
export class SeatEndView {
  @Whole({ description: 'Sheets of the judge in this panel that no longer count.' }) voidSheets: number;
  @Id({ nullable: true, description: 'The run that looks for judges who take the entries over; null: none is needed.' }) runId: string | null;
}
