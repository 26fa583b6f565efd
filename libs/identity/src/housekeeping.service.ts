import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock, Database, PROCESS_ROLE, type ProcessRole } from '#libs/platform';
import { FAILURES_FORGOTTEN_MS } from './core/login-backoff.js';

const EVERY_MS = 3_600_000;
/** Who logged in when is a log; the Cybersecurity Law (art. 21) has it kept for six months at least. */
const KEPT_MS = 200 * 86_400_000;

/** Forgets sessions, links and failures that have served their time. Runs in the worker, every hour. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('identity');
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(PROCESS_ROLE) private readonly role: ProcessRole,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role !== 'worker') return;
    this.timer = setInterval(() => void this.tidy().catch((error: unknown) => this.log.warn(`Not tidied: ${String(error)}`)), EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** How many rows went. */
  async tidy(): Promise<{ sessions: number; links: number; throttles: number }> {
    const now = this.clock.millis();
    const gone = async (sql: string, before: number): Promise<number> => (await this.database.query(`${sql} RETURNING 1`, [new Date(before)])).length;
    return {
      sessions: await gone(`DELETE FROM session WHERE coalesce(ended_at, expires_at) < $1`, now - KEPT_MS),
      links: await gone(`DELETE FROM single_use_link WHERE coalesce(used_at, expires_at) < $1`, now - KEPT_MS),
      throttles: await gone(`DELETE FROM login_throttle WHERE since < $1 AND coalesce(blocked_until, since) < $1`, now - FAILURES_FORGOTTEN_MS),
    };
  }
}
