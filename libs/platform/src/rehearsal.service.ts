import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, SettableClock } from './clock.js';
import { Config } from './config.js';
import { Database } from './database.js';
import { Refusal } from './refusal.js';

const SETTING = 'rehearsal.clock';
const FOLLOW_MS = 500;

/**
 * A rehearsal plays a season with made-up data in an afternoon: its clock can be set. All processes of the installation
 * follow the one setting. Outside a rehearsal (`QINGSAI_REHEARSAL` is not on) nobody can touch the clock.
 */
@Injectable()
export class Rehearsal implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('rehearsal');
  private timer?: NodeJS.Timeout;
  private underWay = 0;
  private settings = 0;

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  get on(): boolean {
    return this.config.settings.rehearsal && this.clock instanceof SettableClock;
  }

  /** Sets the installation's clock; it runs on from there. Refuses outside a rehearsal. */
  async setClock(now: Date): Promise<void> {
    if (!this.on || !(this.clock instanceof SettableClock)) throw new Refusal('forbidden', 'NOT_A_REHEARSAL');
    this.underWay++;
    try {
      this.clock.set(now);
      await this.database.query(
        `INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = now()`,
        [SETTING, JSON.stringify({ skew: this.clock.skew })],
      );
    } finally {
      this.underWay--;
      this.settings++;
    }
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.on) return;
    await this.follow();
    this.timer = setInterval(() => void this.follow().catch((error: unknown) => this.log.warn(String(error))), FOLLOW_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private async follow(): Promise<void> {
    const before = this.settings;
    const row = await this.database.first<{ value: { skew: number } }>('SELECT value FROM setting WHERE name = $1', [SETTING]);
    // What was read while this process itself set the clock is older than what it set.
    if (this.underWay > 0 || before !== this.settings) return;
    if (row && this.clock instanceof SettableClock && Math.abs(this.clock.skew - row.value.skew) > 50) this.clock.skew = row.value.skew;
  }
}
