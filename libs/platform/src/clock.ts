/** The server's clock: the only source of "now" for rules, deadlines and records. */
export abstract class Clock {
  abstract now(): Date;

  /** Milliseconds since 1970, for arithmetic. */
  millis(): number {
    return this.now().getTime();
  }
}

export class SystemClock extends Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that a test or a rehearsal sets. It runs on from where it was set. */
export class SettableClock extends Clock {
  private offset = 0;

  now(): Date {
    return new Date(Date.now() + this.offset);
  }

  set(instant: Date): void {
    this.offset = instant.getTime() - Date.now();
  }

  /** Moves by `millis`, forwards or back. */
  advance(millis: number): void {
    this.offset += millis;
  }

  /** Difference to the machine's clock in milliseconds. */
  get skew(): number {
    return this.offset;
  }

  set skew(millis: number) {
    this.offset = millis;
  }
}
