import { PlanningInputError } from '../planning-errors.js';
import { ExchangeFlow } from '../assignment/exchange-flow.js';
import type { AssignmentInstance } from '../assignment/instance.js';
import { compilePanelRules } from '../assignment/panel-rules.js';
import type { SeatingProblem, SeatsShort } from './problem.js';
import type { RoomGeometry } from './room-geometry.js';

/** Rooms of one site that offer the same: the choice of a site is really the choice of such a pool. */
export interface RoomPool {
  readonly site: number;
  readonly rooms: readonly number[];
  readonly seats: number;
  readonly features: readonly string[];
  readonly reserved: boolean;
}

/** Candidates with the same wishes and needs are alike for the choice of a pool. */
interface CandidateClass {
  readonly members: number[];
  readonly needs: readonly string[];
  /** Value of each pool for them; `null` where they cannot go. */
  readonly values: (number | null)[];
}

const BEST_SITE = 1000;

/** Whether rooms have everything a candidate needs; reserved rooms take only candidates who need something. */
export function suitsNeeds(offer: { readonly features: readonly string[]; readonly reserved: boolean }, needs: readonly string[]): boolean {
  return needs.every((need) => offer.features.includes(need)) && (!offer.reserved || needs.length > 0);
}

export function poolRooms(problem: SeatingProblem, rooms: readonly RoomGeometry[]): RoomPool[] {
  const pools = new Map<string, { site: number; rooms: number[]; seats: number; features: string[]; reserved: boolean }>();
  rooms.forEach(({ room, places }, index) => {
    const features = [...(room.features ?? [])].sort();
    const reserved = room.reserved ?? false;
    const key = JSON.stringify([room.site, features, reserved]);
    const pool = pools.get(key) ?? { site: problem.sites.findIndex(({ id }) => id === room.site), rooms: [], seats: 0, features, reserved };
    pool.rooms.push(index);
    pool.seats += places.length;
    pools.set(key, pool);
  });
  return [...pools.values()];
}

function poolValues(problem: SeatingProblem, pools: readonly RoomPool[], candidate: SeatingProblem['candidates'][number], path: string): (number | null)[] {
  const { sites, needs = [] } = candidate;
  sites?.forEach((id) => {
    if (!problem.sites.some((site) => site.id === id)) throw new PlanningInputError('UNKNOWN_SITE', `${path}.sites`, `no site "${id}"`);
  });
  return pools.map((pool) => {
    if (!suitsNeeds(pool, needs)) return null;
    const site = problem.sites[pool.site]!;
    const rank = sites ? sites.indexOf(site.id) : candidate.region !== undefined && site.region === candidate.region ? 0 : BEST_SITE;
    return rank < 0 ? null : 2 * (BEST_SITE - rank) + (pool.reserved ? 1 : 0);
  });
}

function groupAlike(problem: SeatingProblem, pools: readonly RoomPool[], order: readonly number[]): CandidateClass[] {
  const classes = new Map<string, CandidateClass>();
  for (const index of order) {
    const candidate = problem.candidates[index]!;
    const needs = [...(candidate.needs ?? [])].sort();
    const key = JSON.stringify([candidate.region ?? null, candidate.sites ?? null, needs]);
    const found = classes.get(key) ?? { members: [], needs, values: poolValues(problem, pools, candidate, `candidates[${index}]`) };
    found.members.push(index);
    classes.set(key, found);
  }
  return [...classes.values()];
}

/** Each class as an entry that may put any number of units on a pool: the transport problem of the assignment engine. */
function toInstance(pools: readonly RoomPool[], classes: readonly CandidateClass[]): AssignmentInstance {
  const expertise = Int32Array.from(classes.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return {
    entries: classes.map((_, index) => ({ id: String(index), need: 0 })),
    judges: pools.map(({ seats }, index) => ({ id: String(index), max: seats })),
    expertise,
    score: Float64Array.from(expertise),
    allowed: Uint8Array.from(classes.flatMap(({ values }) => values.map((value) => (value === null ? 0 : 1)))),
    pairCapacity: 65_535,
    need: Int32Array.from(classes, ({ members }) => members.length),
    least: new Int32Array(pools.length),
    most: Int32Array.from(pools, ({ seats }) => seats),
    fixed: [],
    rules: compilePanelRules([], [], []),
    composition: [],
    weights: { load: 0, minimum: 0, keep: 0, evenFirst: false },
  };
}

/**
 * Sends every candidate to a pool of rooms within the seats so that the sum of wishes met is greatest (exact). Returns the pool of
 * each candidate, or a proof that some candidates' acceptable sites have too few seats of the kind they need. Neighbours in
 * `order` go to different sites where their wishes allow it.
 */
export function allotPools(problem: SeatingProblem, pools: readonly RoomPool[], order: readonly number[]): Int32Array | SeatsShort {
  const classes = groupAlike(problem, pools, order);
  const flow = new ExchangeFlow(toInstance(pools, classes));
  const width = pools.length;
  for (const [index, { members }] of classes.entries()) {
    for (let unit = 0; unit < members.length; unit++) {
      const failed = flow.place(index);
      if (!failed) continue;
      const full = new Set(failed.reached);
      const short = classes.filter((_, other) => other === index || [...full].some((pool) => flow.held[other * width + pool]! > 0));
      return {
        kind: 'seats-short',
        candidates: short.flatMap((one) => one.members.map((member) => problem.candidates[member]!.id)).sort(),
        sites: [...new Set([...full].map((pool) => problem.sites[pools[pool]!.site]!.id))].sort(),
        needs: [...new Set(short.flatMap((one) => one.needs))].sort(),
        seats: [...full].reduce((sum, pool) => sum + pools[pool]!.seats, 0),
      };
    }
  }
  const poolOf = new Int32Array(problem.candidates.length).fill(-1);
  classes.forEach(({ members }, index) => {
    const slots: { pool: number; position: number }[] = [];
    for (let pool = 0; pool < width; pool++) {
      const units = flow.held[index * width + pool]!;
      for (let unit = 0; unit < units; unit++) slots.push({ pool, position: (2 * unit + 1) / units });
    }
    slots.sort((a, b) => a.position - b.position || a.pool - b.pool);
    members.forEach((member, turn) => (poolOf[member] = slots[turn]!.pool));
  });
  return poolOf;
}
