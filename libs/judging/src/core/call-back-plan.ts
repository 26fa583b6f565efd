import { scheduleCallBacks } from '#libs/planning';

/** A panel hears this code again; `people` must all be there. */
export interface Call {
  panel: string;
  code: string;
  people: readonly string[];
}

export interface TimedCall {
  panel: string;
  code: string;
  /** From 0. */
  slot: number;
}

/**
 * The fewest slots in which every panel hears its codes one at a time and nobody is called to two rooms at once. Codes that share a person are one team; a team's
 * further codes before the same panel take slots of their own after the others.
 */
export function planCallBacks(calls: readonly Call[]): TimedCall[] {
  const team = teamsOf(calls);
  const panels = [...new Set(calls.map((call) => call.panel))].sort();
  const rounds: Call[][] = [];
  for (const call of calls) {
    const fits = rounds.find((round) => !round.some((other) => other.panel === call.panel && team.get(other.code) === team.get(call.code)));
    if (fits) fits.push(call);
    else rounds.push([call]);
  }
  let before = 0;
  return rounds.flatMap((round) => {
    const made = scheduleCallBacks(panels.map((id) => ({ id, teams: round.filter((call) => call.panel === id).map((call) => team.get(call.code) as string) })));
    const timed = made.calls.map(({ category, team: called, slot }) => ({ panel: category, code: round.find((call) => call.panel === category && team.get(call.code) === called)?.code as string, slot: before + slot - 1 }));
    before += made.slots;
    return timed;
  });
}

/** Code -> the least code it is linked with by people. */
function teamsOf(calls: readonly Call[]): Map<string, string> {
  const team = new Map(calls.map(({ code }) => [code, code]));
  const people = new Map(calls.map(({ code, people: own }) => [code, own]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [one, mine] of people) {
      for (const [other, theirs] of people) {
        const [a, b] = [team.get(one) as string, team.get(other) as string];
        if (a > b && mine.some((person) => theirs.includes(person))) {
          team.set(one, b);
          changed = true;
        }
      }
    }
  }
  return team;
}
