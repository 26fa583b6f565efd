import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { seededRandom } from '../seeded-random.js';
import { seatLateCandidate } from './late-candidate.js';
import { BESIDE_BEFORE_BEHIND, EIGHT_AROUND, type SeatingPlan, type SeatingProblem } from './problem.js';
import { seatCandidates } from './seat-candidates.js';
import { countPenalty, verifySeating, verifySeatsShort, verifySeparationBound } from './verify-seating.js';

const people = (sizes: Record<string, number>): SeatingProblem['candidates'] =>
  Object.entries(sizes).flatMap(([school, size]) => Array.from({ length: size }, (_, index) => ({ id: `${school}-${index}`, attributes: { school } })));

function seat(problem: SeatingProblem): SeatingPlan {
  const plan = seatCandidates(problem, { moves: 60_000 });
  if (plan.kind !== 'seated') throw new Error(JSON.stringify(plan.proof));
  return plan;
}

const oneRoom = (rows: number, columns: number, sizes: Record<string, number>, neighbours = EIGHT_AROUND): SeatingProblem => ({
  candidates: people(sizes),
  sites: [{ id: 'site' }],
  rooms: [{ id: 'room', site: 'site', rows, columns }],
  separations: [{ attribute: 'school', neighbours }],
  seed: 5,
});

/** Least penalty by trying all arrangements of the schools over the seats. */
function leastPenalty(problem: SeatingProblem): number {
  const { rows, columns } = problem.rooms[0]!;
  const remaining = new Map<string, number>();
  for (const { attributes } of problem.candidates) remaining.set(attributes.school!, (remaining.get(attributes.school!) ?? 0) + 1);
  const empty = rows * columns - problem.candidates.length;
  if (empty > 0) remaining.set('', empty);
  const seats: string[] = [];
  let best = Infinity;
  const place = (total: number): void => {
    if (total >= best) return;
    if (seats.length === rows * columns) {
      best = total;
      return;
    }
    const [row, column] = [Math.floor(seats.length / columns), seats.length % columns];
    for (const [school, count] of remaining) {
      if (count === 0) continue;
      let added = 0;
      if (school !== '') {
        for (const { rows: down, columns: right, penalty } of problem.separations[0]!.neighbours) {
          for (const side of right === 0 || down === 0 ? [1] : [1, -1]) {
            const [r, c] = [row - down, column - side * right];
            if (r >= 0 && c >= 0 && c < columns && seats[r * columns + c] === school) added += penalty;
          }
        }
      }
      remaining.set(school, count - 1);
      seats.push(school);
      place(total + added);
      seats.pop();
      remaining.set(school, count);
    }
  };
  place(0);
  return best;
}

describe('seatCandidates', () => {
  it('reaches the least penalty on small rooms (all arrangements tried), and its bound never exceeds it', () => {
    const random = seededRandom('small rooms');
    let proven = 0;
    for (let round = 0; round < 25; round++) {
      const problem = oneRoom(3, 3, { A: 2 + random.below(4), B: 1 + random.below(2), C: random.below(3) }, random.below(2) === 0 ? EIGHT_AROUND : BESIDE_BEFORE_BEHIND);
      const plan = seat(problem);
      expect(plan.penalty).toBe(leastPenalty(problem));
      expect(plan.bound).toBeLessThanOrEqual(plan.penalty);
      expect(verifySeating(problem, plan.seats)).toMatchObject({ valid: true, penalty: plan.penalty });
      for (const bound of plan.bounds) expect(verifySeparationBound(problem, plan.seats, bound)).toBe(true);
      if (plan.optimal) proven++;
    }
    expect(proven).toBeGreaterThan(15);
  });

  it('proves the fewest violations where some are unavoidable', () => {
    const plan = seat(oneRoom(1, 10, { A: 6, B: 4 }, [{ rows: 0, columns: 1, penalty: 1 }]));
    expect(plan).toMatchObject({ penalty: 1, bound: 1, optimal: true, bounds: [{ value: 'A', candidates: 6, apart: 5, penalty: 1 }] });
  });

  it('fills rooms evenly, uses gaps never, and gives the same seats for the same seed whatever the order', () => {
    const problem: SeatingProblem = {
      candidates: people(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`s${index}`, 1 + ((index * 7) % 13)]))),
      sites: [{ id: 'site' }],
      rooms: Array.from({ length: 8 }, (_, index) => ({ id: `r${index}`, site: 'site', rows: 5, columns: 5, gaps: [[2, 2], [0, index % 5]] as const })),
      separations: [{ attribute: 'school', neighbours: EIGHT_AROUND }],
      seed: 'lot 12',
    };
    const plan = seat(problem);
    expect(plan.penalty).toBe(0);
    expect(verifySeating(problem, plan.seats)).toEqual({ valid: true, faults: [], penalty: 0, unevenSites: [] });
    const turned = seat({ ...problem, candidates: [...problem.candidates].reverse() });
    const sorted = (seats: SeatingPlan['seats']): unknown => [...seats].sort((a, b) => (a.candidate < b.candidate ? -1 : 1));
    expect(sorted(turned.seats)).toEqual(sorted(plan.seats));
  });

  it('puts those with needs into the rooms reserved for them first', () => {
    const room = (id: string, reserved: boolean) => ({ id, site: 'site', rows: 1, columns: 2, features: ['ground-floor'], reserved });
    const problem: SeatingProblem = { ...oneRoom(1, 1, {}), rooms: [room('a', false), room('b', true), room('c', false)] };
    const needing = ['n1', 'n2', 'n3'].map((id) => ({ id, attributes: {}, needs: ['ground-floor'] }));
    const roomsOf = (candidates: SeatingProblem['candidates']) => seat({ ...problem, candidates }).seats.map((one) => one.room).sort();
    expect(roomsOf(needing.slice(0, 2))).toEqual(['b', 'b']);
    expect(roomsOf(needing).filter((id) => id === 'b')).toHaveLength(2);
  });

  it('opens no second room where one that somebody needs has seats left', () => {
    const problem: SeatingProblem = {
      ...oneRoom(1, 1, { A: 1 }),
      rooms: [{ id: 'large', site: 'site', rows: 2, columns: 2 }, { id: 'ground', site: 'site', rows: 1, columns: 2, features: ['ground-floor'] }],
    };
    const candidates = [{ id: 'n', attributes: {}, needs: ['ground-floor'] }, { id: 'o', attributes: {} }];
    expect(new Set(seat({ ...problem, candidates }).seats.map(({ room }) => room))).toEqual(new Set(['ground']));
    expect(seat({ ...problem, candidates, roomsUsed: 'all' }).seats).toHaveLength(2);
  });

  it('puts candidates into suitable rooms of acceptable sites, and proves a shortage', () => {
    const problem: SeatingProblem = {
      candidates: [
        ...people({ A: 6, B: 6 }).map((candidate, index) => ({ ...candidate, sites: index % 3 === 0 ? ['north', 'south'] : ['south', 'north'], ...(index < 2 ? { needs: ['ground-floor'] } : {}) })),
      ],
      sites: [{ id: 'north' }, { id: 'south' }],
      rooms: [
        { id: 'n1', site: 'north', rows: 2, columns: 3, features: ['ground-floor'] },
        { id: 's1', site: 'south', rows: 2, columns: 3 },
        { id: 's2', site: 'south', rows: 1, columns: 1, features: ['ground-floor'], reserved: true },
      ],
      separations: [{ attribute: 'school', neighbours: BESIDE_BEFORE_BEHIND }],
      seed: 3,
    };
    const plan = seat(problem);
    expect(verifySeating(problem, plan.seats)).toMatchObject({ valid: true });
    expect(plan.seats.filter(({ room }) => room === 's2').map(({ candidate }) => candidate)).toEqual(['A-1']);
    const crowded = { ...problem, candidates: problem.candidates.map((candidate) => ({ ...candidate, sites: ['south'] })) };
    const short = seatCandidates(crowded);
    if (short.kind !== 'infeasible') throw new Error('expected a proof');
    expect(verifySeatsShort(crowded, short.proof)).toBe(true);
    expect(verifySeatsShort(problem, short.proof)).toBe(false);
  });

  it('deals papers so that neighbours have different ones', () => {
    const plan = seat({ ...oneRoom(4, 4, { A: 4, B: 4, C: 4 }), papers: ['A', 'B'] });
    for (const a of plan.seats) for (const b of plan.seats) if (Math.abs(a.row - b.row) + Math.abs(a.column - b.column) === 1) expect(a.paper).not.toBe(b.paper);
  });

  it('keeps every hard rule on random sites and rooms', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (seed) => {
        const random = seededRandom(seed);
        const sites = Array.from({ length: 1 + random.below(3) }, (_, index) => ({ id: `site${index}`, region: `r${index}` }));
        const rooms = Array.from({ length: 2 + random.below(6) }, (_, index) => ({ id: `room${index}`, site: sites[random.below(sites.length)]!.id, rows: 1 + random.below(5), columns: 1 + random.below(5), features: random.below(2) === 0 ? ['quiet'] : [], reserved: random.below(6) === 0 }));
        const candidates = Array.from({ length: 5 + random.below(50) }, (_, index) => ({ id: `c${index}`, attributes: { school: `s${random.below(8)}` }, region: `r${random.below(4)}`, ...(random.below(10) === 0 ? { needs: ['quiet'] } : {}), ...(random.below(4) === 0 ? { sites: [sites[random.below(sites.length)]!.id] } : {}) }));
        const problem: SeatingProblem = { candidates, sites, rooms, separations: [{ attribute: 'school', neighbours: EIGHT_AROUND, sameRoom: random.below(2) }], seed };
        const plan = seatCandidates(problem, { moves: 3000 });
        if (plan.kind === 'infeasible') return verifySeatsShort(problem, plan.proof);
        const verdict = verifySeating(problem, plan.seats);
        return verdict.valid && verdict.penalty === plan.penalty && plan.bound <= plan.penalty;
      }),
      { seed: 21, numRuns: 120 },
    );
  });
});

describe('seatLateCandidate', () => {
  it('places only the late one, beside the own school as little as can be, in a room already used', () => {
    const problem: SeatingProblem = { ...oneRoom(3, 4, { A: 3, B: 3 }, BESIDE_BEFORE_BEHIND), rooms: [{ id: 'r1', site: 'site', rows: 3, columns: 4 }, { id: 'r2', site: 'site', rows: 3, columns: 4 }] };
    const plan = seat(problem);
    const late = seatLateCandidate(problem, plan.seats, { id: 'late', attributes: { school: 'B' } });
    if (late.kind !== 'seated') throw new Error('expected a seat');
    const free = Array.from({ length: 12 }, (_, index) => ({ candidate: 'late', site: 'site', room: 'r1', row: Math.floor(index / 4), column: index % 4 })).filter((place) => !plan.seats.some(({ row, column }) => row === place.row && column === place.column));
    const withLate = { ...problem, candidates: [...problem.candidates, { id: 'late', attributes: { school: 'B' } }] };
    expect(late.seat.room).toBe('r1');
    expect(late.addedPenalty).toBe(Math.min(...free.map((place) => countPenalty(withLate, [...plan.seats, place]) - plan.penalty)));
    expect(verifySeating(withLate, [...plan.seats, late.seat])).toMatchObject({ valid: true, penalty: plan.penalty + late.addedPenalty });
  });

  it('sends a late one to the site of the own region', () => {
    const problem: SeatingProblem = { ...oneRoom(2, 2, {}), sites: [{ id: 'east', region: '4301' }, { id: 'west', region: '4302' }], rooms: ['east', 'west'].map((site) => ({ id: `a ${site}`, site, rows: 2, columns: 2 })) };
    const siteOf = (region?: string) => seatLateCandidate(problem, [], { id: 'late', attributes: {}, ...(region === undefined ? {} : { region }) });
    expect(siteOf('4302')).toMatchObject({ kind: 'seated', seat: { site: 'west' } });
    expect(siteOf('4301')).toMatchObject({ kind: 'seated', seat: { site: 'east' } });
    expect(siteOf()).toMatchObject({ kind: 'seated', seat: { site: 'east' } });
  });

  it('says when no acceptable seat is left', () => {
    const problem = oneRoom(2, 2, { A: 2, B: 2 });
    expect(seatLateCandidate(problem, seat(problem).seats, { id: 'late', attributes: {} })).toEqual({ kind: 'no-seat', freeSeatsElsewhere: 0 });
  });
});
