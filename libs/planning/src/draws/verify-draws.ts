import type { AllianceRules, AllianceState, Invitation } from './alliance-selection.js';
import type { Bracket } from './bracket.js';
import type { RoundRobinRound } from './round-robin.js';
import { verifyRematchProof, type SwissProof, type SwissRound, type SwissRules, type SwissTeam } from './swiss.js';

const pairKey = (a: string, b: string): string => JSON.stringify(a < b ? [a, b] : [b, a]);

/** Faults of a round robin: every two teams meet once in a leg, nobody plays twice in a round. */
export function checkRoundRobin(teams: readonly string[], legs: number, rounds: readonly RoundRobinRound[]): string[] {
  const faults: string[] = [];
  const met = new Map<string, number>();
  for (const { round, pairs, bye } of rounds) {
    const present = [...pairs.flat(), ...(bye === null ? [] : [bye])];
    if (present.length !== teams.length || new Set(present).size !== teams.length || present.some((team) => !teams.includes(team))) faults.push(`round ${round} does not name every team once`);
    for (const [a, b] of pairs) met.set(pairKey(a, b), (met.get(pairKey(a, b)) ?? 0) + 1);
  }
  teams.forEach((a, index) =>
    teams.slice(index + 1).forEach((b) => {
      const count = met.get(pairKey(a, b)) ?? 0;
      if (count !== legs) faults.push(`${a} and ${b} meet ${count} times`);
    }),
  );
  return faults;
}

/** Faults of a Swiss round: everybody plays once or has the only bye, nobody meets again whom they have met. */
export function checkSwissRound(teams: readonly SwissTeam[], round: Extract<SwissRound, { kind: 'round' }>): string[] {
  const faults: string[] = [];
  const byId = new Map(teams.map((team) => [team.id, team]));
  const present = [...round.pairs.flatMap((pair) => pair.teams), ...(round.bye === null ? [] : [round.bye])];
  if (present.length !== teams.length || new Set(present).size !== teams.length || present.some((id) => !byId.has(id))) faults.push('not every team is in the round once');
  if ((round.bye !== null) !== (teams.length % 2 === 1)) faults.push('a bye belongs to odd numbers only');
  if (round.bye !== null && byId.get(round.bye)?.hadBye) faults.push(`${round.bye} has had a bye`);
  for (const { teams: [a, b] } of round.pairs) if (byId.get(a)?.opponents?.includes(b) || byId.get(b)?.opponents?.includes(a)) faults.push(`${a} and ${b} have met`);
  return faults;
}

/** Checks why a round cannot be paired, from the teams alone. */
export function verifySwissProof(teams: readonly SwissTeam[], rules: SwissRules, proof: SwissProof): boolean {
  if (proof.kind === 'odd-number') return teams.length % 2 === 1 && proof.teams === teams.length && rules.odd === 'refuse';
  if (proof.kind === 'everybody-had-a-bye') return teams.length % 2 === 1 && teams.every(({ hadBye }) => hadBye);
  return verifyRematchProof(teams, proof);
}

/** Faults of groups: every seed once, sizes differ by one at most. */
export function checkGroups(entrants: number, groups: readonly (readonly number[])[]): string[] {
  const all = groups.flat();
  const sizes = groups.map((group) => group.length);
  return [
    ...(all.length === entrants && new Set(all).size === entrants && all.every((seed) => seed >= 1 && seed <= entrants) ? [] : ['not every seed is in a group once']),
    ...(Math.max(...sizes) - Math.min(...sizes) > 1 ? ['group sizes differ by more than one'] : []),
  ];
}

/** Faults of a knock-out: every seed enters once, every winner goes on once, as many matches as defeats are needed. */
export function checkBracket(bracket: Bracket): string[] {
  const { entrants, matches, kind } = bracket;
  const faults: string[] = [];
  const regular = matches.filter(({ part, onlyIfSecondWins }) => part !== 'third-place' && onlyIfSecondWins === undefined);
  const sources = regular.flatMap(({ sides }) => sides);
  const seeds = sources.flatMap((side) => (side.kind === 'seed' ? [side.seed] : []));
  if (seeds.length !== entrants || new Set(seeds).size !== entrants || seeds.some((seed) => seed < 1 || seed > entrants)) faults.push('not every seed enters once');
  const expected = kind === 'single' ? entrants - 1 : 2 * entrants - 2;
  if (regular.length !== expected) faults.push(`${regular.length} matches where ${expected} decide`);
  const known = new Set<string>();
  for (const match of matches) {
    for (const side of match.sides) if (side.kind !== 'seed' && !known.has(side.match)) faults.push(`${match.id} hangs on a later match ${side.match}`);
    known.add(match.id);
  }
  const final = regular[regular.length - 1];
  for (const { id, part } of regular) {
    const onward = sources.filter((side) => side.kind === 'winner' && side.match === id).length;
    if (onward !== (id === final?.id ? 0 : 1)) faults.push(`the winner of ${id} goes on ${onward} times`);
    const second = sources.filter((side) => side.kind === 'loser' && side.match === id).length;
    if (second !== (kind === 'double' && part === 'winners' ? 1 : 0)) faults.push(`the loser of ${id} goes on ${second} times`);
  }
  return faults;
}

/**
 * Faults of an alliance selection, read from ranking and invitations alone: nobody twice, no alliance too large, members exactly those who accepted, and no captain ranked
 * below a team that is in no alliance.
 */
export function checkAllianceSelection(ranking: readonly string[], rules: AllianceRules, invitations: readonly Invitation[], { alliances }: Pick<AllianceState, 'alliances'>): string[] {
  const faults: string[] = [];
  const placed = alliances.flat();
  for (const team of new Set(placed)) {
    if (!ranking.includes(team)) faults.push(`${team} is not in the ranking`);
    if (placed.filter((other) => other === team).length > 1) faults.push(`${team} is in two alliances`);
  }
  alliances.forEach((alliance, index) => {
    if (alliance.length > rules.size) faults.push(`alliance ${index + 1} has ${alliance.length} teams`);
    const passed = ranking.slice(0, ranking.indexOf(alliance[0]!)).filter((team) => !placed.includes(team));
    for (const team of passed) faults.push(`${team} is ranked above the captain ${alliance[0]!} and has no alliance`);
  });
  const accepted = invitations.filter(({ answer }) => answer === 'accepted').map(({ team }) => team).sort();
  const members = alliances.flatMap((alliance) => alliance.slice(1)).sort();
  if (JSON.stringify(accepted) !== JSON.stringify(members)) faults.push('the members are not those who accepted');
  if (alliances.length > rules.alliances) faults.push(`${alliances.length} alliances instead of ${rules.alliances}`);
  return faults;
}
