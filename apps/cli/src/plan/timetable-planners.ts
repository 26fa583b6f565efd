import {
  checkAlliances,
  checkInterviews,
  checkTimetable,
  explainRefusal,
  replaceWithdrawn,
  scheduleAlliances,
  scheduleCallBacks,
  timeMatches,
  timetableInterviews,
  timetableRuns,
  verifyAlliancesImpossible,
  verifyInterviewProof,
  verifyRunProof,
  withdrawFromTimetable,
  type AllianceMatch,
  type AllianceScheduleRequest,
  type InterviewRequest,
  type MatchTime,
  type RunTimetableRequest,
  type TimeSpan,
  type TimetabledRun,
} from '#libs/planning';
import { planner, proven, type PlanTable } from './planner.js';
import { fields, list, positive, seed, text, whole } from './shape.js';

const span = fields({ from: whole, to: whole });
const run = fields({ team: text, round: positive, field: text, start: whole });
const match = fields({ number: positive, red: list(text), blue: list(text), surrogates: list(text) });
/** Minutes since midnight as a time of day. */
const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const runTable = (runs: readonly TimetabledRun[]): PlanTable => ({ columns: ['start', 'field', 'team', 'round'], rows: runs.map((one) => [clock(one.start), one.field, one.team, one.round]) });

export const rounds = planner<RunTimetableRequest>(
  fields({
    teams: list(fields({ id: text, 'busy?': list(span) })), runsPerTeam: positive, fields: list(text), blocks: list(span), cycle: positive, runLength: positive,
    minimumGap: whole, 'aroundBusy?': whole, seed,
  }),
  async (request, { language, solver }) => {
    const result = timetableRuns(request, await solver());
    if (result.kind === 'infeasible') return { result, table: runTable([]), refusal: explainRefusal(result.proof, language), verify: () => proven(verifyRunProof(request, result.proof)) };
    return { result, table: runTable(result.runs), refusal: null, verify: () => checkTimetable(request, result.runs) };
  },
);

export const roundsWithdraw = planner<{ runs: TimetabledRun[]; team: string; from: number }>(fields({ runs: list(run), team: text, from: whole }), ({ runs, team, from }) => {
  const result = withdrawFromTimetable(runs, team, from);
  const moved = runs.filter((one) => !(one.team === team && one.start >= from)).filter((one) => !result.runs.some((kept) => JSON.stringify(kept) === JSON.stringify(one)));
  return { result, table: runTable(result.freed), refusal: null, verify: () => moved.map((one) => JSON.stringify(one)) };
});

interface MatchesInput extends AllianceScheduleRequest {
  readonly times?: { readonly fields: readonly string[]; readonly blocks: readonly TimeSpan[]; readonly cycle: number; readonly length: number };
}

function matchTable(matches: readonly AllianceMatch[], times: readonly MatchTime[]): PlanTable {
  const timeOf = new Map(times.map((time) => [time.number, time]));
  const timed = times.length > 0;
  return {
    columns: ['match', ...(timed ? ['start', 'field'] : []), 'red', 'blue', 'surrogates'],
    rows: matches.map(({ number, red, blue, surrogates }) => [
      number, ...(timed ? [clock(timeOf.get(number)!.start), timeOf.get(number)!.field] : []), red.join(' '), blue.join(' '), surrogates.join(' '),
    ]),
  };
}

export const matches = planner<MatchesInput>(
  fields({
    teams: list(text), matchesPerTeam: positive, allianceSize: positive, minimumGap: positive, seed,
    'times?': fields({ fields: list(text), blocks: list(span), cycle: positive, length: positive }),
  }),
  ({ times, ...request }, { language }) => {
    const result = scheduleAlliances(request);
    if (result.kind === 'infeasible') return { result, table: matchTable([], []), refusal: explainRefusal(result.proof, language), verify: () => proven(verifyAlliancesImpossible(request, result.proof)) };
    const timed = times ? timeMatches(result.matches, times.fields, times.blocks, times.cycle, times.length) : null;
    if (timed?.kind === 'infeasible') return { result: { ...result, times: timed }, table: matchTable(result.matches, []), refusal: explainRefusal(timed.proof, language), verify: () => checkAlliances(request, result.matches) };
    return { result: timed ? { ...result, times: timed.times } : result, table: matchTable(result.matches, timed?.times ?? []), refusal: null, verify: () => checkAlliances(request, result.matches) };
  },
);

export const matchesWithdraw = planner<{ matches: AllianceMatch[]; withdrawn: string; from: number }>(fields({ matches: list(match), withdrawn: text, from: positive }), (input) => {
  const result = replaceWithdrawn(input.matches, input.withdrawn, input.from);
  const verify = (): string[] =>
    input.matches.flatMap((before, index) => {
      const after = result.matches[index]!;
      const [had, has] = [before, after].map(({ red, blue }) => [...red, ...blue]);
      const gone = before.number >= input.from && had!.includes(input.withdrawn) ? 1 : 0;
      const changed = had!.filter((team) => !has!.includes(team)).length;
      return changed === gone && new Set(has).size === has!.length ? [] : [`${before.number}: ${has!.join(' ')}`];
    });
  return { result, table: matchTable(result.matches, []), refusal: null, verify };
});

export const interviews = planner<InterviewRequest>(
  fields({
    interviews: list(fields({ id: text, people: list(text), 'panels?': list(text), 'conflicts?': list(text) })),
    panels: list(fields({ id: text, 'place?': text, 'away?': list(span), 'starts?': list(whole), 'most?': whole })),
    starts: list(whole), length: positive, gap: whole, travel: whole,
    'busy?': list(fields({ person: text, from: whole, to: whole })), 'gapAfterBusy?': whole, 'gapBeforeBusy?': whole, seed,
  }),
  async (request, { language, solver }) => {
    const result = timetableInterviews(request, await solver());
    const table: PlanTable = { columns: ['start', 'panel', 'interview'], rows: result.kind === 'timetable' ? result.interviews.map((one) => [clock(one.start), one.panel, one.interview]) : [] };
    if (result.kind === 'infeasible') return { result, table, refusal: explainRefusal(result.proof, language), verify: () => proven(verifyInterviewProof(request, result.proof)) };
    return { result, table, refusal: null, verify: () => checkInterviews(request, result.interviews) };
  },
);

export const callBacks = planner<{ categories: { id: string; teams: string[] }[] }>(fields({ categories: list(fields({ id: text, teams: list(text) })) }), ({ categories }) => {
  const result = scheduleCallBacks(categories);
  const verify = (): string[] => {
    const busy = [...result.calls.map(({ slot, team }) => `${slot} ${team}`), ...result.calls.map(({ slot, category }) => `${slot} ${category}`)];
    const missing = categories.flatMap(({ id, teams }) => teams.filter((team) => result.calls.filter((call) => call.category === id && call.team === team).length !== 1).map((team) => `${id} ${team}`));
    return [...busy.filter((one, index) => busy.indexOf(one) !== index), ...missing];
  };
  return { result, table: { columns: ['slot', 'category', 'team'], rows: result.calls.map((call) => [call.slot, call.category, call.team]) }, refusal: null, verify };
});
