import { bradleyTerry } from '#libs/scoring';

/** An entry a judge may compare: `own` is the judge's own total for it. */
export interface Comparable {
  codeId: string;
  group: string;
  own: number;
}

export interface Compared {
  first: string;
  second: string;
  answer: 'first' | 'second' | 'equal';
}

export const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/**
 * The pair a judge is asked about next: of one group and not compared yet; first where the two have been compared least, then where the judge's own scores lie closest, since there a comparison tells
 * most. It follows from the judge's own sheets and answers alone, so it tells nothing of anybody else's. Null: every pair has been compared.
 */
export function nextPair(entries: readonly Comparable[], answered: readonly Pick<Compared, 'first' | 'second'>[]): [string, string] | null {
  const done = new Set(answered.map(({ first, second }) => pairKey(first, second)));
  const times = new Map<string, number>();
  for (const { first, second } of answered) for (const code of [first, second]) times.set(code, (times.get(code) ?? 0) + 1);
  const ordered = [...entries].sort((a, b) => (a.codeId < b.codeId ? -1 : 1));
  let best: { pair: [Comparable, Comparable]; used: number; apart: number } | undefined;
  for (const [at, one] of ordered.entries()) {
    for (const other of ordered.slice(at + 1)) {
      if (one.group !== other.group || done.has(pairKey(one.codeId, other.codeId))) continue;
      const used = (times.get(one.codeId) ?? 0) + (times.get(other.codeId) ?? 0);
      const apart = Math.abs(one.own - other.own);
      if (!best || used < best.used || (used === best.used && apart < best.apart)) best = { pair: [one, other], used, apart };
    }
  }
  if (!best) return null;
  const [one, other] = best.pair;
  // Neither side is always the same entry's: who reads from the left must not favour anybody.
  return best.used % 2 === 0 ? [one.codeId, other.codeId] : [other.codeId, one.codeId];
}

/** Comparisons after which every entry of a group has met about three others. */
export function enoughPairs(entries: readonly Pick<Comparable, 'group'>[]): number {
  const sizes = new Map<string, number>();
  for (const { group } of entries) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + Math.min((size * (size - 1)) / 2, Math.ceil((3 * size) / 2)), 0);
}

export interface ComparedRow {
  codeId: string;
  wins: number;
  equals: number;
  losses: number;
  /** Chance of being preferred to a middling entry of its group, 0 to 1; null for an entry nobody compared. */
  preferred: number | null;
  /** Shared by equals; null for an entry nobody compared, and where the parts of the group were never compared with each other. */
  place: number | null;
}

export interface ComparedGroup {
  group: string;
  comparisons: number;
  /** Parts that no comparison links; their entries cannot be put in one order. */
  parts: number;
  rows: ComparedRow[];
}

/** Prior precision of the abilities: an entry that was never beaten stays finite (judging mathematics 2.8). */
const PRIOR = 0.25;
/** The reference is nobody: a middling entry, so that no name is treated unlike the others. */
const MIDDLE = '';

/** What the comparisons of a panel say about each group: Bradley-Terry estimates with ties as half a win. Entries of one group, best first; those nobody compared last. Advice for people: no score is changed. */
export function comparedGroups(entries: readonly Pick<Comparable, 'codeId' | 'group'>[], answers: readonly Compared[]): ComparedGroup[] {
  const groupOf = new Map(entries.map(({ codeId, group }) => [codeId, group]));
  return [...new Set(groupOf.values())].sort().map((group) => {
    const own = answers.filter(({ first, second }) => groupOf.get(first) === group && groupOf.get(second) === group);
    const codes = [...groupOf].filter(([, one]) => one === group).map(([codeId]) => codeId);
    const met = codes.filter((code) => own.some(({ first, second }) => first === code || second === code));
    const parts = partsOf(met, own);
    const fit = own.length === 0 ? null : bradleyTerry(own.map(({ first, second, answer }) => ({ a: first, b: second, winsA: answer === 'first' ? 1 : answer === 'equal' ? 0.5 : 0, winsB: answer === 'second' ? 1 : answer === 'equal' ? 0.5 : 0 })), { prior: PRIOR, reference: MIDDLE });
    const strength = (code: string): number | null => (fit && met.includes(code) ? 1 / (1 + Math.exp(-(fit.ability[code] as number))) : null);
    const count = (code: string, won: (one: Compared) => boolean): number => own.filter((one) => (one.first === code || one.second === code) && won(one)).length;
    const rows = codes.map((codeId) => ({
      codeId, preferred: strength(codeId), place: null,
      wins: count(codeId, ({ first, answer }) => answer === (first === codeId ? 'first' : 'second')),
      losses: count(codeId, ({ first, answer }) => answer === (first === codeId ? 'second' : 'first')),
      equals: count(codeId, ({ answer }) => answer === 'equal'),
    })).sort((a, b) => (b.preferred ?? -1) - (a.preferred ?? -1) || (a.codeId < b.codeId ? -1 : 1));
    const higher = (row: { preferred: number | null }): number => rows.filter((other) => (other.preferred ?? 0) > (row.preferred ?? 0) + 1e-9).length;
    return { group, comparisons: own.length, parts, rows: rows.map((row) => ({ ...row, place: row.preferred === null || parts > 1 ? null : higher(row) + 1 })) };
  });
}

function partsOf(codes: readonly string[], answers: readonly Pick<Compared, 'first' | 'second'>[]): number {
  const parts = new Map(codes.map((code) => [code, new Set([code])]));
  for (const { first, second } of answers) {
    const [one, other] = [parts.get(first), parts.get(second)];
    if (!one || !other || one === other) continue;
    for (const code of other) parts.set(code, one.add(code));
  }
  return new Set(parts.values()).size;
}
