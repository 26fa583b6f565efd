import type { AllianceMatch, AllianceScheduleImpossible, AllianceScheduleRequest } from './alliance-schedule.js';

/** Faults of a schedule of alliance matches, read from the matches alone; empty when every hard rule is kept. */
export function checkAlliances(request: AllianceScheduleRequest, matches: readonly AllianceMatch[]): string[] {
  const { teams, matchesPerTeam, allianceSize, minimumGap } = request;
  const faults: string[] = [];
  const known = new Set(teams);
  matches.forEach(({ number, red, blue, surrogates }, index) => {
    const all = [...red, ...blue];
    if (number !== index + 1) faults.push(`match ${index + 1} is numbered ${number}`);
    if (red.length !== allianceSize || blue.length !== allianceSize) faults.push(`match ${number} is not ${allianceSize} against ${allianceSize}`);
    if (new Set(all).size !== all.length) faults.push(`match ${number} names a team twice`);
    for (const team of all) if (!known.has(team)) faults.push(`match ${number} names an unknown team ${team}`);
    for (const team of surrogates) if (!all.includes(team)) faults.push(`${team} is a surrogate in match ${number} without playing it`);
  });
  for (const team of teams) {
    const own = matches.filter(({ red, blue }) => red.includes(team) || blue.includes(team));
    const counting = own.filter(({ surrogates }) => !surrogates.includes(team)).length;
    if (counting !== matchesPerTeam) faults.push(`${team} has ${counting} matches that count`);
    if (own.length - counting > 1) faults.push(`${team} is a surrogate ${own.length - counting} times`);
    own.slice(1).forEach(({ number }, index) => {
      if (number - own[index]!.number < minimumGap) faults.push(`${team} plays matches ${own[index]!.number} and ${number}`);
    });
  }
  const spare = (2 * allianceSize - ((teams.length * matchesPerTeam) % (2 * allianceSize))) % (2 * allianceSize);
  const surrogates = matches.reduce((sum, match) => sum + match.surrogates.length, 0);
  if (surrogates !== spare) faults.push(`${surrogates} surrogates where ${spare} are needed`);
  return faults;
}

/** Checks by counting that there are too few teams for a match, or for the gap. */
export function verifyAlliancesImpossible({ teams, matchesPerTeam, allianceSize, minimumGap }: AllianceScheduleRequest, proof: AllianceScheduleImpossible['proof']): boolean {
  const perMatch = 2 * allianceSize;
  // In any `minimumGap` matches in a row all teams differ.
  return proof.kind === 'too-few-teams' ? teams.length < perMatch : proof.gap <= minimumGap && teams.length < perMatch * Math.min(proof.gap, Math.ceil((teams.length * matchesPerTeam) / perMatch));
}
