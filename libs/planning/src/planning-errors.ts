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

/** Neither a plan nor a proof was found: crossing composition rules need an exact solver, and the caller brought none. */
export class PlanningUndecided extends Error {
  constructor(readonly entries: readonly string[]) {
    super(`crossing composition rules: ${entries.length} entries need an exact solver`);
    this.name = 'PlanningUndecided';
  }
}

export function requireInteger(value: number, path: string, least = 0): void {
  if (!Number.isSafeInteger(value) || value < least) {
    throw new PlanningInputError('NOT_AN_INTEGER', path, `expected an integer of at least ${least}, got ${String(value)}`);
  }
}
