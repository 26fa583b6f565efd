import { decimal, floor, toInteger } from '../exact/decimal.js';
import { multiply, whole, type Rational } from '../exact/rational.js';
import { compile, holds, type Lookup } from '../expression/expression.js';
import { fillQuota } from './fill-quota.js';
import { isSafe, type Outstanding, type Provisional } from './provisional.js';
import { capKey, capReached, countAtCaps, tieAcrossCap, type CompiledCap, type Proof, type Work } from './selection-work.js';
import type { RankClass } from '../rank/rank.js';
import type { SelectionField } from './selection-field.types.js';
import type { SelectionRules } from '../rules/selection-rules.types.js';
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

/** Entries that another selection has, by id: with the name of that selection, and whether it is settled there. */
export type Elsewhere = ReadonlyMap<string, { selection: string; chosen: boolean }>;

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
  const work: Work = { rule, field, constants, places, most, chosen: [], kept: 0, proof: new Map(), counts: new Map(), caps: compileCaps(rule, places, constants), waiting: [], barred: [], held: [], elsewhere };
  const cut = takeInOrder(work, pool.classes);
  const { displaced, undecided } = fillQuota(work, pool.classes, cut);
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
    undecided: ids(undecided),
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

/** Walks down the ranking. Returns the tie across the last place that was left undecided; those at caps stand in `work.held`. */
function takeInOrder(work: Work, classes: readonly RankClass[]): number[] {
  const { rule, field } = work;
  const eligible = rule.eligible === undefined ? null : compile(rule.eligible);
  const condition = 'when' in rule.places ? compile(rule.places.when) : null;
  let closed = false;
  const cut: number[] = [];
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
      else if (cap) {
        refuse(entry, 'capReached', { attribute: cap.rule.attribute, most: cap.most });
        work.barred.push(entry);
      } else open.push(entry);
    }
    if (closed || work.chosen.length + work.kept >= work.places) {
      for (const entry of open) refuse(entry, 'noPlaceLeft', { places: work.places });
      work.waiting.push(...open);
      continue;
    }
    for (let across = tieAcrossCap(work, open); across; across = tieAcrossCap(work, open)) {
      const crossing = across.entries;
      for (const entry of crossing) refuse(entry, rule.ties === 'shrink' ? 'capTieShrunk' : 'capTieUndecided', { attribute: across.cap.rule.attribute, most: across.cap.most });
      const kept = rule.ties !== 'shrink';
      if (kept) work.kept += across.room;
      work.held.push({ entries: crossing, room: across.room, kept, cap: across.cap, key: across.key });
      work.counts.set(across.key, across.cap.most);
      work.waiting.push(...crossing);
      open = open.filter((entry) => !crossing.includes(entry));
    }
    if (open.length === 0) continue;
    const room = work.places - work.chosen.length - work.kept;
    const fits = open.length <= room || (rule.ties === 'expand' && room > 0 && work.chosen.length + work.kept + open.length <= work.most);
    if (!fits) {
      for (const entry of open) refuse(entry, room <= 0 ? 'noPlaceLeft' : rule.ties === 'report' ? 'tieUndecided' : 'tieShrunk', { places: work.places });
      if (room > 0 && rule.ties === 'report') cut.push(...open);
      closed = true;
      work.waiting.push(...open);
      continue;
    }
    takeAll(work, open, one.rank, open.length > room);
  }
  return cut;
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
    countAtCaps(work, entry);
  }
}
