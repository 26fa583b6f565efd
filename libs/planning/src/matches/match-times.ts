import { PlanningInputError } from '../planning-errors.js';
import { startTimes, type TimeSpan } from './time-grid.js';

export interface MatchTime {
  readonly number: number;
  readonly field: string;
  readonly start: number;
}

export type MatchTimes = { readonly kind: 'times'; readonly times: readonly MatchTime[] } | { readonly kind: 'infeasible'; readonly proof: { readonly kind: 'time-short'; readonly matches: number; readonly places: number } };

/**
 * Times for matches in their order: at each start time one match per field, fields in turn so that each is used equally often.
 * With several fields, neighbouring matches run at once: the schedule's gap must be at least the number of fields plus one.
 */
export function timeMatches(matches: readonly { readonly number: number }[], fields: readonly string[], blocks: readonly TimeSpan[], cycle: number, length: number): MatchTimes {
  if (fields.length === 0) throw new PlanningInputError('NO_FIELD', 'fields', 'at least one field is needed');
  const starts = startTimes(blocks, cycle, length);
  const places = starts.length * fields.length;
  if (matches.length > places) return { kind: 'infeasible', proof: { kind: 'time-short', matches: matches.length, places } };
  const times = [...matches]
    .sort((a, b) => a.number - b.number)
    .map(({ number }, index) => {
      const turn = Math.floor(index / fields.length);
      return { number, field: fields[(index + turn) % fields.length]!, start: starts[turn]! };
    });
  return { kind: 'times', times };
}
