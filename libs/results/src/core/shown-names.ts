import { maskName } from '#libs/identity';

export interface NamedPerson {
  name: string;
  /** YYYY-MM-DD; null where it is not known. */
  birthDate: string | null;
  /** The guardian (or the person) has refused or withdrawn consent to be named. */
  refused: boolean;
}

/** Full years of somebody born on `birthDate` on the province's calendar day of `at`. */
export function ageOn(birthDate: string, at: Date): number {
  const today = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/**
 * How an entrant's name may be posted (domain 8): under 14 always masked, also when the age is not known; others as the
 * rulebook says, and never in full against their will.
 */
export function shownName(person: NamedPerson, rule: 'masked' | 'full' | 'maskedUnderAge', at: Date): string {
  const child = person.birthDate === null || ageOn(person.birthDate, at) < 14;
  return rule === 'masked' || child || person.refused ? maskName(person.name) : person.name;
}
