import type { AssignmentInstance } from './instance.js';

const NO_ARC = Number.MAX_SAFE_INTEGER;
/** Paths tried for one unit under crossing composition rules before the unit is given up. */
const PATHS_TRIED = 50;

/** One step of a path: an entry leaves `from` (-1: its new unit) and goes to `to`. */
interface Move {
  readonly entry: number;
  readonly from: number;
  readonly to: number;
}

/** What a failed search leaves behind: the judges reachable by exchanges, all of them full. */
export interface FailedSearch {
  readonly entry: number;
  readonly reached: readonly number[];
}

/**
 * Minimum-cost flow between entries and judges by successive shortest paths on the judges alone. An arc from judge a to judge b
 * is the cheapest exchange "some entry of a goes to b instead"; the end of a path is a judge with room, at the marginal cost of
 * their next load (convex). Potentials keep all reduced costs non-negative, so that every intermediate plan is optimal for the
 * units placed so far; negated, they are the dual prices. Under nested composition rules an exchange is an exchange of bases of
 * a matroid, and shortest paths with the fewest arcs stay exact (weighted matroid intersection).
 */
export class ExchangeFlow {
  readonly load: Int32Array;
  readonly panels: number[][];
  /** Units per cell. */
  readonly held: Uint16Array;
  private readonly judges: number;
  private readonly holdings: number[][];
  private readonly isFixed: Uint8Array;
  private readonly arcCost: Float64Array;
  private readonly arcEntry: Int32Array;
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly hops: Int32Array;
  private readonly cameFrom: Int32Array;
  private readonly open: Int32Array;
  private brokenArc: [number, number] | null = null;

  /**
   * `flatBelow`: loads below this level cost the same, so that early units need not be levelled again and again. When all loads
   * end at or above it, plan and prices are those of the true squared cost.
   */
  constructor(
    private readonly instance: AssignmentInstance,
    private readonly flatBelow = 0,
  ) {
    const judges = (this.judges = instance.judges.length);
    this.load = new Int32Array(judges);
    this.panels = instance.entries.map(() => []);
    this.held = new Uint16Array(instance.score.length);
    this.holdings = instance.judges.map(() => []);
    this.isFixed = new Uint8Array(instance.score.length);
    this.arcCost = new Float64Array(judges * judges).fill(NO_ARC);
    this.arcEntry = new Int32Array(judges * judges).fill(-1);
    this.distance = new Float64Array(judges);
    this.hops = new Int32Array(judges);
    this.cameFrom = new Int32Array(judges);
    this.open = new Int32Array(judges);
    for (const { entry, judge } of instance.fixed) {
      this.held[entry * judges + judge] = 1;
      this.isFixed[entry * judges + judge] = 1;
      this.panels[entry]!.push(judge);
      this.load[judge]!++;
    }
    this.potential = Float64Array.from(this.load, (load, judge) => -this.marginalCost(judge, load));
  }

  /** Units an entry has so far. */
  unitsOf(entry: number): number {
    const row = entry * this.judges;
    return this.panels[entry]!.reduce((sum, judge) => sum + this.held[row + judge]!, 0);
  }

  /** Dual price of each judge: what one more unit of their time is worth. */
  prices(): Float64Array {
    return this.potential.map((value) => -value);
  }

  /** Cost of raising a judge's load from `load` by one. */
  marginalCost(judge: number, load: number): number {
    const { weights, least } = this.instance;
    return weights.load * (2 * Math.max(load, this.flatBelow - 1) + 1) - (load < least[judge]! ? weights.minimum : 0);
  }

  /** Places one more unit of an entry; on failure nothing changes and the search is returned. */
  place(entry: number): FailedSearch | null {
    if (this.instance.rules.exact) return this.placeOnce(entry);
    const closed: [number, number][] = [];
    let failed: FailedSearch | null = null;
    for (let attempt = 0; attempt < PATHS_TRIED; attempt++) {
      failed = this.placeOnce(entry);
      if (failed || !this.brokenArc) break;
      closed.push(this.brokenArc);
      this.arcCost[this.brokenArc[0] * this.judges + this.brokenArc[1]] = NO_ARC;
      failed = { entry, reached: [] };
    }
    for (const [from, to] of closed) this.recomputeArc(from, to);
    return failed;
  }

  private placeOnce(entry: number): FailedSearch | null {
    const { judges, instance, distance, hops, cameFrom, potential, load, open } = this;
    const { score, allowed, pairCapacity, most, rules } = instance;
    const row = entry * judges;
    const panel = this.panels[entry]!;
    let openCount = 0;
    for (let judge = 0; judge < judges; judge++) {
      const possible = allowed[row + judge] === 1 && this.held[row + judge]! < pairCapacity && (rules.none || rules.canAdd(entry, panel, judge));
      distance[judge] = possible ? -score[row + judge]! - potential[judge]! : NO_ARC;
      hops[judge] = 0;
      cameFrom[judge] = -1;
      open[openCount++] = judge;
    }
    const settled: number[] = [];
    let best = NO_ARC;
    let bestHops = 0;
    let target = -1;
    while (openCount > 0) {
      let position = 0;
      for (let other = 1; other < openCount; other++) {
        const a = open[other]!;
        const b = open[position]!;
        if (distance[a]! < distance[b]! || (distance[a] === distance[b] && hops[a]! < hops[b]!)) position = other;
      }
      const judge = open[position]!;
      const reach = distance[judge]!;
      if (reach === NO_ARC || reach > best || (reach === best && (rules.none || hops[judge]! >= bestHops))) break;
      open[position] = open[--openCount]!;
      settled.push(judge);
      if (load[judge]! < most[judge]!) {
        const end = reach + potential[judge]! + this.marginalCost(judge, load[judge]!);
        if (end < best || (end === best && hops[judge]! < bestHops)) {
          best = end;
          bestHops = hops[judge]!;
          target = judge;
        }
      }
      const arcs = judge * judges;
      const base = reach + potential[judge]!;
      for (let other = 0; other < openCount; other++) {
        const next = open[other]!;
        const cost = this.arcCost[arcs + next]!;
        if (cost === NO_ARC) continue;
        const through = base + cost - potential[next]!;
        if (through < distance[next]! || (through === distance[next] && hops[judge]! + 1 < hops[next]!)) {
          distance[next] = through;
          hops[next] = hops[judge]! + 1;
          cameFrom[next] = judge;
        }
      }
    }
    if (target < 0) return { entry, reached: settled };
    const moves = this.readPath(entry, target);
    this.brokenArc = rules.exact ? null : this.findBrokenArc(moves);
    if (this.brokenArc) return null;
    for (const judge of settled) if (distance[judge]! < best) potential[judge]! += distance[judge]! - best;
    this.load[target]!++;
    this.apply(moves);
    return null;
  }

  private readPath(entry: number, target: number): Move[] {
    const { judges, cameFrom } = this;
    const moves: Move[] = [];
    let to = target;
    while (cameFrom[to]! >= 0) {
      const from = cameFrom[to]!;
      moves.push({ entry: this.arcEntry[from * judges + to]!, from, to });
      to = from;
    }
    moves.push({ entry, from: -1, to });
    return moves;
  }

  /** Under crossing rules two exchanges in one panel can be valid singly and not together: the arc to avoid then. */
  private findBrokenArc(moves: readonly Move[]): [number, number] | null {
    for (const touched of new Set(moves.map((move) => move.entry))) {
      const own = moves.filter((move) => move.entry === touched);
      if (own.length < 2) continue;
      const panel = this.panels[touched]!.filter((judge) => !own.some((move) => move.from === judge));
      panel.push(...own.map((move) => move.to));
      const arc = own.find((move) => move.from >= 0)!;
      if (!this.instance.rules.valid(touched, panel)) return [arc.from, arc.to];
    }
    return null;
  }

  private apply(moves: readonly Move[]): void {
    const changed = new Map<number, number[]>();
    for (const move of moves) {
      changed.set(move.entry, changed.get(move.entry) ?? [...this.panels[move.entry]!]);
      if (move.from >= 0) this.drop(move.entry, move.from);
      this.take(move.entry, move.to);
    }
    for (const [touched, before] of changed) this.refreshArcs(touched, before);
  }

  private take(entry: number, judge: number): void {
    if (++this.held[entry * this.judges + judge]! > 1) return;
    this.holdings[judge]!.push(entry);
    this.panels[entry]!.push(judge);
  }

  private drop(entry: number, judge: number): void {
    if (--this.held[entry * this.judges + judge]! > 0) return;
    const holdings = this.holdings[judge]!;
    holdings[holdings.indexOf(entry)] = holdings[holdings.length - 1]!;
    holdings.pop();
    const panel = this.panels[entry]!;
    panel.splice(panel.indexOf(judge), 1);
  }

  /** Brings the arcs that lead through an entry up to date after its panel changed. */
  private refreshArcs(entry: number, before: readonly number[]): void {
    const { judges, instance, held, panels } = this;
    const panel = panels[entry]!;
    const row = entry * judges;
    const gone = before.filter((judge) => !held[row + judge]);
    const come = panel.filter((judge) => !before.includes(judge));
    for (const judge of gone) this.forgetEntry(entry, judge);
    for (const judge of panel) {
      if (this.isFixed[row + judge]) continue;
      if (!instance.rules.none || instance.pairCapacity > 1) {
        this.forgetEntry(entry, judge);
        this.offerEntry(entry, judge);
      } else if (come.includes(judge)) {
        this.offerEntry(entry, judge);
      } else {
        for (const other of come) if (this.arcEntry[judge * judges + other] === entry) this.recomputeArc(judge, other);
        for (const other of gone) this.offerArc(entry, judge, other);
      }
    }
  }

  private forgetEntry(entry: number, judge: number): void {
    const arcs = judge * this.judges;
    for (let other = 0; other < this.judges; other++) if (this.arcEntry[arcs + other] === entry) this.recomputeArc(judge, other);
  }

  private offerEntry(entry: number, judge: number): void {
    const { score, allowed, pairCapacity, rules } = this.instance;
    const row = entry * this.judges;
    const arcs = judge * this.judges;
    const own = score[row + judge]!;
    const panel = this.panels[entry]!;
    for (let other = 0; other < this.judges; other++) {
      if (own - score[row + other]! >= this.arcCost[arcs + other]! || allowed[row + other] === 0) continue;
      if (other === judge || this.held[row + other]! >= pairCapacity) continue;
      if (!rules.none && !rules.canSwap(entry, panel, judge, other)) continue;
      this.arcCost[arcs + other] = own - score[row + other]!;
      this.arcEntry[arcs + other] = entry;
    }
  }

  private offerArc(entry: number, judge: number, other: number): void {
    const { score, allowed, pairCapacity, rules } = this.instance;
    const row = entry * this.judges;
    if (other === judge || allowed[row + other] === 0 || this.held[row + other]! >= pairCapacity) return;
    const cost = score[row + judge]! - score[row + other]!;
    const arc = judge * this.judges + other;
    if (cost >= this.arcCost[arc]! || (!rules.none && !rules.canSwap(entry, this.panels[entry]!, judge, other))) return;
    this.arcCost[arc] = cost;
    this.arcEntry[arc] = entry;
  }

  private recomputeArc(judge: number, other: number): void {
    const arc = judge * this.judges + other;
    this.arcCost[arc] = NO_ARC;
    this.arcEntry[arc] = -1;
    for (const entry of this.holdings[judge]!) this.offerArc(entry, judge, other);
  }
}
