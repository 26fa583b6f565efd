/** What a schedule of alliance matches is worth, counted from the matches alone. */
export interface ScheduleMeasures {
  /** Matches that count, per team: least and most. */
  readonly matchesPerTeam: readonly [number, number];
  readonly surrogates: number;
  /** Meetings as partners (opponents) beyond the first of each two teams. */
  readonly partnerRepeats: number;
  readonly opponentRepeats: number;
  /** Least difference between the numbers of a team's consecutive matches; `null` when nobody plays twice. */
  readonly minimumGap: number | null;
  /** Greatest difference between a team's red and blue matches. */
  readonly colourImbalance: number;
  /** Teams named twice in one match (must be none). */
  readonly clashes: number;
}

export interface MeasuredMatch {
  readonly number: number;
  readonly red: readonly string[];
  readonly blue: readonly string[];
  readonly surrogates: readonly string[];
}

export function measureSchedule(matches: readonly MeasuredMatch[]): ScheduleMeasures {
  const played = new Map<string, number[]>();
  const counted = new Map<string, number>();
  const colour = new Map<string, number>();
  const partners = new Map<string, number>();
  const opponents = new Map<string, number>();
  let clashes = 0;
  const meet = (counts: Map<string, number>, a: string, b: string): void => {
    const key = JSON.stringify(a < b ? [a, b] : [b, a]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  for (const { number, red, blue, surrogates } of matches) {
    const all = [...red, ...blue];
    clashes += all.length - new Set(all).size;
    for (const team of all) {
      played.set(team, [...(played.get(team) ?? []), number]);
      counted.set(team, (counted.get(team) ?? 0) + (surrogates.includes(team) ? 0 : 1));
      colour.set(team, (colour.get(team) ?? 0) + (red.includes(team) ? 1 : -1));
    }
    for (const side of [red, blue]) side.forEach((a, index) => side.slice(index + 1).forEach((b) => meet(partners, a, b)));
    for (const a of red) for (const b of blue) meet(opponents, a, b);
  }
  const repeats = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  const gaps = [...played.values()].flatMap((numbers) => numbers.sort((a, b) => a - b).slice(1).map((number, index) => number - numbers[index]!));
  const counts = [...counted.values()];
  return {
    matchesPerTeam: [Math.min(...counts), Math.max(...counts)],
    surrogates: matches.reduce((sum, { surrogates }) => sum + surrogates.length, 0),
    partnerRepeats: repeats(partners),
    opponentRepeats: repeats(opponents),
    minimumGap: gaps.length === 0 ? null : Math.min(...gaps),
    colourImbalance: Math.max(0, ...[...colour.values()].map(Math.abs)),
    clashes,
  };
}
