import { byCodeUnits, problem, ScoringRefusal, type Problem } from '../engine/problem.js';

/** One judge's total for one entry. */
export interface RawObservation {
  entry: string;
  judge: string;
  y: number;
  /** Weight of the observation: its residual variance is the common one divided by it. Default 1. */
  weight?: number;
}

/** Observations by position, entries and judges in code-unit order: columns, for the models. */
export interface Design {
  entries: readonly string[];
  judges: readonly string[];
  entryOf: Int32Array;
  judgeOf: Int32Array;
  y: Float64Array;
  weight: Float64Array;
  /** Observations of entry i are `order[start[i]] .. order[start[i + 1] - 1]`. */
  start: Int32Array;
  order: Int32Array;
}

/** Checks and indexes observations. @throws ScoringRefusal for a number that is not finite, a weight that is not positive, or two scores of one judge for one entry */
export function designOf(observations: readonly RawObservation[]): Design {
  const problems: Problem[] = [];
  const entries = [...new Set(observations.map((one) => one.entry))].sort(byCodeUnits);
  const judges = [...new Set(observations.map((one) => one.judge))].sort(byCodeUnits);
  const entryAt = new Map(entries.map((entry, index) => [entry, index]));
  const judgeAt = new Map(judges.map((judge, index) => [judge, index]));
  const sorted = [...observations].sort((a, b) => byCodeUnits(a.entry, b.entry) || byCodeUnits(a.judge, b.judge));
  const n = sorted.length;
  const design: Design = {
    entries,
    judges,
    entryOf: new Int32Array(n),
    judgeOf: new Int32Array(n),
    y: new Float64Array(n),
    weight: new Float64Array(n),
    start: new Int32Array(entries.length + 1),
    order: Int32Array.from({ length: n }, (_, index) => index),
  };
  for (const [index, one] of sorted.entries()) {
    if (!Number.isFinite(one.y)) problems.push(problem('ITEM_NOT_A_NUMBER', `observations/${one.entry}/${one.judge}`, { value: String(one.y) }));
    const weight = one.weight ?? 1;
    if (!(weight > 0 && Number.isFinite(weight))) problems.push(problem('NOT_POSITIVE', `observations/${one.entry}/${one.judge}/weight`, { value: String(weight) }));
    const before = sorted[index - 1];
    if (before && before.entry === one.entry && before.judge === one.judge) {
      problems.push(problem('DUPLICATE_SHEET', 'observations', { entry: one.entry, judge: one.judge, stage: '', round: 1 }));
    }
    const entry = entryAt.get(one.entry) as number;
    design.entryOf[index] = entry;
    design.judgeOf[index] = judgeAt.get(one.judge) as number;
    design.y[index] = one.y;
    design.weight[index] = weight;
    (design.start as Int32Array)[entry + 1]!++;
  }
  if (problems.length > 0) throw new ScoringRefusal(problems);
  for (let entry = 0; entry < entries.length; entry++) design.start[entry + 1]! += design.start[entry] as number;
  return design;
}

/** The linked parts of a design: judges who share entries, directly or through others. Parts and their members are in code-unit order. */
export function linkedParts(design: Design): { judges: string[]; entries: string[] }[] {
  const leader = Int32Array.from({ length: design.judges.length }, (_, index) => index);
  const find = (judge: number): number => {
    let at = judge;
    while (leader[at] !== at) at = leader[at] = leader[leader[at] as number] as number;
    return at;
  };
  for (let entry = 0; entry < design.entries.length; entry++) {
    const first = design.judgeOf[design.start[entry] as number] as number;
    for (let at = design.start[entry] as number; at < (design.start[entry + 1] as number); at++) leader[find(design.judgeOf[at] as number)] = find(first);
  }
  const parts = new Map<number, { judges: string[]; entries: string[] }>();
  for (const [judge, name] of design.judges.entries()) {
    const root = find(judge);
    const part = parts.get(root) ?? { judges: [], entries: [] };
    part.judges.push(name);
    parts.set(root, part);
  }
  for (const [entry, name] of design.entries.entries()) parts.get(find(design.judgeOf[design.start[entry] as number] as number))?.entries.push(name);
  return [...parts.values()];
}
