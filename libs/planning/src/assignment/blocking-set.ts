import type { ExchangeFlow, FailedSearch } from './exchange-flow.js';
import type { AssignmentInstance } from './instance.js';
import { compilePanelRules } from './panel-rules.js';
import type { InfeasibilityProof } from './problem.js';

const ids = (items: readonly { readonly id: string }[], indices: Iterable<number>): string[] => [...indices].map((index) => items[index]!.id).sort();

/** Contradictions among the fixed pairs themselves, found before any search. */
export function findFixedContradiction(instance: AssignmentInstance): InfeasibilityProof | null {
  const { entries, judges, fixed, allowed, rules } = instance;
  const panels = entries.map((): number[] => []);
  const loads = judges.map(() => 0);
  for (const { entry, judge } of fixed) {
    if (!allowed[entry * judges.length + judge]) return { kind: 'fixed-pair-in-conflict', pair: { entry: entries[entry]!.id, judge: judges[judge]!.id } };
    panels[entry]!.push(judge);
    loads[judge]!++;
  }
  for (const [entry, panel] of panels.entries()) {
    const { id, need } = entries[entry]!;
    if (panel.length > need) return { kind: 'fixed-over-need', entry: id, need, fixed: panel.length };
    if (!rules.valid(entry, panel)) return { kind: 'fixed-breaks-rule', entry: id, judges: ids(judges, panel) };
  }
  for (const [judge, load] of loads.entries()) {
    const { id, max } = judges[judge]!;
    if (load > max) return { kind: 'fixed-over-maximum', judge: id, maximum: max, fixed: load };
  }
  return null;
}

/** Largest number of judges from a set that one entry could have; `null` when that could not be settled. */
function mostFrom(instance: AssignmentInstance, entry: number, usable: (judge: number) => boolean): number | null {
  const row = entry * instance.judges.length;
  const candidates: number[] = [];
  instance.judges.forEach((_, judge) => {
    if (instance.allowed[row + judge] && usable(judge)) candidates.push(judge);
  });
  const need = instance.need[entry]!;
  return instance.rules.none ? Math.min(need, candidates.length) : instance.rules.largestPanel(entry, candidates, need);
}

/**
 * Turns a failed search into a proof (a violated Hall condition): the entries reached and the full judges reached, and the other
 * unplaced entries that hang on the same judges, so that the proof names all that is missing there. `null` when
 * crossing composition rules leave it open whether the entries really are short.
 */
export function proveReviewsShort(instance: AssignmentInstance, flow: ExchangeFlow, failed: FailedSearch, unplaced: Iterable<number> = []): InfeasibilityProof | null {
  if (instance.pairCapacity > 1) return null;
  const { judges, entries, allowed, most, need } = instance;
  const width = judges.length;
  const full = new Set(failed.reached);
  const fixedCells = new Set(instance.fixed.map(({ entry, judge }) => entry * width + judge));
  const short = new Set<number>([failed.entry]);
  flow.panels.forEach((panel, entry) => {
    if (panel.some((judge) => full.has(judge) && !fixedCells.has(entry * width + judge))) short.add(entry);
  });
  for (const entry of unplaced) if ((mostFrom(instance, entry, (judge) => !full.has(judge)) ?? Infinity) < need[entry]!) short.add(entry);
  const canGive = new Map<number, number>();
  for (const entry of short) {
    for (let judge = 0; judge < width; judge++) if (allowed[entry * width + judge]) canGive.set(judge, (canGive.get(judge) ?? 0) + 1);
  }
  const fixedElsewhere = new Int32Array(width);
  for (const { entry, judge } of instance.fixed) if (!short.has(entry)) fixedElsewhere[judge]!++;
  for (const [judge, count] of canGive) canGive.set(judge, Math.min(count, most[judge]! - fixedElsewhere[judge]!));
  let capacity = 0;
  for (const judge of full) capacity += canGive.get(judge) ?? 0;
  let needed = 0;
  for (const entry of short) {
    const outside = mostFrom(instance, entry, (judge) => !full.has(judge));
    if (outside === null) return null;
    capacity += outside;
    needed += need[entry]!;
  }
  if (needed <= capacity) return null;
  const rules = instance.composition.filter((_, index) => {
    const fewer = { ...instance, rules: compilePanelRules(instance.composition.filter((_rule, other) => other !== index), entries, judges) };
    return [...short].some((entry) => (mostFrom(fewer, entry, (judge) => !full.has(judge)) ?? 0) > (mostFrom(instance, entry, (judge) => !full.has(judge)) ?? 0));
  });
  return {
    kind: 'reviews-short',
    entries: ids(entries, short),
    groups: [...new Set([...short].flatMap((entry) => entries[entry]!.group ?? []))].sort(),
    judges: [...canGive].map(([judge, count]) => ({ judge: judges[judge]!.id, canGive: count })).sort((a, b) => (a.judge < b.judge ? -1 : 1)),
    fullJudges: ids(judges, [...full].filter((judge) => canGive.has(judge))),
    need: needed,
    capacity,
    ...(rules.length === 0 ? {} : { rules }),
  };
}

/** Judges below their minimum after an optimal flow: they and all who could hand work to them are short together. */
export function proveMinimumShort(instance: AssignmentInstance, flow: ExchangeFlow): InfeasibilityProof | null {
  const { judges, entries, least, allowed, rules } = instance;
  const width = judges.length;
  const start = judges.findIndex((_, judge) => flow.load[judge]! < least[judge]!);
  if (start < 0) return null;
  const fixedCells = new Set(instance.fixed.map(({ entry, judge }) => entry * width + judge));
  const reached = new Set([start]);
  for (const judge of reached) {
    flow.panels.forEach((panel, entry) => {
      if (!allowed[entry * width + judge] || flow.held[entry * width + judge]) return;
      for (const giver of panel) {
        if (reached.has(giver) || fixedCells.has(entry * width + giver)) continue;
        if (rules.none || rules.canSwap(entry, panel, giver, judge)) reached.add(giver);
      }
    });
  }
  let minimum = 0;
  for (const judge of reached) minimum += least[judge]!;
  let available = 0;
  const touched: number[] = [];
  for (let entry = 0; entry < entries.length; entry++) {
    const most = mostFrom(instance, entry, (judge) => reached.has(judge));
    if (most === null) return null;
    const taken = flow.panels[entry]!.filter((judge) => fixedCells.has(entry * width + judge) && !reached.has(judge)).length;
    const usable = Math.min(most, instance.need[entry]! - taken);
    if (usable > 0) touched.push(entry);
    available += usable;
  }
  if (minimum <= available) return null;
  return { kind: 'minimum-short', judges: ids(judges, reached), entries: ids(entries, touched), minimum, available };
}
