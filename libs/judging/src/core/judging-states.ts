export const PANEL_STATES = ['draft', 'open', 'locked'] as const;
export type PanelState = (typeof PANEL_STATES)[number];

export const PANEL_JUDGE_STATES = ['invited', 'accepted', 'declined', 'withdrawn', 'removed'] as const;
export type PanelJudgeState = (typeof PANEL_JUDGE_STATES)[number];

/** `assigned` is the only live one; the others keep why the pair ended. */
export const ASSIGNMENT_STATES = ['assigned', 'declined', 'recused', 'withdrawn', 'removed'] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** Where the sheet of an assignment stands; `blank`: nothing saved yet. */
export const SHEET_STATES = ['blank', 'draft', 'submitted', 'reopened'] as const;
export type SheetState = (typeof SHEET_STATES)[number];

export const CONFLICT_KINDS = [
  'member', 'coach', 'chain', 'sameSchool', 'pastSchool', 'samePrefecture', 'declaredSchool', 'declaredPerson', 'declaredKin', 'guardianName', 'samePerson', 'recused',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export const INTEREST_KINDS = ['school', 'organisation', 'person'] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];

/** What a named person is to the judge. */
export const RELATIONS = ['kin', 'teacher', 'pupil', 'partner', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

export const RUN_STATES = ['queued', 'running', 'planned', 'done', 'discarded', 'infeasible', 'cancelled', 'failed'] as const;
export type RunState = (typeof RUN_STATES)[number];

export const CONCERN_KINDS = ['leak', 'plagiarism', 'ethics', 'other'] as const;
export type ConcernKind = (typeof CONCERN_KINDS)[number];
