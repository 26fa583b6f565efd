import { PlanningUndecided, startTimes, timetableInterviews, type Interview, type InterviewPanel, type InterviewProof, type InterviewRequest, type IntegerSolver, type TimeSpan, type TimetabledInterview } from '#libs/planning';

/** A day of interviews: hours between breaks, as minutes after midnight in contest time. */
export interface InterviewDay {
  day: string;
  blocks: { from: number; to: number }[];
}

export interface TimetableSettings {
  days: InterviewDay[];
  /** Minutes of one interview, from one start to the next, between two of one person, and more where the place differs. */
  length: number;
  cycle: number;
  gap: number;
  travel: number;
  rooms: { panelId: string; room: string; place: string }[];
  /** Starts from the timetable in force and moves as few as possible. */
  keep: boolean;
}

/** A code to be heard by its panel, with everybody who must be there. */
export interface ToHear {
  id: string;
  panel: string;
  people: string[];
}

const DAY = 24 * 60;
const OFFSET_MS = 8 * 60 * 60 * 1000;

/** Minutes after the first day's midnight, Asia/Shanghai (which has no summer time). */
export function minuteOf(settings: TimetableSettings, instant: Date): number {
  return Math.round((instant.getTime() + OFFSET_MS - Date.parse(`${settings.days[0]?.day ?? '1970-01-01'}T00:00:00Z`)) / 60_000);
}

export function instantOf(settings: Pick<TimetableSettings, 'days'>, minute: number): Date {
  return new Date(Date.parse(`${settings.days[0]?.day ?? '1970-01-01'}T00:00:00Z`) - OFFSET_MS + minute * 60_000);
}

const dayIndex = (settings: TimetableSettings, day: string): number => Math.round((Date.parse(day) - Date.parse(settings.days[0]?.day ?? day)) / 86_400_000);

/** The planning engine's question. `away`: days (as in the settings) on which a panel cannot sit. Days must be in order. */
export function interviewRequest(settings: TimetableSettings, toHear: readonly ToHear[], away: ReadonlyMap<string, readonly string[]>, seed: string): InterviewRequest {
  const blocks = settings.days.flatMap(({ day, blocks: spans }) => spans.map(({ from, to }) => ({ from: dayIndex(settings, day) * DAY + from, to: dayIndex(settings, day) * DAY + to })));
  const spansAway = (panelId: string): TimeSpan[] => (away.get(panelId) ?? []).map((day) => ({ from: dayIndex(settings, day) * DAY, to: (dayIndex(settings, day) + 1) * DAY }));
  return {
    interviews: toHear.map(({ id, panel, people }): Interview => ({ id, people, panels: [panel] })),
    panels: settings.rooms.map(({ panelId, place, room }): InterviewPanel => ({ id: panelId, place: place || room, away: spansAway(panelId) })),
    starts: startTimes(blocks, settings.cycle, settings.length), length: settings.length, gap: settings.gap, travel: settings.travel, seed,
  };
}

export type Planned = { kind: 'timetable'; interviews: TimetabledInterview[]; moved: string[] } | { kind: 'infeasible'; proof: InterviewProof };

/** Kept interviews that may be let go, one at a time, for the sake of one that has no place. */
const MOST_TRIES = 300;

/**
 * A timetable that keeps what it can of an earlier one: what still fits stays, the rest gets free places; where that is not
 * possible one more interview is moved, and only then is everything planned anew. `moved`: interviews that were elsewhere before.
 */
export function replanInterviews(request: InterviewRequest, before: readonly TimetabledInterview[], solver?: IntegerSolver): Planned {
  const wanted = new Map(request.interviews.map((interview) => [interview.id, interview]));
  const panels = new Map(request.panels.map((panel) => [panel.id, panel]));
  const stillFits = ({ interview, panel, start }: TimetabledInterview): boolean => {
    const known = wanted.get(interview);
    const room = panels.get(panel);
    return known !== undefined && room !== undefined && (known.panels?.includes(panel) ?? true) && (room.starts ?? request.starts).includes(start)
      && !(room.away ?? []).some((span) => span.from < start + request.length && start < span.to);
  };
  const kept = before.filter(stillFits);
  const place = (staying: readonly TimetabledInterview[]): TimetabledInterview[] | null => {
    const found = fitAround(request, staying, solver);
    return found && [...staying, ...found];
  };
  let placed = place(kept);
  for (let index = 0; placed === null && index < Math.min(kept.length, MOST_TRIES); index++) placed = place(kept.filter((_, other) => other !== index));
  if (placed === null) {
    const whole = timetableInterviews(request, solver);
    if (whole.kind === 'infeasible') return whole;
    placed = [...whole.interviews];
  }
  const was = new Map(before.map((one) => [one.interview, one]));
  const moved = placed.filter((one) => was.has(one.interview) && (was.get(one.interview)?.panel !== one.panel || was.get(one.interview)?.start !== one.start)).map(({ interview }) => interview);
  return { kind: 'timetable', interviews: placed.sort((a, b) => a.start - b.start || (a.panel < b.panel ? -1 : 1)), moved };
}

/** Places for the interviews that do not stay; null when there is none beside those that do. */
function fitAround(request: InterviewRequest, staying: readonly TimetabledInterview[], solver?: IntegerSolver): readonly TimetabledInterview[] | null {
  const people = new Map(request.interviews.map(({ id, people: own }) => [id, own]));
  const there = new Set(staying.map(({ interview }) => interview));
  const open = request.interviews.filter(({ id }) => !there.has(id));
  if (open.length === 0) return [];
  const far = request.gap + request.travel;
  const busy = staying.flatMap(({ interview, start }) => (people.get(interview) ?? []).map((person) => ({ person, from: start - far, to: start + request.length + far })));
  const panels = request.panels.map((panel) => ({
    ...panel,
    starts: (panel.starts ?? request.starts).filter((start) => !staying.some((one) => one.panel === panel.id && Math.abs(one.start - start) < request.length)),
  }));
  try {
    const found = timetableInterviews({ ...request, interviews: open, panels, busy: [...(request.busy ?? []), ...busy] }, solver);
    return found.kind === 'timetable' ? found.interviews : null;
  } catch (error) {
    // Not found is as good as none here: more may be moved.
    if (error instanceof PlanningUndecided) return null;
    throw error;
  }
}
