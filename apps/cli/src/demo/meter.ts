export interface PhaseTime {
  phase: string;
  seconds: number;
  requests: number;
}

/** Counts what a season asks of the server, phase by phase, and what it should not have been answered. */
export class Meter {
  requests = 0;
  readonly errors: string[] = [];
  readonly phases: PhaseTime[] = [];

  constructor(private readonly say: (line: string) => void) {}

  /** An answer that the season did not expect; the first hundred are kept in words. */
  wrong(sentence: string): void {
    if (this.errors.length < 100) this.errors.push(sentence);
    this.say(`! ${sentence}`);
  }

  async phase<T>(name: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    const before = this.requests;
    const result = await work();
    const seconds = Math.round((performance.now() - begun) / 10) / 100;
    this.phases.push({ phase: name, seconds, requests: this.requests - before });
    this.say(`${name.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s ${String(this.requests - before).padStart(7)} requests`);
    return result;
  }
}
