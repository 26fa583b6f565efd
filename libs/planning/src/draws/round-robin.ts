import { requireDistinct, requireInteger } from '../planning-errors.js';

export interface RoundRobinRound {
  readonly round: number;
  readonly pairs: readonly (readonly [string, string])[];
  /** The team that rests when the number of teams is odd. */
  readonly bye: string | null;
}

/**
 * Everybody against everybody (`legs` times), by the circle method; the first side alternates so that nobody is first more than
 * once oftener than second in a leg.
 */
export function roundRobin(teams: readonly string[], legs = 1): RoundRobinRound[] {
  requireInteger(legs, 'legs', 1);
  requireDistinct(teams, 'teams');
  const circle: (string | null)[] = teams.length % 2 === 0 ? [...teams] : [...teams, null];
  const size = circle.length;
  const rounds: RoundRobinRound[] = [];
  for (let leg = 0; leg < legs; leg++) {
    for (let turn = 0; turn < size - 1; turn++) {
      const pairs: [string, string][] = [];
      let bye: string | null = null;
      for (let index = 0; index < size / 2; index++) {
        const a = circle[index]!;
        const b = circle[size - 1 - index]!;
        if (a === null || b === null) bye = a ?? b;
        else {
          const swap = (index === 0 ? turn % 2 === 1 : index % 2 === 1) !== (leg % 2 === 1);
          pairs.push(swap ? [b, a] : [a, b]);
        }
      }
      if (size > 0) rounds.push({ round: rounds.length + 1, pairs, bye });
      circle.splice(1, 0, circle.pop()!);
    }
  }
  return rounds;
}
