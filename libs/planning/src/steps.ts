import { PlanningCancelled } from './planning-errors.js';

/** How far a plan is: `done` of `total` steps of a named stage. */
export interface PlanningProgress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** What a caller may pass to watch or stop a long calculation. */
export interface RunOptions {
  /** Called now and then from inside the calculation. */
  readonly onProgress?: (progress: PlanningProgress) => void;
  /** Looked at between steps; an AbortSignal fits. When it is raised the calculation throws `PlanningCancelled`. */
  readonly signal?: { readonly aborted: boolean };
}

/** A calculation cut into short steps: it can be run at once, or in slices that leave the event loop free. */
export type PlanningSteps<Result> = Generator<PlanningProgress, Result, void>;

function report(progress: PlanningProgress, options: RunOptions): void {
  if (options.signal?.aborted) throw new PlanningCancelled(progress.stage);
  options.onProgress?.(progress);
}

/** Runs a stepwise calculation to its end in one go. */
export function runSteps<Result>(steps: PlanningSteps<Result>, options: RunOptions = {}): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    report(step.value, options);
  }
}

/**
 * Runs a stepwise calculation and awaits `pause` after each step, so that a worker can renew its lock, publish progress and
 * hear of a cancellation; `pause` is for example `() => new Promise(setImmediate)`.
 */
export async function runStepsWithPauses<Result>(
  steps: PlanningSteps<Result>,
  pause: () => Promise<void>,
  options: RunOptions = {},
): Promise<Result> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    report(step.value, options);
    await pause();
  }
}
