import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const RECONNECT_MS = 1_000;

/**
 * One connection that LISTENs on one channel and comes back by itself when it is lost. What was notified meanwhile is lost too,
 * so `onConnect` is called each time it listens (again): whoever uses it looks then what there is.
 */
export class PgListener {
  private client?: pg.Client;
  private stopped = false;
  private loop?: Promise<void>;

  constructor(
    private readonly databaseUrl: string,
    private readonly channel: string,
    private readonly on: { message(payload: string): void; connect(): void; error(error: Error): void },
  ) {}

  start(): void {
    this.loop ??= this.keepListening();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.client?.end().catch(() => undefined);
    await this.loop;
  }

  private async keepListening(): Promise<void> {
    while (!this.stopped) {
      const client = new pg.Client({ connectionString: this.databaseUrl, keepAlive: true, connectionTimeoutMillis: 5_000 });
      this.client = client;
      try {
        const ended = new Promise<void>((resolve) => client.once('end', resolve));
        client.on('error', (error) => this.on.error(error));
        client.on('notification', (message) => this.on.message(message.payload ?? ''));
        await client.connect();
        await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
        this.on.connect();
        await ended;
      } catch (error) {
        if (!this.stopped) this.on.error(error instanceof Error ? error : new Error(String(error)));
      }
      await client.end().catch(() => undefined);
      if (!this.stopped) await pause(RECONNECT_MS);
    }
  }
}
