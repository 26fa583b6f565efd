/** One measurement. `value` and `baseline` are medians in `unit`; what the baseline is stands in words beside it. */
export interface Bench {
  name: string;
  unit: string;
  baseline?: string;
  run(): Promise<{ value: number; baseline?: number }>;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Milliseconds of each of `times` runs after `warmUp` ones. */
export async function timed(work: () => unknown, times = 9, warmUp = 2): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < times + warmUp; round++) {
    const begun = performance.now();
    await work();
    if (round >= warmUp) taken.push(performance.now() - begun);
  }
  return taken;
}

/** Medians of two works measured in turn, A B A B, so that a drifting machine weighs on both. Milliseconds. */
export async function sideBySide(work: () => unknown, baseline: () => unknown, times = 9): Promise<{ value: number; baseline: number }> {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < times + 2; round++) {
    const [a = 0] = await timed(work, 1, 0);
    const [b = 0] = await timed(baseline, 1, 0);
    if (round < 2) continue;
    first.push(a);
    second.push(b);
  }
  return { value: median(first), baseline: median(second) };
}

/** Milliseconds of processor time (all threads of the process: compiling and collecting garbage count) of each of `times` runs after `warmUp` ones. A busy machine weighs less on it than on wall time. */
export async function cpuTimed(work: () => unknown, times = 15, warmUp = 10): Promise<number[]> {
  const taken: number[] = [];
  for (let round = 0; round < times + warmUp; round++) {
    const begun = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(begun);
    if (round >= warmUp) taken.push((user + system) / 1000);
  }
  return taken;
}

/** As {@link sideBySide}, in milliseconds of processor time. */
export async function cpuSideBySide(work: () => unknown, baseline: () => unknown, times = 15): Promise<{ value: number; baseline: number }> {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < times + 5; round++) {
    const [a = 0] = await cpuTimed(work, 1, 0);
    const [b = 0] = await cpuTimed(baseline, 1, 0);
    if (round < 5) continue;
    first.push(a);
    second.push(b);
  }
  return { value: median(first), baseline: median(second) };
}
