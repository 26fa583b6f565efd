import type { AssignmentInstance } from './instance.js';

/** Union-find over entries (0..n-1) and judges (n..n+J-1). */
class Components {
  private readonly parent: Int32Array;

  constructor(size: number) {
    this.parent = Int32Array.from({ length: size }, (_, node) => node);
  }

  root(node: number): number {
    let at = node;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }

  /** False when both were in one component already. */
  join(a: number, b: number): boolean {
    const [rootA, rootB] = [this.root(a), this.root(b)];
    this.parent[rootA] = rootB;
    return rootA !== rootB;
  }
}

function componentsOf(instance: AssignmentInstance, panels: readonly (readonly number[])[], inGroup: (entry: number) => boolean): { components: Components; count: number } {
  const entries = instance.entries.length;
  const components = new Components(entries + instance.judges.length);
  const used = new Set<number>();
  let merges = 0;
  panels.forEach((panel, entry) => {
    if (!inGroup(entry) || panel.length === 0) return;
    used.add(entry);
    for (const judge of panel) {
      used.add(entries + judge);
      if (components.join(entry, entries + judge)) merges++;
    }
  });
  return { components, count: used.size - merges };
}

/** Components among the entries that have judges, over all and inside each group. */
export function measureConnectedness(instance: AssignmentInstance, panels: readonly (readonly number[])[]): { components: number; groups: { group: string; components: number }[] } {
  const groups = [...new Set(instance.entries.flatMap((entry) => entry.group ?? []))].sort();
  const members = new Map(groups.map((group) => [group, new Set<number>()]));
  instance.entries.forEach((entry, index) => entry.group !== undefined && members.get(entry.group)!.add(index));
  return {
    components: componentsOf(instance, panels, () => true).count,
    groups: groups.map((group) => ({ group, components: componentsOf(instance, panels, (entry) => members.get(group)!.has(entry)).count })),
  };
}

interface Link {
  readonly cost: number;
  readonly entryA: number;
  readonly judgeA: number;
  readonly entryB: number;
  readonly judgeB: number;
}

/** Pairs whose removal keeps their component together: everything that union-find found redundant. */
function redundantPairs(instance: AssignmentInstance, panels: readonly (readonly number[])[], isFixed: (entry: number, judge: number) => boolean): { entry: number; judge: number }[] {
  const entries = instance.entries.length;
  const components = new Components(entries + instance.judges.length);
  const redundant: { entry: number; judge: number }[] = [];
  for (const wantFixed of [true, false]) {
    panels.forEach((panel, entry) => {
      for (const judge of panel) {
        if (isFixed(entry, judge) !== wantFixed) continue;
        if (!components.join(entry, entries + judge) && !wantFixed) redundant.push({ entry, judge });
      }
    });
  }
  return redundant;
}

const MOST_CANDIDATES = 400;

/**
 * Links components by exchanging the judges of two entries of different components (loads and needs stay). At least one of the
 * two pairs is redundant in its component, so each exchange joins the two; the cheapest is taken each time.
 * Returns the expertise given up. Stops where no valid exchange is left.
 */
export function linkComponents(instance: AssignmentInstance, panels: number[][], isFixed: (entry: number, judge: number) => boolean): number {
  const { score, allowed, rules } = instance;
  const width = instance.judges.length;
  let given = 0;
  for (;;) {
    const { components, count } = componentsOf(instance, panels, () => true);
    if (count <= 1) return given;
    const redundant = redundantPairs(instance, panels, isFixed).slice(0, MOST_CANDIDATES);
    let best: Link | null = null;
    const can = (entry: number, outgoing: number, incoming: number): boolean =>
      allowed[entry * width + incoming] === 1 && !panels[entry]!.includes(incoming) && (rules.none || rules.canSwap(entry, panels[entry]!, outgoing, incoming));
    for (const { entry: entryA, judge: judgeA } of redundant) {
      const home = components.root(entryA);
      panels.forEach((panel, entryB) => {
        if (panel.length === 0 || components.root(entryB) === home) return;
        for (const judgeB of panel) {
          if (isFixed(entryB, judgeB)) continue;
          const cost = score[entryA * width + judgeA]! + score[entryB * width + judgeB]! - score[entryA * width + judgeB]! - score[entryB * width + judgeA]!;
          if (best !== null && cost >= best.cost) continue;
          if (can(entryA, judgeA, judgeB) && can(entryB, judgeB, judgeA)) best = { cost, entryA, judgeA, entryB, judgeB };
        }
      });
    }
    const link = best as Link | null;
    if (link === null) return given;
    panels[link.entryA]!.splice(panels[link.entryA]!.indexOf(link.judgeA), 1, link.judgeB);
    panels[link.entryB]!.splice(panels[link.entryB]!.indexOf(link.judgeB), 1, link.judgeA);
    given += link.cost;
  }
}
