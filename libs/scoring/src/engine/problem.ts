/** Something wrong with a rule document, an input or a sheet. `problemText` turns it into a sentence. */
export interface Problem {
  code: string;
  /** Where, as a JSON pointer without the leading slash: "stages/0/judges/minimum". */
  path: string;
  params: Record<string, string | number>;
}

/** The engine refuses: nothing was calculated. Carries every problem found, not only the first. */
export class ScoringRefusal extends Error {
  constructor(readonly problems: Problem[]) {
    super(problems.map((problem) => `${problem.code} at ${problem.path || '/'}`).join('; '));
    this.name = 'ScoringRefusal';
  }
}

export const problem = (code: string, path: string, params: Record<string, string | number> = {}): Problem => ({ code, path, params });

/** Code-unit order: the same on every machine and in every language. */
export const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
