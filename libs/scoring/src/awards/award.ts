import { ceiling, decimal, floor, formatExact, roundHalfUp, toInteger } from '../exact/decimal.js';
import { ZERO, absolute, add, compare, multiply, subtract, whole, type Rational } from '../exact/rational.js';
import { compile, holds, type Calculation, type Lookup } from '../expression/expression.js';
import type { AwardLevel, AwardRules } from '../rules/award-rules.types.js';
import type { AwardSummary } from '../engine/score-output.types.js';
import type { AwardTrace } from '../trace/trace.types.js';
import { splitByNumber, type RankClass } from '../rank/rank.js';
import { AwardCaps, type Closed } from './award-caps.js';

/** What awarding one group reads. Entries are positions. */
export interface AwardContext {
  classes: readonly RankClass[];
  registered: number;
  people: number;
  total(entry: number): Rational | null;
  /** The better total comes first: negative when a is better. */
  order(a: Rational, b: Rational): number;
  lookup(entry: number): Lookup;
  /** Parameters and figures only. */
  constants: Lookup;
  idOf(entry: number): string;
  revoked(entry: number): string | undefined;
}

/** Why an entry has its prize or none; one for all of a tie. */
type Why = Pick<AwardTrace, 'reason' | 'params'>;

/** Who got what and why, in columns by entry. */
export class AwardOutcome {
  summary: AwardSummary;
  private readonly levels: (string | null | undefined)[] = [];
  private readonly reasons: (Why | undefined)[] = [];

  constructor(summary: AwardSummary) {
    this.summary = summary;
  }

  give(entry: number, level: string | null, why: Why): void {
    this.levels[entry] = level;
    this.reasons[entry] = why;
  }

  /** The prize's key; null: none, undefined: not considered. */
  levelOf(entry: number): string | null | undefined {
    return this.levels[entry];
  }

  traceOf(entry: number): AwardTrace | undefined {
    const why = this.reasons[entry];
    return why && { award: this.summary.award, level: this.levels[entry] ?? null, reason: why.reason, params: { ...why.params } };
  }
}

interface Cut {
  level: AwardLevel;
  /** The level's further condition. */
  meets: Calculation | null;
  seats: number | null;
  cumulative: number | null;
  line: Rational | null;
  isLine: boolean;
}

/** Gives the prizes of one set inside one group, with a reason for every ranked entry (domain 4.5 R9, 4.6, 5.5, 6.5). */
export function awardGroup(rules: AwardRules, context: AwardContext): AwardOutcome {
  const ranked = context.classes.flatMap((one) => one.entries);
  const base = rules.base === 'registered' ? context.registered : ranked.length;
  const blocked = smallGroupState(rules, ranked.length, context);
  const eligible = rules.eligible === undefined ? null : compile(rules.eligible);
  if (blocked) {
    const closed = new AwardOutcome(emptySummary(rules, base, blocked.state));
    for (const entry of ranked) closed.give(entry, null, blocked);
    return closed;
  }
  const everyone = orderedTies(rules, context);
  const tieGroups = eligible === null ? everyone : everyone.map((group) => group.filter((entry) => holds(eligible(context.lookup(entry)))));
  const given = new AwardOutcome(emptySummary(rules, base, 'awarded'));
  if (eligible !== null) for (const entry of ranked) given.give(entry, null, { reason: 'notEligible', params: {} });
  const cuts = cutsOf(rules, base, ranked.length, context, tieGroups);
  const crossing = assign(rules, context, cuts, tieGroups.filter((group) => group.length > 0), given);
  mention(rules, context, ranked, given);
  for (const entry of ranked) {
    const level = given.levelOf(entry) ?? null;
    const reason = level === null ? undefined : context.revoked(entry);
    if (reason !== undefined) given.give(entry, null, { reason: 'revoked', params: { was: level ?? '', reason } });
  }
  given.summary = summarise(rules, context, { base, cuts, crossing, ranked }, given);
  return given;
}

interface SmallGroup {
  state: AwardSummary['state'];
  reason: AwardTrace['reason'];
  params: AwardTrace['params'];
}

function smallGroupState(rules: AwardRules, ranked: number, context: AwardContext): SmallGroup | null {
  const small = rules.smallGroup;
  if (!small) return null;
  if (ranked < (small.minimumUnits ?? 0)) return { state: 'participationOnly', reason: 'groupTooSmall', params: { units: ranked, minimum: small.minimumUnits ?? 0 } };
  if (context.people < (small.minimumPeople ?? 0)) {
    return { state: 'participationOnly', reason: 'groupTooSmall', params: { people: context.people, minimum: small.minimumPeople ?? 0 } };
  }
  if (ranked < (small.manualBelow ?? 0)) return { state: 'manual', reason: 'committee', params: { ranked, minimum: small.manualBelow ?? 0 } };
  return null;
}

function emptySummary(rules: AwardRules, base: number, state: AwardSummary['state']): AwardSummary {
  return { award: rules.key, state, base, levels: rules.levels.map((level) => ({ level: level.key, seats: 0, cumulative: 0, awarded: 0, line: null })), cuts: [], unused: 0 };
}

/** Tie groups in the order prizes are given: by rank, or by the value the lines are drawn on. */
function orderedTies(rules: AwardRules, context: AwardContext): number[][] {
  if (rules.drawnOn === undefined) return context.classes.map((one) => one.entries);
  const value = drawnValue(rules, context);
  return splitByNumber(
    context.classes.flatMap((one) => one.entries),
    value,
    'desc',
  );
}

function drawnValue(rules: AwardRules, context: AwardContext): (entry: number) => Rational | null {
  if (rules.drawnOn === undefined) return (entry) => context.total(entry);
  const calculate = compile(rules.drawnOn);
  return (entry) => {
    const value = calculate(context.lookup(entry));
    return typeof value === 'string' ? null : value;
  };
}

/** Which of two values that lines are drawn on is better: totals as they are ranked, other values the higher. */
const drawnOrder = (rules: AwardRules, context: AwardContext): AwardContext['order'] => (rules.drawnOn === undefined ? context.order : (a, b) => compare(b, a));

function cutsOf(rules: AwardRules, base: number, ranked: number, context: AwardContext, groups: readonly number[][]): Cut[] {
  let share = ZERO;
  let counted = ZERO;
  let before = 0;
  return rules.levels.map((level, index): Cut => {
    const meets = level.when === undefined ? null : compile(level.when);
    if (level.line !== undefined) {
      const line = compile(level.line)(context.constants);
      return { level, meets, seats: null, cumulative: null, line: typeof line === 'string' ? null : line, isLine: true };
    }
    if (level.range) {
      const cumulative = tieSafe(groups, level.range);
      const seats = cumulative === null ? null : cumulative - before;
      before = cumulative ?? before;
      return { level, meets, seats, cumulative: cumulative ?? before, line: null, isLine: false };
    }
    share = add(share, decimal(level.share ?? 0));
    if (level.count !== undefined) {
      const count = compile(level.count)(context.constants);
      counted = add(counted, count !== null && typeof count !== 'string' ? floor(count) : ZERO);
    }
    let cumulative = toInteger(counted) + wholePlaces(rules.rounding ?? 'floor', multiply(share, whole(base)), groups, index === rules.levels.length - 1);
    if (index === 0 && rules.smallGroup?.oneFirstFrom !== undefined && ranked >= rules.smallGroup.oneFirstFrom) cumulative = Math.max(1, cumulative);
    cumulative = Math.max(cumulative, before);
    const seats = cumulative - before;
    before = cumulative;
    return { level, meets, seats, cumulative, line: null, isLine: false };
  });
}

function wholePlaces(rounding: NonNullable<AwardRules['rounding']>, share: Rational, groups: readonly number[][], last: boolean): number {
  switch (rounding) {
    case 'floor':
      return toInteger(floor(share));
    case 'ceil':
      return toInteger(ceiling(share));
    case 'halfUp':
      return toInteger(roundHalfUp(share, 0));
    case 'nearestTie':
      return nearestTie(share, groups, last);
  }
}

/** The number of prizes nearest to the share that splits no tie, the smaller of two equally near; for the last level not above the share. */
function nearestTie(share: Rational, groups: readonly number[][], last: boolean): number {
  let best = 0;
  let above = 0;
  for (const group of groups) {
    above += group.length;
    if (last && compare(whole(above), share) > 0) break;
    if (compare(absolute(subtract(whole(above), share)), absolute(subtract(whole(best), share))) < 0) best = above;
  }
  return best;
}

/** The smallest number of prizes in the range that splits no tie; null when there is none. */
function tieSafe(groups: readonly number[][], [low, high]: [number, number]): number | null {
  let above = 0;
  for (const group of groups) {
    above += group.length;
    if (above >= low) return above <= high ? above : null;
  }
  return null;
}

/** Entries of one tie that stand for the prizes from one on. */
interface Party {
  entries: number[];
  from: number;
}

/** Walks down the tie groups; a group takes the best level with room for it, by the tie rule. Returns the ties across cuts and caps. */
function assign(rules: AwardRules, context: AwardContext, cuts: readonly Cut[], groups: readonly number[][], given: AwardOutcome): AwardSummary['cuts'] {
  const crossing: AwardSummary['cuts'] = [];
  const valueOf = drawnValue(rules, context);
  const order = drawnOrder(rules, context);
  const caps = new AwardCaps(rules.caps ?? [], context.constants, context.lookup);
  const ids = (entries: readonly number[]): string[] => entries.map((entry) => context.idOf(entry));
  /** Entries before the present tie that stand above each cut; whom a cap kept out of it does not. */
  const above = cuts.map(() => 0);
  let before = 0;
  for (const group of groups) {
    const keptOut = cuts.map(() => 0);
    const parties: Party[] = [{ entries: group, from: 0 }];
    for (let party = parties.shift(); party; party = parties.shift()) {
      const { entries, from } = party;
      const value = valueOf(entries[0] as number);
      const find = (fewer: number): Found => levelFor(rules, cuts, from, { before, above, end: above.map((count, index) => count + group.length - (keptOut[index] ?? 0) - fewer), value, order });
      /** Entries that a cap closes to the prizes of some cuts: told why, and no longer in the others' way. */
      const close = (closed: Closed, level: string, limited: readonly number[]): boolean => {
        const undecided = closed.room > 0 && rules.ties === 'report';
        const open = entries.filter((entry) => !closed.entries.includes(entry));
        if (open.length > 0) parties.unshift({ entries: open, from });
        for (const index of limited) keptOut[index] = (keptOut[index] ?? 0) + closed.entries.length - (undecided ? closed.room : 0);
        if (closed.room > 0) crossing.push({ level, entries: ids(closed.entries), policy: rules.ties, places: closed.room });
        if (undecided) for (const entry of closed.entries.slice(0, closed.room)) caps.count(entry, level);
        const params = { attribute: closed.attribute, most: closed.most, level };
        for (const entry of closed.entries) given.give(entry, null, { reason: undecided ? 'capTieUndecided' : closed.room > 0 ? 'capTieShrunk' : 'capReached', params });
        return undecided;
      };
      const barred = caps.closed(entries);
      const reached = barred && find(barred.entries.length - barred.room);
      if (barred && reached?.cut) {
        close(barred, reached.cut.level.key, cuts.map((_cut, index) => index));
        continue;
      }
      const found = find(0);
      if (found.crossed && (crossing.at(-1)?.entries[0] !== context.idOf(group[0] as number) || crossing.at(-1)?.level !== found.crossed.level.key)) {
        crossing.push({ level: found.crossed.level.key, entries: ids(group), policy: rules.ties, places: (found.crossed.cumulative ?? 0) - (above[cuts.indexOf(found.crossed)] ?? 0) });
      }
      if (!found.cut) {
        for (const entry of entries) given.give(entry, null, found);
        continue;
      }
      const { level, meets } = found.cut;
      const next = cuts.indexOf(found.cut) + 1;
      const limited = caps.closed(entries, level.key);
      if (limited) {
        const undecided = close(limited, level.key, [next - 1]);
        if (!undecided && next < cuts.length) parties.push({ entries: limited.entries, from: next });
        continue;
      }
      const failed = new Set(meets === null ? [] : entries.filter((entry) => !holds(meets(context.lookup(entry)))));
      for (const entry of entries) {
        if (failed.has(entry)) continue;
        given.give(entry, level.key, found);
        caps.count(entry, level.key);
      }
      for (const entry of failed) given.give(entry, null, { reason: 'conditionFailed', params: { level: level.key } });
      if (failed.size > 0 && next < cuts.length) parties.unshift({ entries: [...failed], from: next });
    }
    before += group.length;
    for (const [index, out] of keptOut.entries()) above[index] = (above[index] ?? 0) + group.length - out;
  }
  return crossing;
}

interface Found extends Why {
  cut: Cut | null;
  crossed: Cut | null;
}

/** Where a tie stands: how many are before it, how many count above and with it at each cut, what it is worth and which of two values is better. */
interface Standing {
  before: number;
  above: readonly number[];
  end: readonly number[];
  value: Rational | null;
  order: AwardContext['order'];
}

function levelFor(rules: AwardRules, cuts: readonly Cut[], from: number, { before, above, end, value, order }: Standing): Found {
  let crossed: Cut | null = null;
  for (let index = from; index < cuts.length; index++) {
    const cut = cuts[index] as Cut;
    if (cut.isLine) {
      if (cut.line && value && order(value, cut.line) <= 0) return { cut, crossed, reason: 'lineReached', params: { line: formatExact(cut.line), value: formatExact(value) } };
      continue;
    }
    const places = cut.cumulative ?? 0;
    const [taken = 0, wanted = 0] = [above[index], end[index]];
    const params = { place: taken + 1, places };
    if (wanted <= places) return { cut, crossed, reason: crossed ? 'tieShrunk' : 'withinPlaces', params };
    if (taken < places) {
      crossed ??= cut;
      const tied = { ...params, tied: wanted - taken };
      if (rules.ties === 'expand') return { cut, crossed, reason: 'tieExpanded', params: tied };
      if (rules.ties === 'report') return { cut: null, crossed, reason: 'tieUndecided', params: tied };
    }
  }
  const line = cuts.every((cut) => cut.isLine);
  return { cut: null, crossed, reason: line ? 'belowLine' : crossed ? 'tieShrunk' : 'beyondPlaces', params: { place: before + 1 } };
}

function mention(rules: AwardRules, context: AwardContext, ranked: readonly number[], given: AwardOutcome): void {
  if (!rules.mention) return;
  const condition = compile(rules.mention.when);
  for (const entry of ranked) {
    if (given.levelOf(entry) === null && holds(condition(context.lookup(entry)))) given.give(entry, rules.mention.key, { reason: 'mention', params: {} });
  }
}

function summarise(
  rules: AwardRules,
  context: AwardContext,
  drawn: { base: number; cuts: readonly Cut[]; crossing: AwardSummary['cuts']; ranked: readonly number[] },
  given: AwardOutcome,
): AwardSummary {
  const counts = new Map<string, { awarded: number; last: Rational | null }>(rules.levels.map((level) => [level.key, { awarded: 0, last: null }]));
  const order = drawnOrder(rules, context);
  const valueOf = drawnValue(rules, context);
  for (const entry of drawn.ranked) {
    const own = counts.get(given.levelOf(entry) ?? '');
    if (!own) continue;
    own.awarded++;
    const value = valueOf(entry);
    if (value && (!own.last || order(value, own.last) > 0)) own.last = value;
  }
  const levels = drawn.cuts.map((cut) => {
    const own = counts.get(cut.level.key);
    const line = cut.isLine ? cut.line : (own?.last ?? null);
    return { level: cut.level.key, seats: cut.seats, cumulative: cut.cumulative, awarded: own?.awarded ?? 0, line: line && formatExact(line) };
  });
  const taken = levels.reduce((total, level) => total + (level.cumulative === null ? 0 : level.awarded), 0);
  const places = Math.max(0, ...drawn.cuts.map((cut) => cut.cumulative ?? 0));
  const undecided = levels.some((level) => level.cumulative !== null && level.seats === null);
  return { award: rules.key, state: undecided ? 'manual' : 'awarded', base: drawn.base, levels, cuts: drawn.crossing, unused: Math.max(0, places - taken) };
}
