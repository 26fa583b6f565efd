/** An edge between a left and a right node; its colour is decided here. */
export interface BipartiteEdge {
  readonly left: number;
  readonly right: number;
}

/** Splits edges into two halves so that at every node both halves differ by at most one (Euler walks with alternating halves). */
function splitEvenly(edges: readonly BipartiteEdge[], members: readonly number[], leftCount: number): Map<number, 0 | 1> {
  const around = new Map<number, number[]>();
  const ends = (edge: number): [number, number] => [edges[edge]!.left, leftCount + edges[edge]!.right];
  for (const edge of members) for (const node of ends(edge)) around.set(node, [...(around.get(node) ?? []), edge]);
  const half = new Map<number, 0 | 1>();
  const walk = (start: number): void => {
    let node = start;
    let next: 0 | 1 = 0;
    for (;;) {
      const open = around.get(node)!;
      while (open.length > 0 && half.has(open[open.length - 1]!)) open.pop();
      const edge = open.pop();
      if (edge === undefined) return;
      half.set(edge, next);
      next = next === 0 ? 1 : 0;
      const [left, right] = ends(edge);
      node = node === left ? right : left;
    }
  };
  // Walks that start at odd nodes end at odd nodes; what remains are circuits, of even length because the graph is bipartite.
  const degree = (node: number): number => around.get(node)!.filter((edge) => !half.has(edge)).length;
  const nodes = [...around.keys()].sort((a, b) => a - b);
  for (const node of nodes) if (degree(node) % 2 === 1) walk(node);
  for (const node of nodes) while (degree(node) > 0) walk(node);
  return half;
}

/**
 * Colours the edges so that at every node all colours occur equally often, up to one (de Werra): where a node has at most as many
 * edges as there are colours, no colour repeats there. Returns the colour of each edge.
 */
export function colourEvenly(edges: readonly BipartiteEdge[], leftCount: number, rightCount: number, colours: number): number[] {
  const colour = edges.map((_, index) => index % colours);
  const nodes = leftCount + rightCount;
  const counts = new Int32Array(nodes * colours);
  const add = (edge: number, change: number): void => {
    counts[edges[edge]!.left * colours + colour[edge]!]! += change;
    counts[(leftCount + edges[edge]!.right) * colours + colour[edge]!]! += change;
  };
  edges.forEach((_, edge) => add(edge, 1));
  const findUneven = (): [number, number] | null => {
    for (let node = 0; node < nodes; node++) {
      let [low, high] = [0, 0];
      for (let one = 1; one < colours; one++) {
        if (counts[node * colours + one]! < counts[node * colours + low]!) low = one;
        if (counts[node * colours + one]! > counts[node * colours + high]!) high = one;
      }
      if (counts[node * colours + high]! - counts[node * colours + low]! > 1) return [low, high];
    }
    return null;
  };
  for (let uneven = findUneven(); uneven; uneven = findUneven()) {
    const [low, high] = uneven;
    const members = edges.flatMap((_, edge) => (colour[edge] === low || colour[edge] === high ? [edge] : []));
    for (const [edge, half] of splitEvenly(edges, members, leftCount)) {
      add(edge, -1);
      colour[edge] = half === 0 ? low : high;
      add(edge, 1);
    }
  }
  return colour;
}
