export { PlanningCancelled, PlanningInputError, PlanningUndecided, requireDistinct } from './planning-errors.js';
export { seededRandom, type SeededRandom } from './seeded-random.js';
export { runSteps, runStepsWithPauses, type PlanningProgress, type PlanningSteps, type RunOptions } from './steps.js';
export { explainInfeasible, explainPairInWords, explainRefusal } from './texts/explain.js';
export type { PlanningLanguage, PlanningRefusal } from './texts/planning-texts.js';

export type {
  AssignmentCertificate,
  AssignmentEntry,
  AssignmentJudge,
  AssignmentOptions,
  AssignmentPlan,
  AssignmentProblem,
  AssignmentResult,
  CompositionRule,
  EntryJudgePair,
  InfeasibilityProof,
  InfeasibleAssignment,
  IntegerModel,
  IntegerOutcome,
  IntegerSolver,
  PairScore,
  PlannedPair,
} from './assignment/problem.js';
export { assignJudges, assignJudgesInSteps } from './assignment/assign.js';
export { repairAssignment, repairAssignmentInSteps, problemOfRepair, type AssignmentRepair, type ExistingPair, type RepairedPlan } from './assignment/repair.js';
export { verifyAssignment, verifyInfeasible, type AssignmentVerdict } from './assignment/certificate.js';
export { topUpAssignment, type ToppedUpPlan, type TopUpRequest } from './assignment/top-up.js';
export { randomiseAssignment, randomiseAssignmentInSteps, type LimitTooTight, type PairLimit, type RandomisedPlan } from './assignment/randomised.js';
export { explainPair, type PairExplanation } from './assignment/explanation.js';

export { splitQuota, type QuotaMethod, type QuotaPlaces, type QuotaResult, type QuotaShare, type QuotaSplit } from './quotas/split-quota.js';

export { BESIDE_BEFORE_BEHIND, EIGHT_AROUND } from './seating/problem.js';
export type {
  NeighbourPenalty,
  SeatedCandidate,
  SeatingCandidate,
  SeatingOptions,
  SeatingPlan,
  SeatingProblem,
  SeatingResult,
  SeatingRoom,
  SeatingSite,
  SeatsShort,
  Separation,
  SeparationBound,
} from './seating/problem.js';
export { seatCandidates, seatCandidatesInSteps } from './seating/seat-candidates.js';
export { seatLateCandidate, type LateSeat } from './seating/late-candidate.js';
export { countPenalty, verifySeating, verifySeatsShort, verifySeparationBound, type SeatingVerdict } from './seating/verify-seating.js';

export { bracketSize, seedOrder, seedSlots, snakeGroups, spreadByes, type SeedingStyle } from './draws/seeding.js';
export { seedQualifiers, type GroupPlace } from './draws/group-qualifiers.js';
export { doubleElimination, singleElimination, type Bracket, type BracketMatch, type BracketOptions, type SideSource } from './draws/bracket.js';
export { bracketStandings, resolveBracket, type BracketState, type MatchResult, type ResolvedMatch } from './draws/bracket-state.js';
export { roundRobin, type RoundRobinRound } from './draws/round-robin.js';
export { pointsTable, type PointRules, type PointsTable, type TableMatch } from './draws/points-table.js';
export { replayAllianceSelection, type AllianceRules, type AllianceState, type Invitation } from './draws/alliance-selection.js';
export { pairSwissRound, verifyRematchProof, type SwissBracket, type SwissPair, type SwissProof, type SwissRound, type SwissRules, type SwissTeam } from './draws/swiss.js';

export { scheduleAlliances, scheduleAlliancesInSteps, type AllianceMatch, type AllianceSchedule, type AllianceScheduleImpossible, type AllianceScheduleOptions, type AllianceScheduleRequest } from './matches/alliance-schedule.js';
export { measureSchedule, type ScheduleMeasures } from './matches/schedule-measures.js';
export { replaceWithdrawn, type WithdrawalRepair } from './matches/alliance-withdrawal.js';
export { checkTimetable, timetableRuns, withdrawFromTimetable, type RunTeam, type RunTimetable, type RunTimetableProof, type RunTimetableRequest, type TimetabledRun } from './matches/run-timetable.js';
export { startTimes, type TimeSpan } from './matches/time-grid.js';

export {
  checkInterviews,
  timetableInterviews,
  type Interview,
  type InterviewPanel,
  type InterviewProof,
  type InterviewRequest,
  type InterviewTimetable,
  type TimetabledInterview,
} from './interviews/interview-timetable.js';
export { scheduleCallBacks, type CallBack, type CallBackSchedule } from './interviews/call-backs.js';

export { splitBlocks, type BlockSplit } from './quotas/split-blocks.js';
export { deriveConflicts, type DerivedConflict, type LinkedEntry, type LinkedJudge } from './assignment/derived-conflicts.js';
export { timeMatches, type MatchTime, type MatchTimes } from './matches/match-times.js';
export { checkAllianceSelection, checkBracket, checkGroups, checkRoundRobin, checkSwissRound, verifySwissProof } from './draws/verify-draws.js';
export { checkAlliances, verifyAlliancesImpossible } from './matches/verify-alliances.js';
export { verifyRunProof } from './matches/verify-run-proof.js';
export { verifyInterviewProof } from './interviews/verify-interview-proof.js';
export { checkQuota, verifyQuotaProof } from './quotas/verify-quota.js';
export { checkRandomised } from './assignment/verify-randomised.js';
