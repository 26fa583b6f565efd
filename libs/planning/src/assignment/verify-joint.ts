import { nothingFits, searchBudget, TooMuchToTry } from '../exhaustive-search.js';
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

/** Every panel an entry can have that includes its fixed judges. */
function panelsOf(problem: AssignmentProblem, entry: number, reading: PanelReading, step: () => void): number[][] {
  const { id, need } = problem.entries[entry]!;
  const must = (problem.fixed ?? []).filter((pair) => pair.entry === id).map((pair) => problem.judges.findIndex((judge) => judge.id === pair.judge));
  const free = reading.open(entry).filter((judge) => !must.includes(judge));
  const panels: number[][] = [];
  const extend = (panel: readonly number[], from: number): void => {
    step();
    if (panel.length === need) {
      if (reading.keepsRules(entry, panel)) panels.push([...panel]);
      return;
    }
    for (let next = from; next < free.length; next++) extend([...panel, free[next]!], next + 1);
  };
  if (must.length <= need) extend(must, 0);
  return panels;
}

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
  const elsewhere = (judge: string): number => (problem.fixed ?? []).filter((pair) => pair.judge === judge && !named.has(pair.entry)).length;
  const room = problem.judges.map(({ id, max }) => max - elsewhere(id));
  const owed = problem.judges.map(({ id, min = 0 }) => (proof.minimums.includes(id) ? min : 0));
  const step = searchBudget(LOOKED_AT_MOST);
  try {
    return nothingFits(entries.map((entry) => panelsOf(problem, entry, reading, step)), room, owed, step);
  } catch (error) {
    if (error instanceof TooMuchToTry) return false;
    throw error;
  }
}
