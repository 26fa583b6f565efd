import { Flag, Id, Instant, OneOf, Text, Texts } from '#libs/platform';
import { PANEL_STATES, SHEET_STATES } from '../core/judging-states.js';

export class ConflictTouchRow {
  @Id() assignmentId: string;
  @Text() code: string;
  @Id() panelId: string;
  @Text() panel: string;
  @OneOf(PANEL_STATES) panelState: string;
  @Id() judgeId: string;
  @Text() judgeName: string;
  @OneOf(SHEET_STATES) sheetState: string;
  @Texts({ description: 'Why, in words; never who stands behind the code.' }) reasons: string[];
  @Flag({ description: 'All of it rests on a common name or address and may be lifted with a reason.' }) liftable: boolean;
  @Instant() foundAt: string;
}

export class ConflictLift {
  @Text({ min: 5, max: 500, description: 'Why the pair is not in conflict after all, e.g. another person of the same name.' }) reason: string;
}
