interface Point {
  at: [number, number];
  value: number;
}

/** Minimises a function of two variables inside a box, by Nelder and Mead's simplex; stops when the values of the simplex differ by less than `tolerance`. */
export function minimise(f: (x: number, y: number) => number, start: [number, number], box: number, tolerance = 1e-10): Point {
  const clamp = (v: number): number => Math.max(-box, Math.min(box, v));
  const point = (x: number, y: number): Point => ({ at: [clamp(x), clamp(y)], value: f(clamp(x), clamp(y)) });
  const simplex = [point(...start), point(start[0] + 1, start[1]), point(start[0], start[1] + 1)] as [Point, Point, Point];
  for (let step = 0; step < 400; step++) {
    simplex.sort((a, b) => a.value - b.value);
    const [best, middle, worst] = simplex;
    const size = Math.max(Math.abs(worst.at[0] - best.at[0]), Math.abs(worst.at[1] - best.at[1]), Math.abs(middle.at[0] - best.at[0]), Math.abs(middle.at[1] - best.at[1]));
    if (Math.abs(worst.value - best.value) <= tolerance * (1 + Math.abs(best.value)) && size < 1e-5) break;
    const centre: [number, number] = [(best.at[0] + middle.at[0]) / 2, (best.at[1] + middle.at[1]) / 2];
    const along = (factor: number): Point => point(centre[0] + factor * (worst.at[0] - centre[0]), centre[1] + factor * (worst.at[1] - centre[1]));
    const reflected = along(-1);
    if (reflected.value < best.value) {
      const expanded = along(-2);
      simplex[2] = expanded.value < reflected.value ? expanded : reflected;
    } else if (reflected.value < middle.value) simplex[2] = reflected;
    else {
      const contracted = along(reflected.value < worst.value ? -0.5 : 0.5);
      if (contracted.value < Math.min(worst.value, reflected.value)) simplex[2] = contracted;
      else for (const index of [1, 2] as const) simplex[index] = point((best.at[0] + simplex[index].at[0]) / 2, (best.at[1] + simplex[index].at[1]) / 2);
    }
  }
  simplex.sort((a, b) => a.value - b.value);
  return simplex[0];
}
