import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../clock.js';
import { Database } from '../database.js';
import { PROCESS_ROLE, type ProcessRole } from '../process-role.js';
import { FileStore } from './file-store.js';
import { Uploads } from './uploads.service.js';

const EVERY_MS = 3_600_000;
const KEPT_MS = 24 * 3_600_000;

/** Takes away uploads that nobody continued for a day, and the second names of finished ones. Every worker looks once an hour; two at once do no harm. */
@Injectable()
export class UploadSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('uploads');
  private timer?: NodeJS.Timeout;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    @Inject(PROCESS_ROLE) private readonly role: ProcessRole,
    private readonly database: Database,
    private readonly uploads: Uploads,
    private readonly store: FileStore,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    if (this.role !== 'worker') return;
    this.timer = setInterval(() => {
      this.running = this.sweep().catch((error: Error) => this.log.warn(`Not swept: ${error.message}`));
    }, EVERY_MS);
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  /** How many uploads went. */
  async sweep(): Promise<number> {
    const old = await this.database.query<{ id: string; state: string }>(
      'SELECT id, state FROM upload WHERE created_at < $1 ORDER BY created_at LIMIT 1000',
      [new Date(this.clock.millis() - KEPT_MS)],
    );
    for (const { id, state } of old) {
      // In S3 a finished file lies where it was uploaded; on disk it has a second name by now.
      if (state !== 'finished' || this.store.kind === 'disk') await this.uploads.discard(id);
      await this.database.query('DELETE FROM upload WHERE id = $1', [id]);
    }
    return old.length;
  }
}
