import { assignJudges } from '../assignment/assign.js';
import type { InfeasibilityProof, IntegerModel, IntegerSolver } from '../assignment/problem.js';
import { minimalConflict } from '../minimal-conflict.js';
import { PlanningInputError, PlanningUndecided, requireInteger } from '../planning-errors.js';
import { colourEvenly } from './even-colouring.js';
import { overlaps, startTimes, type TimeSpan } from './time-grid.js';

export interface RunTeam {
  readonly id: string;
  /** Interviews and the like; no run may overlap them, extended by `aroundBusy` on both sides. */
  readonly busy?: readonly TimeSpan[];
}

export interface RunTimetableRequest {
  readonly teams: readonly RunTeam[];
  readonly runsPerTeam: number;
  readonly fields: readonly string[];
  /** Playing blocks; breaks lie between them. */
  readonly blocks: readonly TimeSpan[];
  /** Minutes from one start to the next on a field (run, scoring and turnaround), and of the run itself. */
  readonly cycle: number;
  readonly runLength: number;
  /** Least minutes from the end of a team's run to the start of its next. */
  readonly minimumGap: number;
  readonly aroundBusy?: number;
  readonly seed: number | string;
}

export interface TimetabledRun {
  readonly team: string;
  /** 1 for the team's first run. */
  readonly round: number;
  readonly field: string;
  readonly start: number;
}

export type RunTimetableProof =
  /** Hall condition over teams and start times: `entries` are teams, `judges` start times with one place per field. */
  | { readonly kind: 'places-short'; readonly proof: InfeasibilityProof }
  /** Searched completely: already these items (teams) cannot be placed together; without any one of them the others can. */
  | { readonly kind: 'solver-verdict'; readonly solver: string; readonly items: readonly string[] };

export type RunTimetable = { readonly kind: 'timetable'; readonly runs: readonly TimetabledRun[]; readonly end: number } | { readonly kind: 'infeasible'; readonly proof: RunTimetableProof };

const ATTEMPTS = 12;

interface Setting {
  readonly request: RunTimetableRequest;
  readonly starts: readonly number[];
  readonly blocked: readonly ReadonlySet<number>[];
}

function prepare(request: RunTimetableRequest): Setting {
  requireInteger(request.runsPerTeam, 'runsPerTeam', 1);
  requireInteger(request.minimumGap, 'minimumGap');
  if (request.cycle < request.runLength) throw new PlanningInputError('CYCLE_TOO_SHORT', 'cycle', 'a run does not fit into the cycle');
  if (request.fields.length === 0) throw new PlanningInputError('NO_FIELD', 'fields', 'at least one field is needed');
  const teams = [...request.teams].sort((a, b) => (a.id < b.id ? -1 : 1));
  const starts = startTimes(request.blocks, request.cycle, request.runLength);
  const around = request.aroundBusy ?? 0;
  const blocked = teams.map(({ busy = [] }) => new Set(starts.filter((start) => busy.some(({ from, to }) => overlaps({ from: start - around, to: start + request.runLength + around }, { from, to })))));
  return { request: { ...request, teams }, starts, blocked };
}

/** One run of every team inside a window of start times, as an assignment of teams to times; `null` if it cannot be. */
function placeRound(setting: Setting, window: readonly number[], last: readonly (number | null)[], seed: string): number[] | null {
  const { request, blocked } = setting;
  const conflicts: { entry: string; judge: string }[] = [];
  const scores: { entry: string; judge: string; score: number }[] = [];
  request.teams.forEach(({ id }, team) => {
    for (const start of window) {
      const before = last[team]!;
      const rest = before === null ? Infinity : start - before - request.runLength;
      if (blocked[team]!.has(start) || rest < request.minimumGap) conflicts.push({ entry: id, judge: String(start) });
      else if (rest < 2 * request.minimumGap) scores.push({ entry: id, judge: String(start), score: rest - 2 * request.minimumGap });
    }
  });
  const plan = assignJudges(
    { entries: request.teams.map(({ id }) => ({ id, need: 1 })), judges: window.map((start) => ({ id: String(start), max: request.fields.length })), conflicts, scores, seed },
    { balance: 'none', linking: 'report' },
  );
  if (plan.kind === 'infeasible') return null;
  const timeOf = new Map(plan.pairs.map(({ entry, judge }) => [entry, Number(judge)]));
  return request.teams.map(({ id }) => timeOf.get(id)!);
}

function placeInRounds(setting: Setting): number[][] | null {
  const { request, starts } = setting;
  const perRound = Math.ceil(request.teams.length / request.fields.length);
  const widest = Math.floor(starts.length / request.runsPerTeam);
  for (let length = perRound; length <= widest; length++) {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const times: number[][] = [];
      let last: (number | null)[] = request.teams.map(() => null);
      for (let round = 0; round < request.runsPerTeam; round++) {
        const placed = placeRound(setting, starts.slice(round * length, (round + 1) * length), last, `${request.seed}/${round}/${attempt}`);
        if (!placed) break;
        times.push(placed);
        last = placed;
      }
      if (times.length === request.runsPerTeam) return times;
    }
  }
  return null;
}

/** Without gaps: can every team get its runs at all? The assignment engine answers with a proof. */
function relaxed(setting: Setting): InfeasibilityProof | null {
  const { request, starts, blocked } = setting;
  const result = assignJudges(
    {
      entries: request.teams.map(({ id }) => ({ id, need: request.runsPerTeam })),
      judges: starts.map((start) => ({ id: String(start), max: request.fields.length })),
      conflicts: request.teams.flatMap(({ id }, team) => [...blocked[team]!].map((start) => ({ entry: id, judge: String(start) }))),
      seed: request.seed,
    },
    { balance: 'none', linking: 'report' },
  );
  return result.kind === 'infeasible' ? result.proof : null;
}

/** Teams x start times as a binary program: places per time, runs per team, and at most one run in every span of run plus gap. */
function exactModel({ request, starts, blocked }: Setting): { model: IntegerModel; cells: { team: number; start: number }[] } {
  const cells = request.teams.flatMap((_, team) => starts.filter((start) => !blocked[team]!.has(start)).map((start) => ({ team, start })));
  const rows: { columns: number[]; coefficients: number[]; least: number; most: number }[] = [];
  const addRow = (belongs: (cell: { team: number; start: number }) => boolean, least: number, most: number): void => {
    const columns = cells.flatMap((cell, column) => (belongs(cell) ? [column] : []));
    if (columns.length > 0 || least > 0) rows.push({ columns, coefficients: columns.map(() => 1), least, most });
  };
  for (const start of starts) addRow((cell) => cell.start === start, 0, request.fields.length);
  request.teams.forEach((_, team) => {
    addRow((cell) => cell.team === team, request.runsPerTeam, request.runsPerTeam);
    for (const start of starts) addRow((cell) => cell.team === team && cell.start >= start && cell.start < start + request.runLength + request.minimumGap, 0, 1);
  });
  return { model: { objective: cells.map(({ start }) => -starts.indexOf(start)), rows }, cells };
}

function solveExactly(setting: Setting, solver: IntegerSolver): number[][] | null {
  const { model, cells } = exactModel(setting);
  const outcome = solver.solve(model);
  if (outcome.kind === 'infeasible') return null;
  if (outcome.values === null) throw new PlanningUndecided(setting.request.teams.map(({ id }) => id), 'time');
  const { values } = outcome;
  const times = setting.request.teams.map((): number[] => []);
  cells.forEach(({ team, start }, column) => values[column]! > 0.5 && times[team]!.push(start));
  return Array.from({ length: setting.request.runsPerTeam }, (_, round) => times.map((own) => own.sort((a, b) => a - b)[round]!));
}

/** A smallest part of the teams that already has no timetable. */
function teamsInTheWay(request: RunTimetableRequest, solver: IntegerSolver): string[] {
  function* impossible(teams: readonly RunTeam[]): Generator<never, boolean, void> {
    return solver.solve(exactModel(prepare({ ...request, teams })).model).kind === 'infeasible';
  }
  const part = minimalConflict(request.teams, impossible).next();
  return (part.value as RunTeam[]).map(({ id }) => id).sort();
}

/** Chooses the fields so that each team meets all fields equally often (up to one) and no field is used twice at a time. */
function chooseFields(setting: Setting, times: readonly (readonly number[])[]): TimetabledRun[] {
  const { request, starts } = setting;
  const timeIndex = new Map(starts.map((start, index) => [start, index]));
  const edges = times.flatMap((round, index) => round.map((start, team) => ({ left: team, right: timeIndex.get(start)!, round: index + 1, start })));
  const fields = colourEvenly(edges, request.teams.length, starts.length, request.fields.length);
  return edges
    .map(({ left, round, start }, edge) => ({ team: request.teams[left]!.id, round, field: request.fields[fields[edge]!]!, start }))
    .sort((a, b) => a.start - b.start || (a.field < b.field ? -1 : 1));
}

/**
 * A timetable of runs over fields: the same number for every team, the gap kept, no clash with other appointments, as compact as
 * the rounds allow, fields balanced (differences of at most one). With a solver every feasible request gets a timetable; without
 * one, round-by-round flows are tried and `PlanningUndecided` is thrown if they fail where no proof exists.
 */
export function timetableRuns(request: RunTimetableRequest, solver?: IntegerSolver): RunTimetable {
  const setting = prepare(request);
  const shortage = relaxed(setting);
  if (shortage) return { kind: 'infeasible', proof: { kind: 'places-short', proof: shortage } };
  let times = placeInRounds(setting);
  if (!times) {
    if (!solver) throw new PlanningUndecided(setting.request.teams.map(({ id }) => id), 'solver');
    times = solveExactly(setting, solver);
    if (!times) return { kind: 'infeasible', proof: { kind: 'solver-verdict', solver: solver.name, items: teamsInTheWay(request, solver) } };
  }
  const runs = chooseFields(setting, times);
  return { kind: 'timetable', runs, end: runs.reduce((end, { start }) => Math.max(end, start + request.runLength), 0) };
}

/** A team withdraws: its later runs are taken out and nobody else moves. Returns the runs left and those freed. */
export function withdrawFromTimetable(runs: readonly TimetabledRun[], team: string, from: number): { readonly runs: readonly TimetabledRun[]; readonly freed: readonly TimetabledRun[] } {
  if (!runs.some((run) => run.team === team)) throw new PlanningInputError('UNKNOWN_TEAM', 'team', `"${team}" has no run`);
  const freed = runs.filter((run) => run.team === team && run.start >= from);
  return { runs: runs.filter((run) => !freed.includes(run)), freed };
}

/** Faults of a timetable, read separately from the request; empty when every hard rule is kept. */
export function checkTimetable(request: RunTimetableRequest, runs: readonly TimetabledRun[]): string[] {
  const faults: string[] = [];
  const places = new Set<string>();
  for (const { team, field, start } of runs) {
    const end = start + request.runLength;
    if (!request.blocks.some(({ from, to }) => start >= from && end <= to)) faults.push(`${team} plays at ${start}, outside the blocks`);
    if (runs.some((other) => other.field === field && other.start !== start && Math.abs(other.start - start) < request.cycle)) faults.push(`${field} has no turnaround at ${start}`);
    if (places.has(`${field}/${start}`)) faults.push(`${field} is used twice at ${start}`);
    places.add(`${field}/${start}`);
  }
  for (const { id, busy = [] } of request.teams) {
    const own = runs.filter(({ team }) => team === id).sort((a, b) => a.start - b.start);
    if (own.length !== request.runsPerTeam) faults.push(`${id} has ${own.length} runs`);
    own.slice(1).forEach((run, index) => run.start - own[index]!.start - request.runLength < request.minimumGap && faults.push(`${id} rests too little before ${run.start}`));
    const around = request.aroundBusy ?? 0;
    for (const { start } of own) if (busy.some(({ from, to }) => start - around < to && from < start + request.runLength + around)) faults.push(`${id} is busy at ${start}`);
    const uses = request.fields.map((field) => own.filter((run) => run.field === field).length);
    if (Math.max(...uses) - Math.min(...uses) > 1) faults.push(`${id} meets the fields unevenly`);
  }
  return faults;
}
