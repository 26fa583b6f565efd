import type { EntryJudgePair } from './problem.js';

export interface LinkedEntry {
  readonly id: string;
  /** Everybody who has a part in it: students, coaches, advisers. */
  readonly people: readonly string[];
  readonly school?: string;
}

export interface LinkedJudge {
  readonly id: string;
  /** The judge as a person, where that differs from the id. */
  readonly person?: string;
  readonly employers?: readonly string[];
  /** Declared kin and the like. */
  readonly knows?: readonly string[];
}

export interface DerivedConflict extends EntryJudgePair {
  readonly reason: 'takes-part' | 'employer' | 'knows' | 'worked-with';
  /** The person or organisation that links them. */
  readonly via: string;
}

/**
 * Conflicts that follow from who works with whom: a judge never judges an own entry, one of an own school, one of a person they
 * know, or one of a person with whom they share another entry. One conflict per pair, the most direct reason first.
 */
export function deriveConflicts(entries: readonly LinkedEntry[], judges: readonly LinkedJudge[]): DerivedConflict[] {
  return judges.flatMap((judge) => {
    const person = judge.person ?? judge.id;
    const partners = new Set(entries.filter(({ people }) => people.includes(person)).flatMap(({ people }) => people));
    return entries.flatMap((entry): DerivedConflict[] => {
      const found = (reason: DerivedConflict['reason'], via: string | undefined): DerivedConflict[] => (via === undefined ? [] : [{ entry: entry.id, judge: judge.id, reason, via }]);
      return [
        ...found('takes-part', entry.people.find((one) => one === person)),
        ...found('employer', judge.employers?.find((employer) => employer === entry.school)),
        ...found('knows', entry.people.find((one) => judge.knows?.includes(one))),
        ...found('worked-with', entry.people.find((one) => partners.has(one))),
      ].slice(0, 1);
    });
  });
}
