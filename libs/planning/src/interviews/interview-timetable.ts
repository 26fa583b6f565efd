import { assignJudges } from '../assignment/assign.js';
import type { InfeasibilityProof, IntegerModel, IntegerSolver } from '../assignment/problem.js';
import { overlaps, type TimeSpan } from '../matches/time-grid.js';
import { minimalConflict } from '../minimal-conflict.js';
import { PlanningInputError, PlanningUndecided, requireInteger } from '../planning-errors.js';
import { seededRandom, type SeededRandom } from '../seeded-random.js';

/** One interview (an entry's question session, a team's judging): its people must all be there. */
export interface Interview {
  readonly id: string;
  readonly people: readonly string[];
  /** Panels that may hear it; absent: any. */
  readonly panels?: readonly string[];
  /** Panels in conflict with it. */
  readonly conflicts?: readonly string[];
}

export interface InterviewPanel {
  readonly id: string;
  /** Place of the panel; between two places a person needs `travel` minutes. */
  readonly place?: string;
  readonly away?: readonly TimeSpan[];
  /** Start times of this panel, where they differ from the request's. */
  readonly starts?: readonly number[];
  /** Interviews it hears at most. */
  readonly most?: number;
}

export interface InterviewRequest {
  readonly interviews: readonly Interview[];
  readonly panels: readonly InterviewPanel[];
  /** Possible start times in minutes, which may lie closer than the length; see `startTimes` for blocks with breaks. */
  readonly starts: readonly number[];
  readonly length: number;
  /** Least minutes between two interviews of one person, and more when the places differ. */
  readonly gap: number;
  readonly travel: number;
  /** When people are elsewhere (matches, tests), with the minutes they need after and before. */
  readonly busy?: readonly { readonly person: string; readonly from: number; readonly to: number }[];
  readonly gapAfterBusy?: number;
  readonly gapBeforeBusy?: number;
  readonly seed: number | string;
}

export interface TimetabledInterview {
  readonly interview: string;
  readonly panel: string;
  readonly start: number;
}

export type InterviewProof =
  /** Even without looking at shared people: `entries` are interviews, `judges` are panels at start times (`panel @ start`). */
  | { readonly kind: 'places-short'; readonly proof: InfeasibilityProof }
  /** Searched completely: already these items (interviews) cannot be placed together; without any one of them the others can. */
  | { readonly kind: 'solver-verdict'; readonly solver: string; readonly items: readonly string[] };

export type InterviewTimetable = { readonly kind: 'timetable'; readonly interviews: readonly TimetabledInterview[] } | { readonly kind: 'infeasible'; readonly proof: InterviewProof };

interface Place {
  readonly panel: number;
  readonly start: number;
}

interface Setting {
  readonly request: InterviewRequest;
  readonly interviews: readonly Interview[];
  readonly places: readonly Place[];
  /** Places each interview may have. */
  readonly open: readonly (readonly number[])[];
  /** Interviews that share a person with each. */
  readonly sharing: readonly (readonly number[])[];
  /** Other places of the same panel that overlap each. */
  readonly overlapping: readonly (readonly number[])[];
}

function prepare(request: InterviewRequest): Setting {
  requireInteger(request.length, 'length', 1);
  requireInteger(request.gap, 'gap');
  requireInteger(request.travel, 'travel');
  const interviews = [...request.interviews].sort((a, b) => (a.id < b.id ? -1 : 1));
  const panels = new Set(request.panels.map(({ id }) => id));
  interviews.forEach(({ panels: wanted = [], conflicts = [] }, index) => {
    for (const id of [...wanted, ...conflicts]) if (!panels.has(id)) throw new PlanningInputError('UNKNOWN_PANEL', `interviews[${index}]`, `no panel "${id}"`);
  });
  const places = request.panels.flatMap(({ away = [], starts = request.starts }, panel) =>
    starts.filter((start) => !away.some((span) => overlaps(span, { from: start, to: start + request.length }))).map((start) => ({ panel, start })),
  );
  const busyOf = new Map<string, TimeSpan[]>();
  for (const { person, from, to } of request.busy ?? []) {
    const span = { from: from - (request.gapBeforeBusy ?? 0), to: to + (request.gapAfterBusy ?? 0) };
    busyOf.set(person, [...(busyOf.get(person) ?? []), span]);
  }
  const open = interviews.map(({ people, panels: wanted, conflicts = [] }) => {
    const busy = people.flatMap((person) => busyOf.get(person) ?? []);
    return [...places.keys()].filter((index) => {
      const { panel, start } = places[index]!;
      const { id } = request.panels[panel]!;
      return (!wanted || wanted.includes(id)) && !conflicts.includes(id) && !busy.some((span) => overlaps(span, { from: start, to: start + request.length }));
    });
  });
  const byPerson = new Map<string, number[]>();
  interviews.forEach(({ people }, index) => people.forEach((person) => byPerson.set(person, [...(byPerson.get(person) ?? []), index])));
  const sharing = interviews.map(({ people }, index) => [...new Set(people.flatMap((person) => byPerson.get(person)!))].filter((other) => other !== index));
  const overlapping = places.map((place, index) =>
    [...places.keys()].filter((other) => other !== index && places[other]!.panel === place.panel && Math.abs(places[other]!.start - place.start) < request.length),
  );
  return { request, interviews, places, open, sharing, overlapping };
}

/** Whether one person can be at both places in turn. */
function compatible({ request }: Setting, a: Place, b: Place): boolean {
  const samePlace = a.panel === b.panel || request.panels[a.panel]!.place === request.panels[b.panel]!.place;
  return Math.abs(a.start - b.start) >= request.length + request.gap + (samePlace ? 0 : request.travel);
}

/** A matching of interviews to places that ignores shared people: the start of the search, or the proof that even this is impossible. */
function matchPlaces(setting: Setting): { chosen: number[] } | { proof: InfeasibilityProof } {
  const { interviews, places, open, request } = setting;
  const name = (place: number): string => `${request.panels[places[place]!.panel]!.id} @ ${places[place]!.start}`;
  const conflicts = interviews.flatMap(({ id }, index) => {
    const allowed = new Set(open[index]);
    return [...places.keys()].filter((place) => !allowed.has(place)).map((place) => ({ entry: id, judge: name(place) }));
  });
  const index = new Map([...places.keys()].map((place) => [name(place), place]));
  const order = new Map([...new Set(places.map(({ start }) => start))].sort((a, b) => a - b).map((start, position) => [start, position]));
  const scores = interviews.flatMap(({ id }) => [...places.keys()].map((place) => ({ entry: id, judge: name(place), score: -order.get(places[place]!.start)! })));
  const plan = assignJudges({ entries: interviews.map(({ id }) => ({ id, need: 1 })), judges: [...places.keys()].map((place) => ({ id: name(place), max: 1 })), conflicts, scores, seed: request.seed }, { balance: 'none', linking: 'report' });
  if (plan.kind === 'infeasible') return { proof: plan.proof };
  const chosen = new Map(plan.pairs.map(({ entry, judge }) => [entry, index.get(judge)!]));
  return { chosen: interviews.map(({ id }) => chosen.get(id)!) };
}

const ROUNDS_PER_INTERVIEW = 400;

/** Who is where during the search. */
class Occupancy {
  readonly holder = new Map<number, number>();
  private readonly perPanel: Int32Array;

  constructor(
    private readonly setting: Setting,
    readonly chosen: number[],
  ) {
    this.perPanel = new Int32Array(setting.request.panels.length);
    chosen.forEach((place, interview) => {
      this.holder.set(place, interview);
      this.perPanel[setting.places[place]!.panel]!++;
    });
  }

  /** Faults an interview would have on a place (one other interview left out of account). */
  clashes(interview: number, place: number, ignored: number): number {
    const { sharing, overlapping, places, request } = this.setting;
    const counts = (other: number | undefined): boolean => other !== undefined && other !== ignored && other !== interview;
    let total = 0;
    for (const other of sharing[interview]!) if (counts(other) && !compatible(this.setting, places[place]!, places[this.chosen[other]!]!)) total++;
    for (const near of overlapping[place]!) if (counts(this.holder.get(near))) total++;
    const { panel } = places[place]!;
    const without = [interview, ignored].filter((one) => one >= 0 && places[this.chosen[one]!]!.panel === panel).length;
    if (this.perPanel[panel]! - without >= (request.panels[panel]!.most ?? Infinity)) total++;
    return total;
  }

  move(interview: number, place: number): void {
    const from = this.chosen[interview]!;
    const other = this.holder.get(place);
    this.holder.delete(from);
    this.perPanel[this.setting.places[from]!.panel]!--;
    if (other !== undefined) {
      this.chosen[other] = from;
      this.holder.set(from, other);
    } else this.perPanel[this.setting.places[place]!.panel]!++;
    if (other !== undefined) this.perPanel[this.setting.places[from]!.panel]!++;
    this.chosen[interview] = place;
    this.holder.set(place, interview);
  }
}

/** Min-conflicts search with a short memory: an interview in trouble goes to the place with the fewest clashes, changing with whoever is there. */
function removeClashes(setting: Setting, chosen: number[], random: SeededRandom): boolean {
  const { open, interviews } = setting;
  const occupancy = new Occupancy(setting, chosen);
  const allowed = open.map((list) => new Set(list));
  const rests = new Map<string, number>();
  for (let round = 0; round < ROUNDS_PER_INTERVIEW * interviews.length; round++) {
    const troubled = [...interviews.keys()].filter((interview) => occupancy.clashes(interview, chosen[interview]!, -1) > 0);
    if (troubled.length === 0) return true;
    const interview = troubled[random.below(troubled.length)]!;
    const from = chosen[interview]!;
    let best = Infinity;
    let targets: number[] = [];
    for (const place of open[interview]!) {
      if (place === from || (rests.get(`${interview}/${place}`) ?? -1) > round) continue;
      const other = occupancy.holder.get(place);
      if (other !== undefined && !allowed[other]!.has(from)) continue;
      let change = occupancy.clashes(interview, place, other ?? -1) - occupancy.clashes(interview, from, -1);
      if (other !== undefined) change += occupancy.clashes(other, from, interview) - occupancy.clashes(other, place, -1);
      if (change < best) [best, targets] = [change, []];
      if (change === best) targets.push(place);
    }
    if (targets.length === 0) continue;
    rests.set(`${interview}/${from}`, round + 5 + random.below(10));
    occupancy.move(interview, targets[random.below(targets.length)]!);
  }
  return false;
}

/** Interviews x places as a binary program. */
function exactModel(setting: Setting): { model: IntegerModel; columns: { interview: number; place: number }[] } {
  const { interviews, open, places, sharing } = setting;
  const columns = interviews.flatMap((_, interview) => open[interview]!.map((place) => ({ interview, place })));
  const rows: IntegerModel['rows'][number][] = [];
  const addRow = (members: number[], least: number, most: number): void => void rows.push({ columns: members, coefficients: members.map(() => 1), least, most });
  const where = (test: (column: { interview: number; place: number }) => boolean): number[] => columns.flatMap((column, index) => (test(column) ? [index] : []));
  interviews.forEach((_, interview) => addRow(where((column) => column.interview === interview), 1, 1));
  places.forEach(({ panel, start }) => addRow(where(({ place }) => places[place]!.panel === panel && places[place]!.start >= start && places[place]!.start < start + setting.request.length), 0, 1));
  setting.request.panels.forEach(({ most }, panel) => {
    if (most !== undefined) addRow(where(({ place }) => places[place]!.panel === panel), 0, most);
  });
  columns.forEach((column, index) => {
    for (const other of sharing[column.interview]!) {
      if (other < column.interview) continue;
      const blocked = where((one) => one.interview === other && one.place !== column.place && !compatible(setting, places[one.place]!, places[column.place]!));
      // Of the other interview at most one place is chosen, so one row says: not this place together with any blocked one.
      if (blocked.length > 0) addRow([index, ...blocked], 0, 1);
    }
  });
  return { model: { objective: columns.map(({ place }) => -places[place]!.start), rows: rows.filter(({ columns: used, least }) => used.length > 0 || least > 0) }, columns };
}

function solveExactly(setting: Setting, solver: IntegerSolver): number[] | null {
  const { model, columns } = exactModel(setting);
  const outcome = solver.solve(model);
  if (outcome.kind === 'infeasible') return null;
  if (outcome.values === null) throw new PlanningUndecided(setting.interviews.map(({ id }) => id), 'time');
  const { values } = outcome;
  const chosen = setting.interviews.map(() => -1);
  columns.forEach(({ interview, place }, index) => {
    if (values[index]! > 0.5) chosen[interview] = place;
  });
  return chosen;
}

/** A smallest part of the interviews that already has no timetable. */
function interviewsInTheWay(request: InterviewRequest, solver: IntegerSolver): string[] {
  function* impossible(interviews: readonly Interview[]): Generator<never, boolean, void> {
    return solver.solve(exactModel(prepare({ ...request, interviews })).model).kind === 'infeasible';
  }
  const part = minimalConflict(request.interviews, impossible).next();
  return (part.value as Interview[]).map(({ id }) => id).sort();
}

/**
 * Interviews to panels and start times: each panel one at a time, no conflict, nobody at two interviews at once (with gap and
 * travel), nobody called away from what they are busy with. With a solver every feasible request gets a timetable; without one a
 * search is made and `PlanningUndecided` is thrown where neither a timetable nor a proof was found.
 */
export function timetableInterviews(request: InterviewRequest, solver?: IntegerSolver): InterviewTimetable {
  const setting = prepare(request);
  const matched = matchPlaces(setting);
  if ('proof' in matched) return { kind: 'infeasible', proof: { kind: 'places-short', proof: matched.proof } };
  let chosen: number[] | null = matched.chosen;
  if (!removeClashes(setting, chosen, seededRandom(`${request.seed}/interviews`))) {
    if (!solver) throw new PlanningUndecided(setting.interviews.map(({ id }) => id), 'solver');
    chosen = solveExactly(setting, solver);
    if (!chosen) return { kind: 'infeasible', proof: { kind: 'solver-verdict', solver: solver.name, items: interviewsInTheWay(request, solver) } };
  }
  const interviews = chosen.map((place, index) => ({ interview: setting.interviews[index]!.id, panel: request.panels[setting.places[place]!.panel]!.id, start: setting.places[place]!.start }));
  return { kind: 'timetable', interviews: interviews.sort((a, b) => a.start - b.start || (a.panel < b.panel ? -1 : 1)) };
}

/** Faults of an interview timetable, read separately from the request; empty when every hard rule is kept. */
export function checkInterviews(request: InterviewRequest, timetable: readonly TimetabledInterview[]): string[] {
  const faults: string[] = [];
  const placeOf = new Map(request.panels.map((panel) => [panel.id, panel]));
  const held = new Map(request.interviews.map((interview) => [interview.id, timetable.filter((one) => one.interview === interview.id)]));
  for (const interview of request.interviews) {
    const times = held.get(interview.id)!;
    if (times.length !== 1) faults.push(`${interview.id} is held ${times.length} times`);
    for (const { panel, start } of times) {
      const end = start + request.length;
      if (!(placeOf.get(panel)!.starts ?? request.starts).includes(start) || interview.conflicts?.includes(panel) || (interview.panels && !interview.panels.includes(panel))) faults.push(`${interview.id} may not be with ${panel} at ${start}`);
      if (placeOf.get(panel)!.away?.some(({ from, to }) => from < end && start < to)) faults.push(`${panel} is away at ${start}`);
      for (const { person, from, to } of request.busy ?? []) {
        if (interview.people.includes(person) && start < to + (request.gapAfterBusy ?? 0) && from - (request.gapBeforeBusy ?? 0) < end) faults.push(`${person} is busy at ${start}`);
      }
    }
  }
  for (const { id, most } of request.panels) if (timetable.filter(({ panel }) => panel === id).length > (most ?? Infinity)) faults.push(`${id} hears more than ${most}`);
  timetable.forEach((a, index) =>
    timetable.slice(index + 1).forEach((b) => {
      const between = Math.abs(a.start - b.start) - request.length;
      if (a.panel === b.panel && between < 0) faults.push(`${a.panel} hears two at ${a.start}`);
      const [first, second] = [a, b].map(({ interview }) => request.interviews.find(({ id }) => id === interview)!);
      const shared = first!.people.filter((person) => second!.people.includes(person));
      const travel = a.panel === b.panel || placeOf.get(a.panel)!.place === placeOf.get(b.panel)!.place ? 0 : request.travel;
      if (shared.length > 0 && between < request.gap + travel) faults.push(`${shared[0]} cannot be at ${a.interview} and ${b.interview}`);
    }),
  );
  return faults;
}
