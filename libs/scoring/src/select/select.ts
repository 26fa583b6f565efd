import { decimal, floor, formatExact, toInteger } from '../exact/decimal.js';
import { multiply, whole, type Rational } from '../exact/rational.js';
import { compile, holds, type Calculation, type Lookup } from '../expression/expression.js';
import { isSafe, type Outstanding, type Provisional, type Standing } from './provisional.js';
import type { RankClass } from '../rank/rank.js';
import type { SelectionField } from './selection-field.types.js';
import type { SelectionCap, SelectionRules } from '../rules/selection-rules.types.js';
import type { SelectionResult } from '../engine/score-output.types.js';

/** The field a selection is taken from. Entries are positions. */
export interface SelectionPool {
  group: string | null;
  classes: readonly RankClass[];
  registered: number;
  outstanding: readonly Outstanding[];
  /** See {@link Provisional}. */
  settled: boolean;
  movable: boolean;
  totalOnly: boolean;
}

type Proof = SelectionResult['proof'][number];

/** Entries that another selection has, by id: with the name of that selection, and whether it is settled there. */
export type Elsewhere = ReadonlyMap<string, { selection: string; chosen: boolean }>;

interface Work {
  rule: SelectionRules;
  field: SelectionField;
  constants: Lookup;
  places: number;
  /** So many at the very most, ties included. */
  most: number;
  elsewhere: Elsewhere;
  chosen: Standing[];
  /** Places kept for ties that a person must decide. */
  kept: number;
  proof: Map<number, Proof>;
  /** Counts by cap and attribute value, and how many exemptions a cap has used. */
  counts: Map<string, number>;
  caps: CompiledCap[];
  waiting: number[];
}

interface CompiledCap {
  rule: SelectionCap;
  most: number;
  notCounted: { when: Calculation; count: number } | null;
  exempted: number;
}

const NOWHERE: Elsewhere = new Map();

/** Parameters and figures, and the group the selection is taken in. */
export const constantsIn =
  (group: string | null, constants: Lookup): Lookup =>
  (name) =>
    name === '@group' ? group : constants(name);

/** Takes entries in rank order for what comes next (domain 4.5, 6.5). */
export function selectEntries(rule: SelectionRules, pool: SelectionPool, field: SelectionField, elsewhere: Elsewhere = NOWHERE): SelectionResult {
  const ranked = pool.classes.reduce((count, one) => count + one.entries.length, 0);
  const constants = constantsIn(pool.group, field.constants);
  const placesFor = (finished: number): number => placesOf(rule, rule.base === 'registered' ? pool.registered : finished, finished, constants);
  const present = ranked + pool.outstanding.length;
  const places = placesFor(present);
  const most = shareLimit(rule, rule.base === 'registered' ? pool.registered : present);
  const work: Work = { rule, field, constants, places, most, chosen: [], kept: 0, proof: new Map(), counts: new Map(), caps: compileCaps(rule, places, constants), waiting: [], elsewhere };
  const undecided = takeInOrder(work, pool.classes);
  const { displaced, unsettled } = fillQuota(work, pool.classes);
  const chosen = work.chosen.map((one) => one.entry);
  const taken = new Set(chosen);
  const provisional: Provisional = { rule, field, outstanding: pool.outstanding, ranked, settled: pool.settled, movable: pool.movable, totalOnly: pool.totalOnly, placesFor, capsHold: capsHold(work, placesFor(ranked)) };
  const safe = work.chosen.filter((one) => isSafe(one, provisional)).map((one) => one.entry);
  const ids = (entries: readonly number[]): string[] => entries.map((entry) => field.idOf(entry));
  return {
    selection: rule.key,
    group: pool.group,
    places,
    chosen: ids(chosen),
    unused: Math.max(0, places - chosen.length),
    undecided: ids([...undecided, ...unsettled]),
    safe: ids(safe),
    questionable: ids(chosen.filter((entry) => !safe.includes(entry))),
    next: ids([...displaced, ...work.waiting.filter((entry) => !taken.has(entry) && !displaced.includes(entry))]),
    revoked: ids(pool.classes.flatMap((one) => one.entries).filter((entry) => field.status(rule.key, entry) === 'taken' && !taken.has(entry))),
    proof: pool.classes.flatMap((one) => one.entries).flatMap((entry) => work.proof.get(entry) ?? []),
  };
}

const shareOf = (part: Rational, base: number): number => toInteger(floor(multiply(part, whole(base))));
const shareLimit = (rule: SelectionRules, base: number): number => (rule.atMostShare === undefined ? Number.POSITIVE_INFINITY : shareOf(decimal(rule.atMostShare), base));

function placesOf(rule: SelectionRules, base: number, ranked: number, constants: Lookup): number {
  const limit = shareLimit(rule, base);
  if ('when' in rule.places) return Math.min(limit, ranked);
  if ('share' in rule.places) return Math.min(limit, shareOf(decimal(rule.places.share), base));
  return Math.min(limit, toWhole(compile(rule.places.count)(constants)));
}

const toWhole = (value: Rational | string | null): number => (value === null || typeof value === 'string' ? 0 : toInteger(floor(value)));

function compileCaps(rule: SelectionRules, places: number, constants: Lookup): CompiledCap[] {
  const lookup: Lookup = (name) => (name === 'places' ? whole(places) : constants(name));
  return (rule.caps ?? []).map((cap) => ({
    rule: cap,
    most: toWhole(compile(cap.most)(lookup)),
    notCounted: cap.notCounted ? { when: compile(cap.notCounted.when), count: cap.notCounted.count } : null,
    exempted: 0,
  }));
}

/** The cap check of {@link isSafe}, with the fewest places there can be. */
function capsHold(work: Work, places: number): Provisional['capsHold'] {
  const caps = compileCaps(work.rule, places, work.constants);
  const order = work.chosen.map((one) => one.entry);
  return (entry, threats) => {
    const upTo = order.slice(0, work.chosen.find((one) => one.entry === entry)?.taken ?? order.length);
    return caps.every((cap) => {
      const key = capKey(cap, entry, work.field);
      return [...upTo, ...threats].filter((other) => capKey(cap, other, work.field) === key).length <= cap.most;
    });
  };
}

/** Walks down the ranking. Returns the ties that were left undecided. */
function takeInOrder(work: Work, classes: readonly RankClass[]): number[] {
  const { rule, field } = work;
  const eligible = rule.eligible === undefined ? null : compile(rule.eligible);
  const condition = 'when' in rule.places ? compile(rule.places.when) : null;
  let closed = false;
  const undecided: number[] = [];
  for (const one of classes) {
    let open: number[] = [];
    const refuse = (entry: number, reason: string, params: Proof['params'] = {}): void => {
      work.proof.set(entry, { entry: field.idOf(entry), chosen: false, reason, params: { rank: one.rank, ...params } });
    };
    for (const entry of one.entries) {
      const cap = work.caps.find((candidate) => capReached(candidate, entry, work));
      const other = work.elsewhere.get(field.idOf(entry));
      if (other) refuse(entry, other.chosen ? 'chosenElsewhere' : 'undecidedElsewhere', { other: other.selection });
      else if (field.status(rule.key, entry) === 'declined') refuse(entry, 'declined');
      else if (eligible && !holds(eligible(field.lookup(entry)))) refuse(entry, 'notEligible');
      else if (condition && !holds(condition(field.lookup(entry)))) refuse(entry, 'conditionFailed');
      else if (cap) refuse(entry, 'capReached', { attribute: cap.rule.attribute, most: cap.most });
      else open.push(entry);
    }
    if (closed || work.chosen.length + work.kept >= work.places) {
      for (const entry of open) refuse(entry, 'noPlaceLeft', { places: work.places });
      closed ||= open.length > 0;
      work.waiting.push(...open);
      continue;
    }
    for (let across = tieAcrossCap(work, open); across; across = tieAcrossCap(work, open)) {
      const crossing = across.entries;
      for (const entry of crossing) refuse(entry, rule.ties === 'shrink' ? 'capTieShrunk' : 'capTieUndecided', { attribute: across.cap.rule.attribute, most: across.cap.most });
      if (rule.ties !== 'shrink') {
        undecided.push(...crossing);
        work.kept += across.room;
      }
      work.counts.set(across.key, across.cap.most);
      work.waiting.push(...crossing);
      open = open.filter((entry) => !crossing.includes(entry));
    }
    if (open.length === 0) continue;
    const room = work.places - work.chosen.length - work.kept;
    const fits = open.length <= room || (rule.ties === 'expand' && room > 0 && work.chosen.length + work.kept + open.length <= work.most);
    if (!fits) {
      for (const entry of open) refuse(entry, room <= 0 ? 'noPlaceLeft' : rule.ties === 'report' ? 'tieUndecided' : 'tieShrunk', { places: work.places });
      if (room > 0 && rule.ties === 'report') undecided.push(...open);
      closed = true;
      work.waiting.push(...open);
      continue;
    }
    takeAll(work, open, one.rank, open.length > room);
  }
  return undecided;
}

interface TieAcrossCap {
  cap: CompiledCap;
  key: string;
  entries: number[];
  room: number;
}

/** The first entries of a tie that share an attribute value whose cap has room for some of them only: which of them, no rule says. */
function tieAcrossCap(work: Work, open: readonly number[]): TieAcrossCap | null {
  if (open.length < 2) return null;
  for (const cap of work.caps) {
    const counted = open.filter((entry) => !isExempt(cap, entry, work.field));
    const spare = cap.notCounted ? cap.notCounted.count - cap.exempted : 0;
    const exempt = open.length - counted.length;
    const byKey = new Map<string, number[]>();
    for (const entry of exempt > spare ? open : counted) byKey.set(capKey(cap, entry, work.field), [...(byKey.get(capKey(cap, entry, work.field)) ?? []), entry]);
    for (const [key, entries] of byKey) {
      const room = Math.max(0, cap.most - (work.counts.get(key) ?? 0));
      if (entries.length > room) return { cap, key, entries, room };
    }
  }
  return null;
}

/** Takes a tie whole. */
function takeAll(work: Work, entries: readonly number[], rank: number, expanded: boolean): void {
  const { rule, field } = work;
  const like = rule.quota ? compile(rule.quota.when) : null;
  const above = work.chosen.length + work.kept;
  const taken = above + entries.length;
  let unlike = work.chosen.filter((one) => like && !holds(like(field.lookup(one.entry)))).length + work.kept;
  unlike += entries.filter((entry) => like && !holds(like(field.lookup(entry)))).length;
  for (const entry of entries) {
    work.chosen.push({ entry, above, taken, unlike, byQuota: false });
    work.proof.set(entry, { entry: field.idOf(entry), chosen: true, reason: expanded ? 'tieExpanded' : 'withinPlaces', params: { rank, places: work.places } });
    for (const cap of work.caps) {
      if (isExempt(cap, entry, field)) cap.exempted++;
      else work.counts.set(capKey(cap, entry, field), (work.counts.get(capKey(cap, entry, field)) ?? 0) + 1);
    }
  }
}

function capKey(cap: CompiledCap, entry: number, field: SelectionField): string {
  const value = field.lookup(entry)(`attr.${cap.rule.attribute}`);
  return [cap.rule.attribute, value === null ? '' : typeof value === 'string' ? `text ${value}` : formatExact(value)].join('\u0000');
}

const isExempt = (cap: CompiledCap, entry: number, field: SelectionField): boolean =>
  cap.notCounted !== null && cap.exempted < cap.notCounted.count && holds(cap.notCounted.when(field.lookup(entry)));

const capReached = (cap: CompiledCap, entry: number, work: Work): boolean =>
  !isExempt(cap, entry, work.field) && (work.counts.get(capKey(cap, entry, work.field)) ?? 0) >= cap.most;

/**
 * Meets the least number of a kind: the best who wait come in, the last of the others make room. Where a tie would have to be split for that, nobody of it is
 * preferred: a person decides (`unsettled`).
 */
function fillQuota(work: Work, classes: readonly RankClass[]): { displaced: number[]; unsettled: number[] } {
  const { rule, field } = work;
  if (!rule.quota) return { displaced: [], unsettled: [] };
  const { atLeast } = rule.quota;
  const when = compile(rule.quota.when);
  const fulfils = (entry: number): boolean => holds(when(field.lookup(entry)));
  const needed = atLeast - work.chosen.filter((one) => fulfils(one.entry)).length;
  if (needed <= 0) return { displaced: [], unsettled: [] };
  const tieOf = new Map(classes.flatMap((one) => one.entries.map((entry) => [entry, one] as const)));
  const inTies = (entries: readonly number[]): number[][] => {
    const ties = new Map<RankClass | undefined, number[]>();
    for (const entry of entries) ties.set(tieOf.get(entry), [...(ties.get(tieOf.get(entry)) ?? []), entry]);
    return [...ties.values()];
  };
  const prove = (entry: number, chosen: boolean, reason: string, params: Proof['params']): void => {
    work.proof.set(entry, { entry: field.idOf(entry), chosen, reason, params });
  };
  const leaving = upTo(Math.max(0, work.chosen.length + work.kept + needed - work.places), inTies(work.chosen.map((one) => one.entry).filter((entry) => !fulfils(entry))).reverse());
  const coming = upTo(needed, inTies(work.waiting.filter(fulfils)));
  work.chosen = work.chosen.filter((one) => !leaving.taken.includes(one.entry) && !leaving.split.includes(one.entry));
  for (const entry of leaving.taken) prove(entry, false, 'madeRoom', { places: work.places });
  for (const entry of [...leaving.split, ...coming.split]) prove(entry, false, 'quotaTieUndecided', { atLeast });
  for (const entry of coming.taken) {
    work.chosen.push({ entry, above: work.chosen.length, taken: work.chosen.length + 1, unlike: 0, byQuota: true });
    prove(entry, true, 'quota', { atLeast });
  }
  const order = new Map([...tieOf.keys()].map((entry, index) => [entry, index]));
  return { displaced: leaving.taken.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)), unsettled: [...leaving.split, ...coming.split] };
}

/** So many of the ties, whole ones only; `split`: the tie of which only some would be needed. */
function upTo(count: number, ties: readonly number[][]): { taken: number[]; split: number[] } {
  const taken: number[] = [];
  for (const tie of ties) {
    if (taken.length >= count) break;
    if (taken.length + tie.length > count) return { taken, split: tie };
    taken.push(...tie);
  }
  return { taken, split: [] };
}
