import { verifyInfeasible } from '../assignment/certificate.js';
import { nothingFits, searchBudget, TooMuchToTry } from '../exhaustive-search.js';
import type { RunTimetableProof, RunTimetableRequest } from './run-timetable.js';

const LOOKED_AT_MOST = 2_000_000;

/** Start times of the request, counted anew. */
function startsOf({ blocks, cycle, runLength }: RunTimetableRequest): number[] {
  return blocks.flatMap(({ from, to }) => Array.from({ length: Math.max(0, Math.floor((to - from - runLength) / cycle) + 1) }, (_, turn) => from + turn * cycle));
}

/**
 * Checks why a timetable of runs cannot be, from the request alone: a shortage of places by counting, a solver's verdict by trying
 * all start times of the teams it names. False also where there is too much to try.
 */
export function verifyRunProof(request: RunTimetableRequest, proof: RunTimetableProof): boolean {
  const starts = startsOf(request);
  const around = request.aroundBusy ?? 0;
  const isBusy = (team: RunTimetableRequest['teams'][number], start: number): boolean => (team.busy ?? []).some(({ from, to }) => start - around < to && from < start + request.runLength + around);
  if (proof.kind === 'places-short') {
    const asked = {
      entries: request.teams.map(({ id }) => ({ id, need: request.runsPerTeam })),
      judges: starts.map((start) => ({ id: String(start), max: request.fields.length })),
      conflicts: request.teams.flatMap((team) => starts.filter((start) => isBusy(team, start)).map((start) => ({ entry: team.id, judge: String(start) }))),
      seed: 0,
    };
    return verifyInfeasible(asked, proof.proof);
  }
  const step = searchBudget(LOOKED_AT_MOST);
  const waysOf = (team: RunTimetableRequest['teams'][number]): number[][] => {
    const ways: number[][] = [];
    const extend = (way: readonly number[], from: number): void => {
      step();
      if (way.length === request.runsPerTeam) return void ways.push([...way]);
      for (let next = from; next < starts.length; next++) {
        const before = way[way.length - 1];
        const rested = before === undefined || starts[next]! - starts[before]! - request.runLength >= request.minimumGap;
        if (rested && !isBusy(team, starts[next]!)) extend([...way, next], next + 1);
      }
    };
    extend([], 0);
    return ways;
  };
  const named = request.teams.filter(({ id }) => proof.items.includes(id));
  try {
    return named.length === proof.items.length && nothingFits(named.map(waysOf), starts.map(() => request.fields.length), starts.map(() => 0), step);
  } catch (error) {
    if (error instanceof TooMuchToTry) return false;
    throw error;
  }
}
