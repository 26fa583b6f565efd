import type { AssignmentCertificate, AssignmentProblem, CompositionRule, EntryJudgePair, InfeasibilityProof } from './problem.js';
import { confirmJointlyImpossible } from './verify-joint.js';

/**
 * The separate verifier: it shares no code with the search. It reads the problem as stated, a plan's pairs and the dual prices,
 * and decides by counting whether the plan keeps every hard rule and how far any other plan could be better.
 */
export interface AssignmentVerdict {
  readonly valid: boolean;
  readonly violations: readonly string[];
  /** What any other plan could gain at most in the combined objective: 0 proves optimality. */
  readonly gap: number;
  readonly optimal: boolean;
}

type Prices = Pick<AssignmentCertificate, 'prices' | 'loadWeight' | 'minimumWeight' | 'keepWeight' | 'scoreFloor'>;

interface Reading {
  readonly entryOf: ReadonlyMap<string, number>;
  readonly judgeOf: ReadonlyMap<string, number>;
  readonly score: Float64Array;
  readonly banned: Uint8Array;
  readonly fixed: Uint8Array;
}

function readProblem(problem: AssignmentProblem, certificate?: Prices, earlier: readonly EntryJudgePair[] = []): Reading {
  const width = problem.judges.length;
  const entryOf = new Map(problem.entries.map((entry, index) => [entry.id, index]));
  const judgeOf = new Map(problem.judges.map((judge, index) => [judge.id, index]));
  const cell = (pair: EntryJudgePair): number => entryOf.get(pair.entry)! * width + judgeOf.get(pair.judge)!;
  const score = new Float64Array(problem.entries.length * width).fill(problem.defaultScore ?? 0);
  for (const pair of problem.scores ?? []) score[cell(pair)] = pair.score;
  if (problem.sameRegionPenalty) {
    problem.entries.forEach((entry, e) =>
      problem.judges.forEach((judge, j) => {
        if (entry.region !== undefined && entry.region === judge.region) score[e * width + j]! -= problem.sameRegionPenalty!;
      }),
    );
  }
  const banned = new Uint8Array(score.length);
  for (const pair of problem.conflicts ?? []) banned[cell(pair)] = 1;
  const fixed = new Uint8Array(score.length);
  for (const pair of problem.fixed ?? []) fixed[cell(pair)] = 1;
  const floor = certificate?.scoreFloor;
  if (floor !== undefined) {
    score.forEach((value, index) => {
      if (value < floor && !fixed[index]) banned[index] = 1;
    });
  }
  if (certificate?.keepWeight) for (const pair of earlier) score[cell(pair)]! += certificate.keepWeight;
  return { entryOf, judgeOf, score, banned, fixed };
}

/** Whether a panel (complete, or in the making) of an entry breaks a rule; `complete` also counts what must be present. */
function breaksRule(problem: AssignmentProblem, rule: CompositionRule, entry: number, panel: readonly number[], complete: boolean): boolean {
  const { group, need } = problem.entries[entry]!;
  if (rule.groups !== undefined && (group === undefined || !rule.groups.includes(group))) return false;
  const members = panel.map((judge) => problem.judges[judge]!);
  const repeated = (keys: (string | undefined)[], most: number): boolean =>
    keys.some((key) => key !== undefined && keys.filter((other) => other === key).length > most);
  switch (rule.kind) {
    case 'at-least': {
      const tagged = members.filter((judge) => judge.tags?.includes(rule.tag)).length;
      return need > 0 && tagged + (complete ? 0 : need - panel.length) < rule.count;
    }
    case 'at-most':
      return members.filter((judge) => judge.tags?.includes(rule.tag)).length > rule.count;
    case 'at-most-per-employer':
      return repeated(members.map((judge) => judge.employer), rule.count);
    case 'at-most-per-region':
      return repeated(members.map((judge) => judge.region), rule.count);
    case 'apart':
      return rule.judges.every((id) => members.some((judge) => judge.id === id));
  }
}

function findViolations(problem: AssignmentProblem, reading: Reading, pairs: readonly EntryJudgePair[]): { violations: string[]; panels: number[][]; loads: Int32Array } {
  const width = problem.judges.length;
  const violations: string[] = [];
  const panels = problem.entries.map((): number[] => []);
  const loads = new Int32Array(width);
  const seen = new Set<number>();
  for (const pair of pairs) {
    const entry = reading.entryOf.get(pair.entry);
    const judge = reading.judgeOf.get(pair.judge);
    if (entry === undefined || judge === undefined) {
      violations.push(`unknown pair ${pair.entry}/${pair.judge}`);
      continue;
    }
    const cell = entry * width + judge;
    if (seen.has(cell)) violations.push(`repeated pair ${pair.entry}/${pair.judge}`);
    if (reading.banned[cell]) violations.push(`conflict ${pair.entry}/${pair.judge}`);
    seen.add(cell);
    panels[entry]!.push(judge);
    loads[judge]!++;
  }
  problem.fixed?.forEach((pair) => {
    if (!seen.has(reading.entryOf.get(pair.entry)! * width + reading.judgeOf.get(pair.judge)!)) violations.push(`fixed pair ${pair.entry}/${pair.judge} is missing`);
  });
  problem.entries.forEach(({ id, need }, entry) => {
    if (panels[entry]!.length !== need) violations.push(`entry ${id} has ${panels[entry]!.length} of ${need} judges`);
    for (const rule of problem.composition ?? []) if (breaksRule(problem, rule, entry, panels[entry]!, true)) violations.push(`entry ${id} breaks ${JSON.stringify(rule)}`);
  });
  problem.judges.forEach(({ id, min = 0, max }, judge) => {
    if (loads[judge]! < min || loads[judge]! > max) violations.push(`judge ${id} has load ${loads[judge]} outside ${min}..${max}`);
  });
  return { violations, panels, loads };
}

/** Best total of (score - price) an entry can reach with any valid panel: branch and bound over judges from best to worst. */
function bestPanelValue(problem: AssignmentProblem, reading: Reading, prices: Float64Array, entry: number): number {
  const width = problem.judges.length;
  const need = problem.entries[entry]!.need;
  const start: number[] = [];
  let base = 0;
  const free: number[] = [];
  const value = (judge: number): number => reading.score[entry * width + judge]! - prices[judge]!;
  for (let judge = 0; judge < width; judge++) {
    const cell = entry * width + judge;
    if (reading.fixed[cell]) {
      start.push(judge);
      base += value(judge);
    } else if (!reading.banned[cell]) free.push(judge);
  }
  const rules = problem.composition ?? [];
  if (rules.length === 0) return base + sumOfLargest(free.map(value), need - start.length);
  free.sort((a, b) => value(b) - value(a) || a - b);
  const values = free.map(value);
  const prefix = [0];
  for (const one of values) prefix.push(prefix[prefix.length - 1]! + one);
  let best = -Infinity;
  const panel = [...start];
  const extend = (from: number, total: number): void => {
    const missing = need - panel.length;
    if (missing === 0) {
      best = Math.max(best, total);
      return;
    }
    for (let next = from; next + missing <= free.length; next++) {
      if (total + prefix[next + missing]! - prefix[next]! <= best) return;
      panel.push(free[next]!);
      if (!rules.some((rule) => breaksRule(problem, rule, entry, panel, false))) extend(next + 1, total + values[next]!);
      panel.pop();
    }
  };
  extend(0, base);
  return best;
}

function sumOfLargest(values: number[], count: number): number {
  if (count <= 0) return 0;
  if (values.length < count) return -Infinity;
  const largest: number[] = [];
  for (const value of values) {
    if (largest.length === count && value <= largest[count - 1]!) continue;
    let place = largest.length;
    while (place > 0 && largest[place - 1]! < value) place--;
    largest.splice(place, 0, value);
    if (largest.length > count) largest.pop();
  }
  return largest.reduce((sum, value) => sum + value, 0);
}

/** Best value of (price x load - cost of load) over the loads a judge may have; concave in the load. */
function bestLoadValue(price: number, least: number, lowest: number, highest: number, { loadWeight, minimumWeight }: Prices): bigint {
  let best: bigint | null = null;
  for (let load = lowest; load <= highest; load++) {
    const value = BigInt(price) * BigInt(load) - BigInt(loadWeight) * BigInt(load * load) + BigInt(minimumWeight) * BigInt(Math.min(load, least));
    if (best === null || value > best) best = value;
  }
  return best ?? 0n;
}

/**
 * Bound minus reached value: by weak duality no plan can be better than the sum of what every entry and every judge would choose
 * on its own at the given prices. All sums are exact integers.
 */
export function dualityGap(problem: AssignmentProblem, pairs: readonly EntryJudgePair[], certificate: Prices, earlier: readonly EntryJudgePair[] = []): number {
  const reading = readProblem(problem, certificate, earlier);
  const width = problem.judges.length;
  const prices = new Float64Array(width);
  for (const { judge, price } of certificate.prices) prices[reading.judgeOf.get(judge)!] = price;
  const loads = new Int32Array(width);
  const fixedLoads = new Int32Array(width);
  let reached = 0n;
  for (const pair of pairs) {
    const judge = reading.judgeOf.get(pair.judge)!;
    reached += BigInt(reading.score[reading.entryOf.get(pair.entry)! * width + judge]!);
    loads[judge]!++;
  }
  for (const pair of problem.fixed ?? []) fixedLoads[reading.judgeOf.get(pair.judge)!]!++;
  let bound = 0n;
  problem.judges.forEach(({ min = 0, max }, judge) => {
    const load = loads[judge]!;
    reached += BigInt(certificate.minimumWeight) * BigInt(Math.min(load, min)) - BigInt(certificate.loadWeight) * BigInt(load * load);
    bound += bestLoadValue(prices[judge]!, min, fixedLoads[judge]!, Math.min(max, problem.entries.length), certificate);
  });
  for (let entry = 0; entry < problem.entries.length; entry++) {
    const value = bestPanelValue(problem, reading, prices, entry);
    if (value === -Infinity) return Infinity;
    bound += BigInt(value);
  }
  return Number(bound - reached);
}

/** Checks a plan and its certificate against the problem as stated; `earlier` is the plan that a repair was to keep. */
export function verifyAssignment(
  problem: AssignmentProblem,
  plan: { readonly pairs: readonly EntryJudgePair[]; readonly certificate: Prices },
  earlier: readonly EntryJudgePair[] = [],
): AssignmentVerdict {
  const { violations } = findViolations(problem, readProblem(problem, plan.certificate, earlier), plan.pairs);
  const gap = violations.length > 0 ? Infinity : dualityGap(problem, plan.pairs, plan.certificate, earlier);
  return { valid: violations.length === 0, violations, gap, optimal: gap === 0 };
}

/** Largest part of a candidate set that one panel may hold, by trying all parts in order of size. */
function largestValidPart(problem: AssignmentProblem, entry: number, candidates: readonly number[]): number {
  const need = problem.entries[entry]!.need;
  const rules = problem.composition ?? [];
  if (rules.length === 0) return Math.min(need, candidates.length);
  let best = 0;
  const panel: number[] = [];
  const extend = (from: number): void => {
    best = Math.max(best, panel.length);
    for (let next = from; next < candidates.length && best < need; next++) {
      panel.push(candidates[next]!);
      if (!rules.some((rule) => breaksRule(problem, rule, entry, panel, false))) extend(next + 1);
      panel.pop();
    }
  };
  extend(0);
  return best;
}

/** Checks a proof of infeasibility by counting alone, and a solver's verdict by trying every panel of the entries it names. */
export function verifyInfeasible(problem: AssignmentProblem, proof: InfeasibilityProof): boolean {
  const reading = readProblem(problem);
  const width = problem.judges.length;
  const fixed = problem.fixed ?? [];
  const open = (entry: number, among: (id: string) => boolean): number[] =>
    problem.judges.flatMap((judge, index) => (among(judge.id) && !reading.banned[entry * width + index] ? [index] : []));
  switch (proof.kind) {
    case 'reviews-short': {
      const entries = new Set(proof.entries);
      const full = new Set(proof.fullJudges);
      let need = 0;
      let capacity = 0;
      for (const id of entries) {
        const entry = reading.entryOf.get(id)!;
        need += problem.entries[entry]!.need;
        capacity += largestValidPart(problem, entry, open(entry, (judge) => !full.has(judge)));
      }
      for (const id of full) {
        const judge = reading.judgeOf.get(id)!;
        const elsewhere = fixed.filter((pair) => pair.judge === id && !entries.has(pair.entry)).length;
        const usable = [...entries].filter((entry) => !reading.banned[reading.entryOf.get(entry)! * width + judge]).length;
        capacity += Math.min(usable, problem.judges[judge]!.max - elsewhere);
      }
      return need > capacity && need === proof.need && capacity === proof.capacity;
    }
    case 'minimum-short': {
      const judges = new Set(proof.judges);
      const minimum = [...judges].reduce((sum, id) => sum + (problem.judges[reading.judgeOf.get(id)!]!.min ?? 0), 0);
      const available = problem.entries.reduce((sum, { id, need }, entry) => {
        const outside = fixed.filter((pair) => pair.entry === id && !judges.has(pair.judge)).length;
        return sum + Math.min(need - outside, largestValidPart(problem, entry, open(entry, (judge) => judges.has(judge))));
      }, 0);
      return minimum > available && minimum === proof.minimum && available === proof.available;
    }
    case 'fixed-pair-in-conflict':
      return reading.banned[reading.entryOf.get(proof.pair.entry)! * width + reading.judgeOf.get(proof.pair.judge)!] === 1;
    case 'fixed-over-need':
      return fixed.filter((pair) => pair.entry === proof.entry).length > problem.entries[reading.entryOf.get(proof.entry)!]!.need;
    case 'fixed-over-maximum':
      return fixed.filter((pair) => pair.judge === proof.judge).length > problem.judges[reading.judgeOf.get(proof.judge)!]!.max;
    case 'fixed-breaks-rule': {
      const entry = reading.entryOf.get(proof.entry)!;
      const panel = fixed.filter((pair) => pair.entry === proof.entry).map((pair) => reading.judgeOf.get(pair.judge)!);
      return (problem.composition ?? []).some((rule) => breaksRule(problem, rule, entry, panel, false));
    }
    case 'solver-verdict':
      return confirmJointlyImpossible(problem, proof, {
        open: (entry) => open(entry, () => true),
        keepsRules: (entry, panel) => !(problem.composition ?? []).some((rule) => breaksRule(problem, rule, entry, panel, true)),
      });
  }
}
