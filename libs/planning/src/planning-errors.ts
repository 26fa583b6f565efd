/** The input contradicts itself or names something unknown. `path` points into the input, for example `conflicts[3].judge`. */
export class PlanningInputError extends Error {
  constructor(
    readonly code: string,
    readonly path: string,
    message: string,
  ) {
    super(`${path}: ${message}`);
    this.name = 'PlanningInputError';
  }
}

/** The caller's cancel signal was raised before the plan was ready; nothing partial is returned. */
export class PlanningCancelled extends Error {
  constructor(readonly stage: string) {
    super(`planning was cancelled during "${stage}"`);
    this.name = 'PlanningCancelled';
  }
}

/** Neither a plan nor a proof was found: an exact solver is needed and the caller brought none, or the solver's time ended. */
export class PlanningUndecided extends Error {
  constructor(
    /** Entries, teams or interviews that the search without a solver could not place. */
    readonly entries: readonly string[],
    readonly missing: 'solver' | 'time',
  ) {
    super(missing === 'solver' ? `neither a plan nor a proof for ${entries.length} items without an exact solver` : `the solver's time ended with neither a plan nor a proof`);
    this.name = 'PlanningUndecided';
  }
}

/** Refuses a list in which a name stands twice. */
export function requireDistinct(names: readonly string[], path: string): void {
  const seen = new Set<string>();
  names.forEach((name, index) => {
    if (seen.has(name)) throw new PlanningInputError('DUPLICATE_ID', `${path}[${index}]`, `"${name}" appears twice`);
    seen.add(name);
  });
}

export function requireInteger(value: number, path: string, least = 0): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new PlanningInputError('NOT_AN_INTEGER', path, `expected an integer of at least ${least}, got ${String(value)}`);
  }
}
