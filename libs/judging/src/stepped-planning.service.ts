import { Injectable } from '@nestjs/common';
import { PlanningCancelled, runStepsWithPauses, type PlanningSteps } from '#libs/planning';
import { Database } from '#libs/platform';

const LOOK_EVERY_MS = 500;
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs a calculation of the planning engine in a job: with progress, and stopped within half a second when somebody cancels its run. */
@Injectable()
export class SteppedPlanning {
  constructor(private readonly database: Database) {}

  async run<Result>(runId: string, steps: PlanningSteps<Result>, report: (done: number, total: number) => Promise<void>): Promise<Result | 'cancelled'> {
    const signal = { aborted: false };
    let reached = { done: 0, total: 1 };
    let looked = performance.now();
    // Looking also keeps the run's transaction from counting as idle.
    const breathe = async (): Promise<void> => {
      await report(reached.done, reached.total);
      if (performance.now() - looked > LOOK_EVERY_MS) {
        looked = performance.now();
        signal.aborted = await this.isCancelled(runId);
      }
      await pause();
    };
    return runStepsWithPauses(steps, breathe, { signal, onProgress: (progress) => void (reached = progress) }).catch((error: unknown) => {
      if (error instanceof PlanningCancelled) return 'cancelled' as const;
      throw error;
    });
  }

  async isCancelled(runId: string): Promise<boolean> {
    return (await this.database.first(`SELECT 1 FROM assignment_run WHERE id = $1 AND state <> 'queued'`, [runId])) !== undefined;
  }
}
