import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../seeded-random.js';
import { replayAllianceSelection } from './alliance-selection.js';
import { doubleElimination, singleElimination, type Bracket } from './bracket.js';
import { bracketStandings, resolveBracket, type BracketState, type MatchResult } from './bracket-state.js';
import { cheapestPerfectMatching, maximumWeightMatching } from './matching.js';
import { pointsTable, type TableMatch } from './points-table.js';
import { roundRobin } from './round-robin.js';
import { seedQualifiers } from './group-qualifiers.js';
import { bracketSize, seedOrder } from './seeding.js';
import { pairSwissRound, verifyRematchProof, type SwissTeam } from './swiss.js';

const teamsOf = (count: number): string[] => Array.from({ length: count }, (_, index) => `T${index + 1}`);

/** Plays a bracket to its end; `pick` says which side wins. */
function play(bracket: Bracket, pick: (state: BracketState, match: BracketState['matches'][number]) => 0 | 1): { state: BracketState; results: MatchResult[] } {
  const teams = teamsOf(bracket.entrants);
  const results: MatchResult[] = [];
  for (;;) {
    const state = resolveBracket(bracket, teams, results);
    const open = state.matches.find(({ needed, winner, teams: sides }) => needed && winner === null && sides[0] !== null && sides[1] !== null);
    if (!open) return { state, results };
    results.push({ match: open.id, teams: [open.teams[0]!, open.teams[1]!], games: Array.from({ length: open.bestOf }, () => pick(state, open)) });
  }
}

describe('knock-outs', () => {
  it('lets every number of entrants play to a champion, the better seed winning in seed order', () => {
    for (let entrants = 2; entrants <= 33; entrants++) {
      const single = singleElimination(entrants, { thirdPlace: true });
      expect(single.matches.filter(({ part }) => part !== 'third-place')).toHaveLength(entrants - 1);
      const number = (team: string | null): number => Number(team!.slice(1));
      const { state } = play(single, (_, match) => (number(match.teams[0]) < number(match.teams[1]) ? 0 : 1));
      expect(state).toMatchObject({ champion: 'T1', finalist: 'T2' });
      expect(bracketStandings(state)).toHaveLength(entrants);
      if (entrants >= 4) expect(bracketStandings(state)!.find(({ team }) => team === 'T3')!.place).toBe(3);
    }
  });

  it('puts everybody out by exactly two defeats in a double elimination of any size', () => {
    const random = seededRandom('double');
    for (let entrants = 3; entrants <= 24; entrants++) {
      const bracket = doubleElimination(entrants, { reset: true });
      const { state } = play(bracket, () => (random.below(2) === 0 ? 0 : 1));
      const defeats = new Map(teamsOf(entrants).map((team) => [team, 0]));
      for (const { loser } of state.matches) if (loser !== null) defeats.set(loser, defeats.get(loser)! + 1);
      expect(state.champion).not.toBeNull();
      for (const [team, count] of defeats) expect(count).toBe(team === state.champion ? Math.min(count, 1) : 2);
      expect(bracketStandings(state)).toHaveLength(entrants);
    }
  });

  it('clears exactly what depended on a changed or deleted result', () => {
    const bracket = singleElimination(8);
    const { results } = play(bracket, () => 0);
    const changed = results.map((result) => (result.match === 'W1-3' ? { ...result, games: [1 as const] } : result));
    const state = resolveBracket(bracket, teamsOf(8), changed);
    expect(state.stale.map(({ match }) => match)).toEqual(['W2-2', 'F1-1']);
    expect(state.champion).toBeNull();
    const deleted = resolveBracket(bracket, teamsOf(8), results.filter(({ match }) => match !== 'W2-1'));
    expect(deleted.stale.map(({ match }) => match)).toEqual(['F1-1']);
    expect(deleted.matches.find(({ id }) => id === 'F1-1')!.teams).toEqual([null, 'T2']);
  });

  it('keeps two qualifiers of any number of groups in different halves, winners seeded first', () => {
    for (let groups = 2; groups <= 12; groups++) {
      const places = seedQualifiers(groups, 2);
      const size = bracketSize(2 * groups);
      const order = seedOrder(size);
      expect(places.slice(0, groups)).toEqual(Array.from({ length: groups }, (_, group) => ({ group, place: 0 })));
      for (let group = 0; group < groups; group++) {
        const halves = places.flatMap((one, index) => (one.group === group ? [order.indexOf(index + 1) < size / 2] : []));
        expect(halves).toHaveLength(2);
        expect(halves[0]).not.toBe(halves[1]);
      }
    }
    expect(seedQualifiers(4, 4)).toHaveLength(16);
  });
});

describe('roundRobin', () => {
  it('lets everybody meet everybody once a leg, never twice in a round, sides balanced', () => {
    for (let count = 2; count <= 15; count++) {
      const rounds = roundRobin(teamsOf(count), 2);
      const met = new Map<string, number>();
      const first = new Map<string, number>();
      for (const { pairs, bye } of rounds) {
        const busy = [...pairs.flat(), ...(bye === null ? [] : [bye])];
        expect(new Set(busy).size).toBe(count);
        for (const [a, b] of pairs) {
          const key = [a, b].sort().join('-');
          met.set(key, (met.get(key) ?? 0) + 1);
          first.set(a, (first.get(a) ?? 0) + 1);
        }
      }
      expect(met.size).toBe((count * (count - 1)) / 2);
      expect(new Set(met.values())).toEqual(new Set([2]));
      expect([...first.values()].every((times) => times === count - 1)).toBe(true);
    }
  });
});

describe('pointsTable', () => {
  const rules = { win: 3, draw: 2, loss: 1 };
  const won = (winner: string, loser: string): TableMatch => ({ teams: [winner, loser], winner });

  it('breaks ties by the games among the tied, and what is left of them by the games among those', () => {
    const matches = [won('A', 'B'), won('C', 'A'), won('A', 'D'), won('B', 'C'), won('B', 'D'), won('D', 'C')];
    expect(pointsTable(['D', 'C', 'B', 'A'], matches, rules)).toMatchObject({ order: [['A'], ['B'], ['D'], ['C']], playOffs: [] });
    // A, B and C stand at 8 points each through E; among them A has won twice, and B has beaten C.
    const three = [won('A', 'B'), won('A', 'C'), won('B', 'C'), won('E', 'A'), won('E', 'A'), won('B', 'E'), won('E', 'B'), won('C', 'E'), won('C', 'E')];
    expect(pointsTable(['A', 'B', 'C', 'E'], three, rules).order.slice(1)).toEqual([['A'], ['B'], ['C']]);
  });

  it('names who needs a play-off: a draw, and a circle below a clear winner', () => {
    expect(pointsTable(['A', 'B'], [{ teams: ['A', 'B'], winner: null }], rules)).toMatchObject({ order: [['A', 'B']], playOffs: [['A', 'B']] });
    const circle = [won('W', 'A'), won('W', 'B'), won('W', 'C'), won('A', 'B'), won('B', 'C'), won('C', 'A')];
    expect(pointsTable(['A', 'B', 'C', 'W'], circle, rules)).toMatchObject({ order: [['W'], ['A', 'B', 'C']], playOffs: [['A', 'B', 'C']] });
  });
});

describe('replayAllianceSelection', () => {
  const ranking = teamsOf(8);
  it('follows the ranking, moves captains up, and runs back in the second round', () => {
    const rules = { alliances: 2, size: 3, order: 'snake' as const };
    const state = replayAllianceSelection(ranking, rules, [
      { team: 'T2', answer: 'accepted' },
      { team: 'T4', answer: 'declined' },
      { team: 'T5', answer: 'accepted' },
      { team: 'T6', answer: 'accepted' },
    ]);
    expect(state).toMatchObject({ alliances: [['T1', 'T2'], ['T3', 'T5', 'T6']], turn: 0, available: ['T7', 'T8'], declined: ['T4'] });
    expect(() => replayAllianceSelection(ranking, rules, [{ team: 'T4', answer: 'declined' }, { team: 'T4', answer: 'accepted' }])).toThrow('cannot be invited');
  });

  it.each([['snake', 1], ['straight', 0]] as const)('%s: alliance %i picks first in the second round', (order, turn) => {
    const invitations = ['T2', 'T4'].map((team) => ({ team, answer: 'accepted' as const }));
    expect(replayAllianceSelection(ranking, { alliances: 2, size: 3, order }, invitations)).toMatchObject({ alliances: [['T1', 'T2'], ['T3', 'T4']], turn });
  });

  it.each<[string, number, { alliances: number; size: number }, string[], string[][]]>([
    ['everybody declined: each captain stays alone', 3, { alliances: 3, size: 2 }, ['T2', 'T3'], [['T1'], ['T2'], ['T3']]],
    ['alliances of one are the best ranked', 4, { alliances: 2, size: 1 }, [], [['T1'], ['T2']]],
    ['a team that declined leads the alliance that is left', 2, { alliances: 2, size: 3 }, ['T2'], [['T1'], ['T2']]],
    ['fewer teams than alliances', 1, { alliances: 4, size: 2 }, [], [['T1']]],
  ])('%s', (_name, teams, rules, declined, alliances) => {
    const invitations = declined.map((team) => ({ team, answer: 'declined' as const }));
    const state = replayAllianceSelection(teamsOf(teams), { ...rules, order: 'snake' }, invitations);
    expect(state).toMatchObject({ alliances, turn: null, available: [], declined });
  });
});

describe('maximumWeightMatching', () => {
  it('agrees with trying all matchings', () => {
    const random = seededRandom('matching');
    for (let round = 0; round < 200; round++) {
      const count = 2 + random.below(8);
      const weights = Array.from({ length: count }, () => Array.from({ length: count }, () => (random.below(3) === 0 ? 0 : random.below(20))));
      const weight = (a: number, b: number): number => weights[Math.max(a, b)]![Math.min(a, b)]!;
      const best = (free: number[]): number => {
        const [first, ...rest] = free;
        if (first === undefined) return 0;
        return Math.max(best(rest), ...rest.map((other) => weight(first, other) + best(rest.filter((one) => one !== other))));
      };
      const partners = maximumWeightMatching(count, weight);
      const total = partners.reduce((sum, partner, index) => sum + (partner > index ? weight(index, partner) : 0), 0);
      expect(total).toBe(best(Array.from({ length: count }, (_, index) => index)));
      partners.forEach((partner, index) => partner >= 0 && expect(partners[partner]).toBe(index));
    }
    expect(cheapestPerfectMatching(3, () => 1)).toBeNull();
  });
});

describe('pairSwissRound', () => {
  it('plays many rounds without rematch, nobody dropped, and proves when no more rounds are possible', () => {
    for (const count of [7, 8, 12, 15]) {
      const random = seededRandom(`swiss-${count}`);
      let teams: SwissTeam[] = teamsOf(count).map((id, index) => ({ id, points: 0, school: `s${index % 4}`, opponents: [] }));
      let rounds = 0;
      for (;;) {
        const round = pairSwissRound(teams);
        if (round.kind === 'infeasible') {
          if (round.proof.kind === 'rematches-unavoidable') {
            const resting = count % 2 === 1 ? [...teams].reverse().find(({ hadBye }) => !hadBye)!.id : null;
            expect(verifyRematchProof(teams.filter(({ id }) => id !== resting), round.proof)).toBe(true);
          } else expect(round.proof.kind).toBe('everybody-had-a-bye');
          break;
        }
        rounds++;
        const busy = [...round.pairs.flatMap((pair) => pair.teams), ...(round.bye === null ? [] : [round.bye])];
        expect(new Set(busy).size).toBe(count);
        const before = new Map(teams.map((team) => [team.id, team]));
        for (const { teams: [a, b] } of round.pairs) expect(before.get(a)!.opponents).not.toContain(b);
        const winners = new Set(round.pairs.map((pair) => pair.teams[random.below(2)]!));
        teams = teams
          .map((team) => {
            const pair = round.pairs.find((one) => one.teams.includes(team.id));
            return pair
              ? { ...team, points: team.points + (winners.has(team.id) ? 1 : 0), opponents: [...team.opponents!, pair.teams.find((id) => id !== team.id)!] }
              : { ...team, points: team.points + 1, hadBye: true };
          })
          .sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
      }
      expect(rounds).toBeGreaterThanOrEqual(Math.ceil(count / 2));
      expect(rounds).toBeLessThanOrEqual(count);
    }
  });

  it('keeps to the brackets and avoids the own school by the smallest exchange', () => {
    const school: Record<string, string> = { T1: 'A', T5: 'A' };
    const teams = teamsOf(8).map((id, index) => ({ id, points: 3, school: school[id] ?? `s${index}` }));
    const round = pairSwissRound(teams);
    if (round.kind !== 'round') throw new Error('expected a round');
    expect(round.pairs.map((pair) => pair.teams)).toEqual([['T1', 'T6'], ['T2', 'T5'], ['T3', 'T7'], ['T4', 'T8']]);
    expect(pairSwissRound(teams.slice(1), { odd: 'refuse' })).toEqual({ kind: 'infeasible', proof: { kind: 'odd-number', teams: 7 } });
    expect(pairSwissRound(teams.slice(1))).toMatchObject({ kind: 'round', bye: 'T8' });
  });
});
