/**
 * Maximum-weight matching in a general graph: Edmonds' blossom algorithm with dual variables, O(n^3). Vertices are 1..n inside,
 * shrunken blossoms n+1..; `surface` is the outermost blossom of a vertex. Labels: -1 free, 0 even (outer), 1 odd (inner).
 */
class BlossomSearch {
  readonly match: Int32Array;
  private readonly size: number;
  private readonly edgeFrom: Int32Array;
  private readonly edgeTo: Int32Array;
  private readonly weight: Float64Array;
  private readonly dual: Float64Array;
  private readonly slackFrom: Int32Array;
  private readonly surface: Int32Array;
  private readonly parent: Int32Array;
  private readonly label: Int8Array;
  private readonly visited: Int32Array;
  private readonly memberFrom: Int32Array;
  private readonly petals: number[][];
  private queue: number[] = [];
  private highest: number;
  private visit = 0;

  constructor(
    private readonly vertices: number,
    weights: (a: number, b: number) => number,
  ) {
    const n = vertices;
    const size = (this.size = 2 * n + 2);
    this.highest = n;
    this.edgeFrom = new Int32Array(size * size);
    this.edgeTo = new Int32Array(size * size);
    this.weight = new Float64Array(size * size);
    this.match = new Int32Array(size);
    this.dual = new Float64Array(size);
    this.slackFrom = new Int32Array(size);
    this.surface = Int32Array.from({ length: size }, (_, node) => (node <= n ? node : 0));
    this.parent = new Int32Array(size);
    this.label = new Int8Array(size);
    this.visited = new Int32Array(size);
    this.memberFrom = new Int32Array(size * (n + 1));
    this.petals = Array.from({ length: size }, () => []);
    let most = 0;
    for (let a = 1; a <= n; a++) {
      this.memberFrom[a * (n + 1) + a] = a;
      for (let b = 1; b <= n; b++) {
        this.edgeFrom[a * size + b] = a;
        this.edgeTo[a * size + b] = b;
        this.weight[a * size + b] = a === b ? 0 : weights(a - 1, b - 1);
        most = Math.max(most, this.weight[a * size + b]!);
      }
    }
    this.dual.fill(most, 1, n + 1);
  }

  /** Runs until no augmenting path gains weight. */
  run(): void {
    while (this.augmentOnce());
  }

  private slackOf(a: number, b: number): number {
    const edge = a * this.size + b;
    const [from, to] = [this.edgeFrom[edge]!, this.edgeTo[edge]!];
    return this.dual[from]! + this.dual[to]! - this.weight[from * this.size + to]! * 2;
  }

  private updateSlack(from: number, node: number): void {
    if (this.slackFrom[node] === 0 || this.slackOf(from, node) < this.slackOf(this.slackFrom[node]!, node)) this.slackFrom[node] = from;
  }

  private setSlack(node: number): void {
    this.slackFrom[node] = 0;
    for (let from = 1; from <= this.vertices; from++) {
      if (this.weight[from * this.size + node]! > 0 && this.surface[from] !== node && this.label[this.surface[from]!] === 0) this.updateSlack(from, node);
    }
  }

  private push(node: number): void {
    if (node <= this.vertices) this.queue.push(node);
    else for (const petal of this.petals[node]!) this.push(petal);
  }

  private setSurface(node: number, surface: number): void {
    this.surface[node] = surface;
    if (node > this.vertices) for (const petal of this.petals[node]!) this.setSurface(petal, surface);
  }

  /** Position of a petal counted along the even way round; turns the blossom if need be. */
  private evenPosition(blossom: number, petal: number): number {
    const petals = this.petals[blossom]!;
    const position = petals.indexOf(petal);
    if (position % 2 === 0) return position;
    const [base, ...others] = petals;
    this.petals[blossom] = [base!, ...others.reverse()];
    return petals.length - position;
  }

  private setMatch(node: number, other: number): void {
    const edge = node * this.size + other;
    this.match[node] = this.edgeTo[edge]!;
    if (node <= this.vertices) return;
    const inner = this.memberFrom[node * (this.vertices + 1) + this.edgeFrom[edge]!]!;
    const position = this.evenPosition(node, inner);
    const petals = this.petals[node]!;
    for (let index = 0; index < position; index++) this.setMatch(petals[index]!, petals[index ^ 1]!);
    this.setMatch(inner, other);
    this.petals[node] = [...petals.slice(position), ...petals.slice(0, position)];
  }

  private flip(start: number, towards: number): void {
    let [node, other] = [start, towards];
    for (;;) {
      const next = this.surface[this.match[node]!]!;
      this.setMatch(node, other);
      if (next === 0) return;
      const above = this.surface[this.parent[next]!]!;
      this.setMatch(next, above);
      [node, other] = [above, next];
    }
  }

  private commonAncestor(first: number, second: number): number {
    this.visit++;
    let [a, b] = [first, second];
    while (a !== 0 || b !== 0) {
      if (a !== 0) {
        if (this.visited[a] === this.visit) return a;
        this.visited[a] = this.visit;
        a = this.surface[this.match[a]!]!;
        if (a !== 0) a = this.surface[this.parent[a]!]!;
      }
      [a, b] = [b, a];
    }
    return 0;
  }

  private shrink(first: number, ancestor: number, second: number): void {
    const { size, vertices } = this;
    let blossom = vertices + 1;
    while (blossom <= this.highest && this.surface[blossom] !== 0) blossom++;
    if (blossom > this.highest) this.highest++;
    this.dual[blossom] = 0;
    this.label[blossom] = 0;
    this.match[blossom] = this.match[ancestor]!;
    const climb = (from: number): number[] => {
      const path: number[] = [];
      for (let node = from; node !== ancestor; ) {
        const mate = this.surface[this.match[node]!]!;
        path.push(node, mate);
        this.push(mate);
        node = this.surface[this.parent[mate]!]!;
      }
      return path;
    };
    const up = climb(first);
    this.petals[blossom] = [ancestor, ...up.reverse(), ...climb(second)];
    this.setSurface(blossom, blossom);
    for (let node = 1; node <= this.highest; node++) this.weight[blossom * size + node] = this.weight[node * size + blossom] = 0;
    this.memberFrom.fill(0, blossom * (vertices + 1), (blossom + 1) * (vertices + 1));
    for (const petal of this.petals[blossom]!) {
      for (let node = 1; node <= this.highest; node++) {
        if (this.weight[blossom * size + node] === 0 || this.slackOf(petal, node) < this.slackOf(blossom, node)) {
          this.copyEdge(petal * size + node, blossom * size + node);
          this.copyEdge(node * size + petal, node * size + blossom);
        }
      }
      for (let node = 1; node <= vertices; node++) if (this.memberFrom[petal * (vertices + 1) + node] !== 0) this.memberFrom[blossom * (vertices + 1) + node] = petal;
    }
    this.setSlack(blossom);
  }

  private copyEdge(from: number, to: number): void {
    this.edgeFrom[to] = this.edgeFrom[from]!;
    this.edgeTo[to] = this.edgeTo[from]!;
    this.weight[to] = this.weight[from]!;
  }

  private expand(blossom: number): void {
    for (const petal of this.petals[blossom]!) this.setSurface(petal, petal);
    const entry = this.memberFrom[blossom * (this.vertices + 1) + this.edgeFrom[blossom * this.size + this.parent[blossom]!]!]!;
    const position = this.evenPosition(blossom, entry);
    const petals = this.petals[blossom]!;
    for (let index = 0; index < position; index += 2) {
      const [inner, outer] = [petals[index]!, petals[index + 1]!];
      this.parent[inner] = this.edgeFrom[outer * this.size + inner]!;
      this.label[inner] = 1;
      this.label[outer] = 0;
      this.slackFrom[inner] = 0;
      this.setSlack(outer);
      this.push(outer);
    }
    this.label[entry] = 1;
    this.parent[entry] = this.parent[blossom]!;
    for (let index = position + 1; index < petals.length; index++) {
      this.label[petals[index]!] = -1;
      this.setSlack(petals[index]!);
    }
    this.surface[blossom] = 0;
  }

  /** A tight edge: grows the forest, shrinks a blossom, or augments (true). */
  private useEdge(a: number, b: number): boolean {
    const edge = a * this.size + b;
    const from = this.edgeFrom[edge]!;
    const node = this.surface[from]!;
    const other = this.surface[this.edgeTo[edge]!]!;
    if (this.label[other] === -1) {
      this.parent[other] = from;
      this.label[other] = 1;
      const mate = this.surface[this.match[other]!]!;
      this.slackFrom[other] = this.slackFrom[mate] = 0;
      this.label[mate] = 0;
      this.push(mate);
    } else if (this.label[other] === 0) {
      const ancestor = this.commonAncestor(node, other);
      if (ancestor === 0) {
        this.flip(node, other);
        this.flip(other, node);
        return true;
      }
      this.shrink(node, ancestor, other);
    }
    return false;
  }

  private augmentOnce(): boolean {
    const { vertices, size } = this;
    this.label.fill(-1, 1, this.highest + 1);
    this.slackFrom.fill(0, 1, this.highest + 1);
    this.queue = [];
    for (let node = 1; node <= this.highest; node++) {
      if (this.surface[node] === node && this.match[node] === 0) {
        this.parent[node] = 0;
        this.label[node] = 0;
        this.push(node);
      }
    }
    if (this.queue.length === 0) return false;
    for (;;) {
      for (let node = this.queue.shift(); node !== undefined; node = this.queue.shift()) {
        if (this.label[this.surface[node]!] === 1) continue;
        for (let other = 1; other <= vertices; other++) {
          if (this.weight[node * size + other]! <= 0 || this.surface[node] === this.surface[other]) continue;
          if (this.slackOf(node, other) === 0) {
            if (this.useEdge(node, other)) return true;
          } else this.updateSlack(node, this.surface[other]!);
        }
      }
      if (!this.adjustDuals()) return false;
      for (let node = 1; node <= this.highest; node++) {
        const from = this.slackFrom[node]!;
        if (this.surface[node] === node && from !== 0 && this.surface[from] !== node && this.slackOf(from, node) === 0 && this.useEdge(from, node)) return true;
      }
      for (let blossom = vertices + 1; blossom <= this.highest; blossom++) {
        if (this.surface[blossom] === blossom && this.label[blossom] === 1 && this.dual[blossom] === 0) this.expand(blossom);
      }
    }
  }

  private adjustDuals(): boolean {
    let step = Infinity;
    for (let node = 1; node <= this.highest; node++) {
      if (this.surface[node] !== node) continue;
      if (node > this.vertices && this.label[node] === 1) step = Math.min(step, this.dual[node]! / 2);
      if (this.slackFrom[node] === 0) continue;
      const slack = this.slackOf(this.slackFrom[node]!, node);
      if (this.label[node] === -1) step = Math.min(step, slack);
      else if (this.label[node] === 0) step = Math.min(step, slack / 2);
    }
    for (let node = 1; node <= this.vertices; node++) {
      const label = this.label[this.surface[node]!];
      if (label === 0) {
        if (this.dual[node]! <= step) return false;
        this.dual[node]! -= step;
      } else if (label === 1) this.dual[node]! += step;
    }
    for (let blossom = this.vertices + 1; blossom <= this.highest; blossom++) {
      if (this.surface[blossom] !== blossom) continue;
      if (this.label[blossom] === 0) this.dual[blossom]! += step * 2;
      else if (this.label[blossom] === 1) this.dual[blossom]! -= step * 2;
    }
    return true;
  }
}

/**
 * Maximum-weight matching of `count` things; `weight(a, b)` is symmetric, an integer, and 0 where the two must not be matched.
 * Returns the partner of each, -1 for none.
 */
export function maximumWeightMatching(count: number, weight: (a: number, b: number) => number): number[] {
  const search = new BlossomSearch(count, weight);
  search.run();
  return Array.from({ length: count }, (_, index) => search.match[index + 1]! - 1);
}

/** Cheapest perfect matching; `cost` is a non-negative integer or `null` where forbidden. `null` when there is no perfect matching. */
export function cheapestPerfectMatching(count: number, cost: (a: number, b: number) => number | null): number[] | null {
  let most = 0;
  for (let a = 0; a < count; a++) for (let b = 0; b < a; b++) most = Math.max(most, cost(a, b) ?? 0);
  const base = (most + 1) * (count + 1);
  const partners = maximumWeightMatching(count, (a, b) => {
    const price = cost(a, b);
    return price === null ? 0 : base - price;
  });
  return partners.includes(-1) ? null : partners;
}
