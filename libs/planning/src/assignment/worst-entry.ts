import type { PlanningSteps } from '../steps.js';
import type { AssignmentInstance } from './instance.js';
import type { IntegerSolver } from './problem.js';
import { raiseExactly, worstEntryBound } from './worst-entry-exact.js';

function entryTotals(instance: AssignmentInstance, panels: readonly (readonly number[])[]): number[] {
  const width = instance.judges.length;
  return panels.map((panel, entry) => (panel.length === 0 ? Infinity : panel.reduce((sum, judge) => sum + instance.expertise[entry * width + judge]!, 0)));
}

/** Pairs up to which an exact solver is asked: beyond, it would only use up its time. */
export const LARGEST_EXACT = 60_000;

interface Exchange {
  readonly entry: number;
  readonly outgoing: number;
  readonly incoming: number;
  /** The entry that gives `incoming` and gets `outgoing`; -1 when `incoming` simply had room. */
  readonly partner: number;
}

/** The exchange that raises the worst entry most while the other entry involved stays above the worst's old total. */
function findRaise(instance: AssignmentInstance, panels: number[][], totals: readonly number[], loads: Int32Array, worst: number, isFixed: (entry: number, judge: number) => boolean): Exchange | null {
  const { judges, allowed, expertise, rules, least, most } = instance;
  const width = judges.length;
  const fits = (entry: number, outgoing: number, incoming: number): boolean =>
    allowed[entry * width + incoming] === 1 && !panels[entry]!.includes(incoming) && (rules.none || rules.canSwap(entry, panels[entry]!, outgoing, incoming));
  let best: Exchange | null = null;
  let bestLevel = totals[worst]!;
  const consider = (level: number, exchange: Exchange): void => {
    if (level > bestLevel) [bestLevel, best] = [level, exchange];
  };
  const heldBy = Array.from({ length: width }, (): number[] => []);
  panels.forEach((panel, entry) => panel.forEach((judge) => heldBy[judge]!.push(entry)));
  for (const outgoing of panels[worst]!) {
    if (isFixed(worst, outgoing)) continue;
    for (let incoming = 0; incoming < width; incoming++) {
      const raised = totals[worst]! + expertise[worst * width + incoming]! - expertise[worst * width + outgoing]!;
      if (raised <= bestLevel || !fits(worst, outgoing, incoming)) continue;
      if (instance.weights.load === 0 ? loads[incoming]! < most[incoming]! && loads[outgoing]! > least[outgoing]! : loads[incoming]! < loads[outgoing]! && loads[incoming]! < most[incoming]!) {
        consider(raised, { entry: worst, outgoing, incoming, partner: -1 });
      }
      for (const partner of heldBy[incoming]!) {
        if (isFixed(partner, incoming)) continue;
        const lowered = totals[partner]! - expertise[partner * width + incoming]! + expertise[partner * width + outgoing]!;
        if (Math.min(raised, lowered) > bestLevel && fits(partner, incoming, outgoing)) consider(Math.min(raised, lowered), { entry: worst, outgoing, incoming, partner });
      }
    }
  }
  return best;
}

/**
 * Raises the expertise of the worst entry: exactly, by bisection with an integer solver, when one is given; otherwise by
 * exchanges that keep the loads, until none raises the worst entry any more. `bound` is what no worst entry can exceed.
 */
export function* raiseWorstEntry(instance: AssignmentInstance, start: number[][], isFixed: (entry: number, judge: number) => boolean, solver: IntegerSolver | undefined): PlanningSteps<{ panels: number[][]; bound: number }> {
  const panels = start.map((panel) => [...panel]);
  const loads = new Int32Array(instance.judges.length);
  for (const panel of panels) for (const judge of panel) loads[judge]!++;
  const swap = (entry: number, outgoing: number, incoming: number): void => {
    panels[entry]!.splice(panels[entry]!.indexOf(outgoing), 1, incoming);
    loads[outgoing]!--;
    loads[incoming]!++;
  };
  for (let round = 0; ; round++) {
    const totals = entryTotals(instance, panels);
    const worst = totals.indexOf(Math.min(...totals));
    const exchange = worst < 0 || totals[worst] === Infinity ? null : findRaise(instance, panels, totals, loads, worst, isFixed);
    if (!exchange) break;
    swap(exchange.entry, exchange.outgoing, exchange.incoming);
    if (exchange.partner >= 0) swap(exchange.partner, exchange.incoming, exchange.outgoing);
    yield { stage: 'raise the worst entry', done: round, total: round + 1 };
  }
  if (solver && instance.score.length <= LARGEST_EXACT) return yield* raiseExactly(instance, panels, solver);
  return { panels, bound: worstEntryBound(instance) };
}
