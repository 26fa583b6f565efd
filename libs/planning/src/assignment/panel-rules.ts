import { PlanningInputError, requireInteger } from '../planning-errors.js';
import type { AssignmentEntry, AssignmentJudge, CompositionRule } from './problem.js';

/**
 * Composition rules as limits on classes of judges. "At least c leads among n" is "at most n - c who are no lead", so every rule
 * is kept by every part of a valid panel, and a panel can be built judge by judge.
 */
export interface PanelRules {
  /** No rule at all: every panel is valid. */
  readonly none: boolean;
  /** The limits are nested or disjoint, so exchanges one by one reach the optimum and prove infeasibility. */
  readonly exact: boolean;
  canAdd(entry: number, panel: readonly number[], judge: number): boolean;
  /** Whether `incoming` may take the place of `outgoing`. */
  canSwap(entry: number, panel: readonly number[], outgoing: number, incoming: number): boolean;
  valid(entry: number, panel: readonly number[]): boolean;
  /** Members of a class of which the panel has too many (one more than allowed), or `null` for a valid panel. */
  tooMany(entry: number, panel: readonly number[]): readonly number[] | null;
  /** A part of the rules that is nested, for a relaxation that is solved exactly. */
  readonly nestedPart: PanelRules;
  /** The limits of an entry as sets of judges, for an integer program. */
  classLimits(entry: number): { readonly judges: number[]; readonly most: number }[];
  /** Size of the largest valid panel among the candidates, at most `enough`; `null` when the search would take too long. */
  largestPanel(entry: number, candidates: readonly number[], enough: number): number | null;
}

interface ClassLimits {
  /** Class of each judge, -1 for none. */
  readonly classOf: Int32Array;
  /** Most judges of one class on a panel of each entry. */
  readonly limit: Int32Array;
}

const UNLIMITED = 0x7fffffff;
const SEARCH_LIMIT = 20_000;

function entryLimits(entries: readonly AssignmentEntry[], groups: readonly string[] | undefined, limitOf: (entry: AssignmentEntry) => number): Int32Array {
  return Int32Array.from(entries, (entry) => (groups === undefined || (entry.group !== undefined && groups.includes(entry.group)) ? limitOf(entry) : UNLIMITED));
}

function classesBy(judges: readonly AssignmentJudge[], key: (judge: AssignmentJudge) => string | undefined): Int32Array {
  const classes = new Map<string, number>();
  return Int32Array.from(judges, (judge) => {
    const name = key(judge);
    if (name === undefined) return -1;
    if (!classes.has(name)) classes.set(name, classes.size);
    return classes.get(name)!;
  });
}

/** Pairs that must stay apart, packed into as few class systems as possible. */
function packApartRules(rules: readonly CompositionRule[], entries: readonly AssignmentEntry[], judges: readonly AssignmentJudge[]): ClassLimits[] {
  const position = new Map(judges.map((judge, index) => [judge.id, index]));
  const packs = new Map<string, ClassLimits[]>();
  rules.forEach((rule, index) => {
    if (rule.kind !== 'apart') return;
    const [first, second] = rule.judges.map((id) => {
      const found = position.get(id);
      if (found === undefined) throw new PlanningInputError('UNKNOWN_JUDGE', `composition[${index}].judges`, `no judge "${id}"`);
      return found;
    }) as [number, number];
    const scope = JSON.stringify(rule.groups ?? null);
    const systems = packs.get(scope) ?? [];
    packs.set(scope, systems);
    let system = systems.find(({ classOf }) => classOf[first] === -1 && classOf[second] === -1);
    if (!system) {
      system = { classOf: new Int32Array(judges.length).fill(-1), limit: entryLimits(entries, rule.groups, () => 1) };
      systems.push(system);
    }
    system.classOf[first] = system.classOf[second] = first;
  });
  return [...packs.values()].flat();
}

function compileLimits(rules: readonly CompositionRule[], entries: readonly AssignmentEntry[], judges: readonly AssignmentJudge[]): ClassLimits[] {
  const limits = rules.flatMap((rule, index): ClassLimits[] => {
    if (rule.kind === 'apart') return [];
    requireInteger(rule.count, `composition[${index}].count`);
    const limited = (key: (judge: AssignmentJudge) => string | undefined, limitOf: (entry: AssignmentEntry) => number): ClassLimits[] => [
      { classOf: classesBy(judges, key), limit: entryLimits(entries, rule.groups, limitOf) },
    ];
    switch (rule.kind) {
      case 'at-least':
        return limited(
          (judge) => (judge.tags?.includes(rule.tag) ? undefined : 'other'),
          (entry) => {
            if (entry.need > 0 && entry.need < rule.count) {
              throw new PlanningInputError('RULE_EXCEEDS_NEED', `composition[${index}]`, `entry "${entry.id}" has ${entry.need} judges, the rule wants ${rule.count}`);
            }
            return Math.max(0, entry.need - rule.count);
          },
        );
      case 'at-most':
        return limited((judge) => (judge.tags?.includes(rule.tag) ? 'tagged' : undefined), () => rule.count);
      case 'at-most-per-employer':
        return limited((judge) => judge.employer, () => rule.count);
      case 'at-most-per-region':
        return limited((judge) => judge.region, () => rule.count);
    }
  });
  return [...limits, ...packApartRules(rules, entries, judges)];
}

/** Whether the classes of two systems are pairwise nested or disjoint (classes of one judge never bind and are left out). */
function areNested(a: ClassLimits, b: ClassLimits): boolean {
  const sizes = (classOf: Int32Array): Map<number, number> => {
    const count = new Map<number, number>();
    for (const cls of classOf) if (cls >= 0) count.set(cls, (count.get(cls) ?? 0) + 1);
    return count;
  };
  const [sizeA, sizeB] = [sizes(a.classOf), sizes(b.classOf)];
  const common = new Map<string, { inA: number; inB: number; shared: number }>();
  a.classOf.forEach((inA, judge) => {
    const inB = b.classOf[judge]!;
    if (inA < 0 || inB < 0 || sizeA.get(inA) === 1 || sizeB.get(inB) === 1) return;
    const key = `${inA}/${inB}`;
    const found = common.get(key) ?? { inA, inB, shared: 0 };
    found.shared++;
    common.set(key, found);
  });
  return [...common.values()].every(({ inA, inB, shared }) => shared === Math.min(sizeA.get(inA)!, sizeB.get(inB)!));
}

function sharesEntries(a: ClassLimits, b: ClassLimits): boolean {
  return a.limit.some((limit, entry) => limit !== UNLIMITED && b.limit[entry] !== UNLIMITED);
}

export function compilePanelRules(rules: readonly CompositionRule[], entries: readonly AssignmentEntry[], judges: readonly AssignmentJudge[]): PanelRules {
  return rulesOf(compileLimits(rules, entries, judges));
}

const fitTogether = (a: ClassLimits, b: ClassLimits): boolean => !sharesEntries(a, b) || areNested(a, b);

function rulesOf(systems: readonly ClassLimits[]): PanelRules {
  const nested: ClassLimits[] = [];
  for (const system of systems) if (nested.every((other) => fitTogether(system, other))) nested.push(system);
  const exact = nested.length === systems.length;
  const canSwap = (entry: number, panel: readonly number[], outgoing: number, incoming: number): boolean => {
    for (const { classOf, limit } of systems) {
      const cls = classOf[incoming]!;
      if (cls < 0 || (outgoing >= 0 && classOf[outgoing] === cls)) continue;
      let count = 0;
      for (const member of panel) if (member !== outgoing && classOf[member] === cls) count++;
      if (count >= limit[entry]!) return false;
    }
    return true;
  };
  const canAdd = (entry: number, panel: readonly number[], judge: number): boolean => canSwap(entry, panel, -1, judge);
  const largestPanel = (entry: number, candidates: readonly number[], enough: number): number | null => {
    const panel: number[] = [];
    for (const judge of candidates) if (panel.length < enough && canAdd(entry, panel, judge)) panel.push(judge);
    if (exact || panel.length === enough) return panel.length;
    return searchLargest(entry, candidates, enough, canAdd);
  };
  const found: Omit<PanelRules, 'nestedPart'> = {
    none: systems.length === 0,
    exact,
    canAdd,
    canSwap,
    valid: (entry, panel) => panel.every((judge, index) => canAdd(entry, panel.slice(0, index), judge)),
    classLimits: (entry) => systems.flatMap(({ classOf, limit }) => (limit[entry] === UNLIMITED ? [] : classMembers(classOf).map((members) => ({ judges: members, most: limit[entry]! })))),
    tooMany: (entry, panel) => {
      for (const { classOf, limit } of systems) {
        for (const judge of panel) {
          const same = classOf[judge]! < 0 ? [] : panel.filter((other) => classOf[other] === classOf[judge]);
          if (same.length > limit[entry]!) return same.slice(0, limit[entry]! + 1);
        }
      }
      return null;
    },
    largestPanel,
  };
  return exact ? selfNested(found) : { ...found, nestedPart: rulesOf(nested) };
}

function selfNested(rules: Omit<PanelRules, 'nestedPart'>): PanelRules {
  const whole: PanelRules = {
    ...rules,
    get nestedPart() {
      return whole;
    },
  };
  return whole;
}

function classMembers(classOf: Int32Array): number[][] {
  const members = new Map<number, number[]>();
  classOf.forEach((cls, judge) => cls >= 0 && members.set(cls, [...(members.get(cls) ?? []), judge]));
  return [...members.values()];
}

function searchLargest(entry: number, candidates: readonly number[], enough: number, canAdd: PanelRules['canAdd']): number | null {
  let best = 0;
  let visited = 0;
  const panel: number[] = [];
  const extend = (from: number): void => {
    visited++;
    best = Math.max(best, panel.length);
    for (let next = from; next < candidates.length && best < enough && visited <= SEARCH_LIMIT; next++) {
      if (panel.length + candidates.length - next <= best) return;
      const judge = candidates[next]!;
      if (!canAdd(entry, panel, judge)) continue;
      panel.push(judge);
      extend(next + 1);
      panel.pop();
    }
  };
  extend(0);
  return best < enough && visited > SEARCH_LIMIT ? null : best;
}
