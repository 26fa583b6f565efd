import { PlanningInputError, requireDistinct, requireInteger } from '../planning-errors.js';

export interface AllianceRules {
  /** Alliances to form and teams in each (captain included). */
  readonly alliances: number;
  readonly size: number;
  /** Picks of round 2 and later run from the last alliance to the first and back (`snake`), or always from the first. */
  readonly order: 'snake' | 'straight';
}

/** What happened: an invitation accepted or declined, in the order of events. */
export interface Invitation {
  readonly team: string;
  readonly answer: 'accepted' | 'declined';
}

export interface AllianceState {
  readonly alliances: readonly (readonly string[])[];
  /** Alliance (from 0) whose turn it is, or `null` when all are full or nobody is left. */
  readonly turn: number | null;
  /** Teams that may be invited now. */
  readonly available: readonly string[];
  readonly declined: readonly string[];
}

/**
 * Replays an alliance selection from the ranking. Captains are the best ranked teams not yet picked; a captain may invite a lower
 * captain, then the ranking moves up. Who declines may not be invited again but may still become a captain.
 * Throws `PlanningInputError` for an invitation that is not allowed.
 */
export function replayAllianceSelection(ranking: readonly string[], rules: AllianceRules, invitations: readonly Invitation[]): AllianceState {
  requireInteger(rules.alliances, 'alliances', 1);
  requireInteger(rules.size, 'size', 1);
  requireDistinct(ranking, 'ranking');
  const alliances: string[][] = [];
  const declined = new Set<string>();
  const taken = new Set<string>();
  const count = Math.min(rules.alliances, ranking.length);
  const seatCaptain = (): void => {
    const captain = ranking.find((team) => !taken.has(team));
    if (captain === undefined) return;
    taken.add(captain);
    alliances.push([captain]);
  };
  const turns: number[] = [];
  for (let pick = 1; pick < rules.size; pick++) {
    const forwards = rules.order === 'straight' || pick % 2 === 1;
    for (let place = 0; place < count; place++) turns.push(forwards ? place : count - 1 - place);
  }
  let position = 0;
  const openTurn = (): number | null => {
    if (position >= turns.length) return null;
    while (alliances.length <= turns[position]! && alliances.length < count && position < count) {
      const before = alliances.length;
      seatCaptain();
      if (alliances.length === before) return null;
    }
    return turns[position]! < alliances.length ? turns[position]! : null;
  };
  let turn = openTurn();
  const available = (): string[] => (turn === null ? [] : ranking.filter((team) => !taken.has(team) && !declined.has(team)));
  invitations.forEach(({ team, answer }, index) => {
    if (turn === null || !available().includes(team)) throw new PlanningInputError('NOT_INVITABLE', `invitations[${index}].team`, `"${team}" cannot be invited now`);
    if (answer === 'declined') {
      declined.add(team);
      return;
    }
    taken.add(team);
    alliances[turn]!.push(team);
    position++;
    turn = openTurn();
  });
  const open = available();
  // Nobody can be invited any more: the alliances that are left have their captains only.
  while (open.length === 0 && alliances.length < count) seatCaptain();
  return { alliances, turn: open.length === 0 ? null : turn, available: open, declined: [...declined] };
}
