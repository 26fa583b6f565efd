import { verifyInfeasible } from '../assignment/certificate.js';
import { searchBudget, TooMuchToTry } from '../exhaustive-search.js';
import type { Interview, InterviewProof, InterviewRequest } from './interview-timetable.js';
import { checkInterviews } from './interview-timetable.js';

const LOOKED_AT_MOST = 200_000;

interface Place {
  readonly panel: string;
  readonly start: number;
}

const onlyThese = (request: InterviewRequest, interviews: readonly Interview[]): InterviewRequest => ({ ...request, interviews });

/** Places where an interview breaks no rule when it is held alone. */
function placesOf(request: InterviewRequest, interview: Interview): Place[] {
  return request.panels.flatMap(({ id: panel, starts = request.starts }) =>
    [...new Set(starts)].map((start) => ({ panel, start })).filter((place) => checkInterviews(onlyThese(request, [interview]), [{ interview: interview.id, ...place }]).length === 0),
  );
}

/**
 * Checks why an interview timetable cannot be, with the checker of timetables and nothing from the search: a shortage of places by
 * counting, a solver's verdict by trying all places of the interviews it names. False also where there is too much to try.
 */
export function verifyInterviewProof(request: InterviewRequest, proof: InterviewProof): boolean {
  if (proof.kind === 'places-short') {
    const name = ({ panel, start }: Place): string => `${panel} @ ${start}`;
    const all = request.panels.flatMap(({ id: panel, starts = request.starts, away = [] }) =>
      starts.filter((start) => !away.some(({ from, to }) => from < start + request.length && start < to)).map((start) => ({ panel, start })),
    );
    const conflicts = request.interviews.flatMap((interview) => {
      const open = new Set(placesOf(request, interview).map(name));
      return all.filter((place) => !open.has(name(place))).map((place) => ({ entry: interview.id, judge: name(place) }));
    });
    return verifyInfeasible({ entries: request.interviews.map(({ id }) => ({ id, need: 1 })), judges: all.map((place) => ({ id: name(place), max: 1 })), conflicts, seed: 0 }, proof.proof);
  }
  const named = request.interviews.filter(({ id }) => proof.items.includes(id));
  if (named.length !== proof.items.length) return false;
  const choices = named.map((interview) => ({ interview, places: placesOf(request, interview) })).sort((a, b) => a.places.length - b.places.length);
  const step = searchBudget(LOOKED_AT_MOST);
  const fits = (held: readonly { interview: string; panel: string; start: number }[]): boolean => {
    step();
    if (held.length === choices.length) return true;
    const { interview, places } = choices[held.length]!;
    const present = choices.slice(0, held.length + 1).map((choice) => choice.interview);
    return places.some((place) => {
      const next = [...held, { interview: interview.id, ...place }];
      return checkInterviews(onlyThese(request, present), next).length === 0 && fits(next);
    });
  };
  try {
    return !fits([]);
  } catch (error) {
    if (error instanceof TooMuchToTry) return false;
    throw error;
  }
}
