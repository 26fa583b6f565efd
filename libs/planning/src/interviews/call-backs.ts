import { colourEvenly } from '../matches/even-colouring.js';
import { PlanningInputError } from '../planning-errors.js';

export interface CallBack {
  readonly category: string;
  readonly team: string;
  /** From 1. */
  readonly slot: number;
}

export interface CallBackSchedule {
  readonly calls: readonly CallBack[];
  readonly slots: number;
  /** Why fewer slots are impossible: this category (or team) alone needs all of them. */
  readonly busiest: { readonly kind: 'category' | 'team'; readonly id: string };
}

/**
 * Finalists are called once to every category they are in, never twice in a slot; a category hears one at a time. The number of
 * slots is the fewest possible (König: the largest number of calls of one category or team).
 */
export function scheduleCallBacks(categories: readonly { readonly id: string; readonly teams: readonly string[] }[]): CallBackSchedule {
  categories.forEach(({ teams }, index) => {
    if (new Set(teams).size !== teams.length) throw new PlanningInputError('DUPLICATE_ID', `categories[${index}].teams`, 'a team is named twice');
  });
  const teams = [...new Set(categories.flatMap((category) => category.teams))].sort();
  const position = new Map(teams.map((team, index) => [team, index]));
  const edges = categories.flatMap((category, left) => category.teams.map((team) => ({ left, right: position.get(team)! })));
  const counts = [
    ...categories.map(({ id, teams: own }) => ({ kind: 'category' as const, id, calls: own.length })),
    ...teams.map((id) => ({ kind: 'team' as const, id, calls: categories.filter((category) => category.teams.includes(id)).length })),
  ];
  const busiest = counts.reduce((most, one) => (one.calls > most.calls ? one : most), { kind: 'category' as 'category' | 'team', id: '', calls: 0 });
  const slots = colourEvenly(edges, categories.length, teams.length, Math.max(1, busiest.calls));
  const calls = edges.map(({ left, right }, edge) => ({ category: categories[left]!.id, team: teams[right]!, slot: slots[edge]! + 1 }));
  return { calls: calls.sort((a, b) => a.slot - b.slot || (a.category < b.category ? -1 : 1)), slots: busiest.calls, busiest: { kind: busiest.kind, id: busiest.id } };
}
