import { Inject, Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { FileStore } from './files/file-store.js';
import { Queues } from './jobs/queues.service.js';
import { ROOMS, type Room } from './room.js';

const WITHIN_MS = 3_000;

export interface PartState {
  ok: boolean;
  /** What is wrong, without addresses or names. */
  detail?: string;
}

export interface Ready {
  ok: boolean;
  parts: { database: PartState; queue: PartState; migrations: PartState; storage: PartState };
}

/** Whether this process can do its work right now, part by part. */
@Injectable()
export class Readiness {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly store: FileStore,
    @Inject(ROOMS) private readonly rooms: Room[],
  ) {}

  async check(): Promise<Ready> {
    const [database, queue, migrations, storage] = await Promise.all([
      part('does not answer', () => this.database.query('SELECT 1')),
      part('does not answer', () => this.queues.ping()),
      part('not all have run', () => this.requireMigrations()),
      part('cannot be written', () => this.store.check()),
    ]);
    return { ok: [database, queue, migrations, storage].every((one) => one.ok), parts: { database, queue, migrations, storage } };
  }

  private async requireMigrations(): Promise<void> {
    const wanted = this.rooms.flatMap((room) => room.migrations).map((migration) => new migration().name ?? migration.name);
    const run = new Set((await this.database.query<{ name: string }>('SELECT name FROM migration')).map((row) => row.name));
    if (wanted.some((name) => !run.has(name))) throw new Error('missing');
  }
}

async function part(detail: string, look: () => Promise<unknown>): Promise<PartState> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('late')), WITHIN_MS);
  });
  try {
    await Promise.race([look(), late]);
    return { ok: true };
  } catch {
    return { ok: false, detail };
  } finally {
    clearTimeout(timer);
  }
}
