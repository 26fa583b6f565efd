import type { AssignmentProblem, InfeasibilityProof } from './problem.js';

type JointProof = Extract<InfeasibilityProof, { kind: 'solver-verdict' }>;

/** What the verifier tells this search about the problem; indices are positions in the problem's lists. */
export interface PanelReading {
  /** Judges an entry may have at all. */
  open(entry: number): readonly number[];
  /** Whether a complete panel keeps every composition rule. */
  keepsRules(entry: number, panel: readonly number[]): boolean;
}

/** Panels and partial plans looked at before the search gives up. */
const LOOKED_AT_MOST = 2_000_000;

class TooMuchToTry extends Error {}

/**
 * Tries every panel of the named entries in every combination, with nothing from the planner: true when none keeps the maximum
 * loads and the named minimum loads, and the numbers of the proof are right. False also where there is too much to try.
 */
export function confirmJointlyImpossible(problem: AssignmentProblem, proof: JointProof, reading: PanelReading): boolean {
  const named = new Set(proof.entries);
  const entries = problem.entries.flatMap((entry, index) => (named.has(entry.id) ? [index] : []));
  const working = problem.entries.filter(({ need }) => need > 0).length;
  if (entries.length !== named.size || (proof.minimums.length > 0 && entries.length !== working)) return false;
  if (entries.reduce((sum, entry) => sum + problem.entries[entry]!.need, 0) !== proof.need) return false;
  let looked = 0;
  const look = (): void => {
    if (++looked > LOOKED_AT_MOST) throw new TooMuchToTry();
  };
  const fixed = problem.fixed ?? [];
  const left = problem.judges.map(({ id, max }) => max - fixed.filter((pair) => pair.judge === id && !named.has(pair.entry)).length);
  const owed = problem.judges.map(({ id, min = 0 }) => (proof.minimums.includes(id) ? min : 0));

  const panelsOf = (entry: number): number[][] => {
    const { id, need } = problem.entries[entry]!;
    const must = fixed.filter((pair) => pair.entry === id).map((pair) => problem.judges.findIndex((judge) => judge.id === pair.judge));
    const free = reading.open(entry).filter((judge) => !must.includes(judge));
    const panels: number[][] = [];
    const extend = (panel: readonly number[], from: number): void => {
      look();
      if (panel.length === need) {
        if (reading.keepsRules(entry, panel)) panels.push([...panel]);
        return;
      }
      for (let next = from; next < free.length; next++) extend([...panel, free[next]!], next + 1);
    };
    if (must.length <= need) extend(must, 0);
    return panels;
  };

  try {
    const choices = entries.map(panelsOf).sort((a, b) => a.length - b.length);
    const dead = new Set<string>();
    const canFinish = (turn: number): boolean => {
      look();
      const remaining = choices.length - turn;
      if (owed.some((count) => count > remaining)) return false;
      if (remaining === 0) return true;
      const state = `${turn}/${left.map((room) => Math.min(room, remaining)).join()}/${owed.map((count) => Math.max(0, count)).join()}`;
      if (dead.has(state)) return false;
      const found = choices[turn]!.some((panel) => {
        if (panel.some((judge) => left[judge]! < 1)) return false;
        for (const judge of panel) [left[judge], owed[judge]] = [left[judge]! - 1, owed[judge]! - 1];
        const finished = canFinish(turn + 1);
        for (const judge of panel) [left[judge], owed[judge]] = [left[judge]! + 1, owed[judge]! + 1];
        return finished;
      });
      if (!found) dead.add(state);
      return found;
    };
    return !canFinish(0);
  } catch (error) {
    if (error instanceof TooMuchToTry) return false;
    throw error;
  }
}
