import { decimal, floor, toInteger } from '../exact/decimal.js';
import { multiply, whole, type Rational } from '../exact/rational.js';
import { compile, holds, type Calculation, type Lookup } from '../expression/expression.js';
import type { RankClass } from '../rank/rank.js';
import type { SelectionCap, SelectionRules } from '../rules/selection-rules.types.js';
import type { SelectionResult } from '../engine/score-output.types.js';

/** The field a selection is taken from. Entries are positions. */
export interface SelectionPool {
  group: string | null;
  classes: readonly RankClass[];
  registered: number;
  /** Entries still without a final result, with the best total they can reach; null when that has no bound. */
  outstanding: readonly { entry: number; best: Rational | null }[];
}

export interface SelectionField {
  lookup(entry: number): Lookup;
  idOf(entry: number): string;
  total(entry: number): Rational | null;
  constants: Lookup;
  /** The better total comes first: negative when a is better. */
  order(a: Rational, b: Rational): number;
  /** What was already decided about an entry in this selection: it plays, or it gave its place back. */
  status(selection: string, entry: number): 'taken' | 'declined' | undefined;
}

type Proof = SelectionResult['proof'][number];

interface Work {
  rule: SelectionRules;
  field: SelectionField;
  places: number;
  chosen: { entry: number; above: number }[];
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

/** Takes entries in rank order for what comes next (domain 4.5, 6.5). */
export function selectEntries(rule: SelectionRules, pool: SelectionPool, field: SelectionField): SelectionResult {
  const ranked = pool.classes.reduce((count, one) => count + one.entries.length, 0);
  const base = rule.base === 'registered' ? pool.registered : ranked + pool.outstanding.length;
  const places = placesOf(rule, base, ranked, field);
  const work: Work = { rule, field, places, chosen: [], proof: new Map(), counts: new Map(), caps: compileCaps(rule, places, field), waiting: [] };
  const undecided = takeInOrder(work, pool.classes);
  const displaced = fillQuota(work);
  const chosen = work.chosen.map((one) => one.entry);
  const taken = new Set(chosen);
  const questionable = work.chosen.filter((one) => !isSafe(one, pool, work)).map((one) => one.entry);
  const ids = (entries: readonly number[]): string[] => entries.map((entry) => field.idOf(entry));
  return {
    selection: rule.key,
    group: pool.group,
    places,
    chosen: ids(chosen),
    unused: Math.max(0, places - chosen.length),
    undecided: ids(undecided),
    safe: ids(chosen.filter((entry) => !questionable.includes(entry))),
    questionable: ids(questionable),
    next: ids([...displaced, ...work.waiting.filter((entry) => !taken.has(entry) && !displaced.includes(entry))]),
    revoked: ids(pool.classes.flatMap((one) => one.entries).filter((entry) => field.status(rule.key, entry) === 'taken' && !taken.has(entry))),
    proof: pool.classes.flatMap((one) => one.entries).flatMap((entry) => work.proof.get(entry) ?? []),
  };
}

function placesOf(rule: SelectionRules, base: number, ranked: number, field: SelectionField): number {
  const share = (part: Rational): number => toInteger(floor(multiply(part, whole(base))));
  const limit = rule.atMostShare === undefined ? Number.POSITIVE_INFINITY : share(decimal(rule.atMostShare));
  if ('when' in rule.places) return Math.min(limit, ranked);
  if ('share' in rule.places) return Math.min(limit, share(decimal(rule.places.share)));
  return Math.min(limit, toWhole(compile(rule.places.count)(field.constants)));
}

const toWhole = (value: Rational | string | null): number => (value === null || typeof value === 'string' ? 0 : toInteger(floor(value)));

function compileCaps(rule: SelectionRules, places: number, field: SelectionField): CompiledCap[] {
  const lookup: Lookup = (name) => (name === 'places' ? whole(places) : field.constants(name));
  return (rule.caps ?? []).map((cap) => ({
    rule: cap,
    most: toWhole(compile(cap.most)(lookup)),
    notCounted: cap.notCounted ? { when: compile(cap.notCounted.when), count: cap.notCounted.count } : null,
    exempted: 0,
  }));
}

/** Walks down the ranking. Returns the tie that was left undecided. */
function takeInOrder(work: Work, classes: readonly RankClass[]): number[] {
  const { rule, field } = work;
  const eligible = rule.eligible === undefined ? null : compile(rule.eligible);
  const condition = 'when' in rule.places ? compile(rule.places.when) : null;
  let closed = false;
  let above = 0;
  let undecided: number[] = [];
  for (const one of classes) {
    const open: number[] = [];
    const refuse = (entry: number, reason: string, params: Proof['params'] = {}): void => {
      work.proof.set(entry, { entry: field.idOf(entry), chosen: false, reason, params: { rank: one.rank, ...params } });
    };
    above += one.entries.length;
    for (const entry of one.entries) {
      const cap = work.caps.find((candidate) => capReached(candidate, entry, work));
      if (field.status(rule.key, entry) === 'declined') refuse(entry, 'declined');
      else if (eligible && !holds(eligible(field.lookup(entry)))) refuse(entry, 'notEligible');
      else if (condition && !holds(condition(field.lookup(entry)))) refuse(entry, 'conditionFailed');
      else if (cap) refuse(entry, 'capReached', { attribute: cap.rule.attribute, most: cap.most });
      else open.push(entry);
    }
    if (open.length === 0) continue;
    const room = work.places - work.chosen.length;
    const fits = !closed && (open.length <= room || (rule.ties === 'expand' && room > 0));
    if (!fits) {
      for (const entry of open) refuse(entry, closed || room <= 0 ? 'noPlaceLeft' : rule.ties === 'shrink' ? 'tieShrunk' : 'tieUndecided', { places: work.places });
      if (!closed && room > 0 && rule.ties === 'report') undecided = open;
      closed = true;
      work.waiting.push(...open);
      continue;
    }
    for (const entry of open) take(work, entry, above, one.rank, open.length > room);
  }
  return undecided;
}

function take(work: Work, entry: number, above: number, rank: number, expanded: boolean): void {
  const { field } = work;
  const blocking = work.caps.find((cap) => capReached(cap, entry, work));
  if (blocking) {
    work.proof.set(entry, { entry: field.idOf(entry), chosen: false, reason: 'capReached', params: { rank, attribute: blocking.rule.attribute, most: blocking.most } });
    return;
  }
  work.chosen.push({ entry, above });
  work.proof.set(entry, { entry: field.idOf(entry), chosen: true, reason: expanded ? 'tieExpanded' : 'withinPlaces', params: { rank, places: work.places } });
  for (const cap of work.caps) {
    if (isExempt(cap, entry, field)) cap.exempted++;
    else work.counts.set(capKey(cap, entry, field), (work.counts.get(capKey(cap, entry, field)) ?? 0) + 1);
  }
}

function capKey(cap: CompiledCap, entry: number, field: SelectionField): string {
  const value = field.lookup(entry)(`attr.${cap.rule.attribute}`);
  return `${cap.rule.attribute} ${value === null || typeof value === 'string' ? (value ?? '') : `${value.n}/${value.d}`}`;
}

const isExempt = (cap: CompiledCap, entry: number, field: SelectionField): boolean =>
  cap.notCounted !== null && cap.exempted < cap.notCounted.count && holds(cap.notCounted.when(field.lookup(entry)));

const capReached = (cap: CompiledCap, entry: number, work: Work): boolean =>
  !isExempt(cap, entry, work.field) && (work.counts.get(capKey(cap, entry, work.field)) ?? 0) >= cap.most;

/** Meets the least number of a kind: replaces from the end of the list. Returns those who had to make room. */
function fillQuota(work: Work): number[] {
  const { rule, field } = work;
  if (!rule.quota) return [];
  const when = compile(rule.quota.when);
  const fulfils = (entry: number): boolean => holds(when(field.lookup(entry)));
  const displaced: number[] = [];
  let have = work.chosen.filter((one) => fulfils(one.entry)).length;
  const candidates = work.waiting.filter(fulfils);
  while (have < rule.quota.atLeast && work.chosen.length > 0) {
    const needed = rule.quota.atLeast - have;
    const candidate = candidates.shift();
    if (work.chosen.length + needed > work.places) {
      const last = work.chosen.findLastIndex((one) => !fulfils(one.entry));
      if (last < 0) break;
      const [out] = work.chosen.splice(last, 1);
      if (!out) break;
      displaced.unshift(out.entry);
      work.proof.set(out.entry, { entry: field.idOf(out.entry), chosen: false, reason: 'madeRoom', params: { places: work.places } });
    }
    if (candidate === undefined) break;
    work.chosen.push({ entry: candidate, above: Number.POSITIVE_INFINITY });
    work.proof.set(candidate, { entry: field.idOf(candidate), chosen: true, reason: 'quota', params: { atLeast: rule.quota.atLeast } });
    have++;
  }
  return displaced;
}

/** Safe: even if every outstanding entry reaches its best, the entry keeps its place. */
function isSafe(one: { entry: number; above: number }, pool: SelectionPool, { places, field }: Work): boolean {
  if (pool.outstanding.length === 0) return true;
  const mine = field.total(one.entry);
  const threats = pool.outstanding.filter(({ best }) => best === null || mine === null || field.order(best, mine) <= 0).length;
  return one.above + threats <= places;
}
