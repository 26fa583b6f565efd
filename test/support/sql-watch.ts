import { DataSource } from 'typeorm';
import { currentContext } from '#libs/platform';
import type { TestSystem } from './system.js';

interface PoolClient {
  query(...args: unknown[]): unknown;
  release(): void;
}

interface Pool {
  connect(): Promise<PoolClient>;
  on(event: 'acquire', heard: (client: PoolClient) => void): void;
}

/** Sessions are refreshed by the clock, not by what is asked. */
const BY_THE_CLOCK = /\b(session|login_throttle|login_address|known_device)\b/;

const WRITES = /^\s*(INSERT|UPDATE|DELETE|WITH)\b/i;

/**
 * What the API asks its database for one request: every statement with the number of rows it gave or touched. It stands in for a measure of
 * time that does not depend on the machine. While `dry` is set the API's transactions are taken back instead of kept: a write is answered as
 * ever and changes nothing.
 */
export class SqlWatch {
  dry = false;
  private readonly statements = new Map<string, string[]>();

  private constructor() {}

  static async on(system: TestSystem): Promise<SqlWatch> {
    const watch = new SqlWatch();
    const pool = (system.api.get(DataSource).driver as unknown as { master: Pool }).master;
    const ours = new WeakSet<PoolClient>();
    const inside = new WeakSet<PoolClient>();
    pool.on('acquire', (client) => ours.add(client));
    const client = await pool.connect();
    const prototype = Object.getPrototypeOf(client) as PoolClient;
    client.release();
    const { query } = prototype;
    prototype.query = function watched(this: PoolClient, ...args: unknown[]): unknown {
      if (!ours.has(this)) return query.apply(this, args);
      const { requestId } = currentContext();
      const [text] = args;
      if (text === 'START TRANSACTION') inside.add(this);
      const dry = watch.dry && requestId !== 'none' && typeof text === 'string';
      const taken = async (): Promise<unknown> => {
        await query.call(this, 'BEGIN');
        return (query.apply(this, args) as Promise<unknown>).finally(() => query.call(this, 'ROLLBACK'));
      };
      const asked = dry && text === 'COMMIT' ? query.call(this, 'ROLLBACK') : dry && !inside.has(this) && WRITES.test(text) ? taken() : query.apply(this, args);
      if (text === 'COMMIT' || text === 'ROLLBACK') inside.delete(this);
      if (typeof text === 'string' && !BY_THE_CLOCK.test(text)) {
        const at = watch.note(requestId, text);
        if (asked instanceof Promise) return asked.then((result: { rowCount?: number } | undefined) => (watch.counted(requestId, at, result?.rowCount ?? 0), result));
      }
      return asked;
    };
    return watch;
  }

  /** Statements of a request in the order they were asked, forgotten with the answer. */
  of(requestId: string): string[] {
    const found = this.statements.get(requestId) ?? [];
    this.statements.delete(requestId);
    // The audit log is sealed in its own time, in the name of whoever wrote into it last.
    const sealed = found.findIndex((one) => one.includes('audit seal'));
    return sealed < 0 ? found : [...found.slice(0, Math.max(0, sealed - 1)), ...found.slice(sealed).filter((one) => !/audit_seal|audit_link|audit seal|^(COMMIT|ROLLBACK)/.test(one))];
  }

  private note(requestId: string, text: string): number {
    const list = this.statements.get(requestId) ?? [];
    this.statements.set(requestId, list);
    return list.push(text.replace(/\s+/g, ' ').replace(/\d{4}-\d\d-\d\d[T ][\d:.]+Z?/g, 'at').trim()) - 1;
  }

  private counted(requestId: string, at: number, rows: number): void {
    const list = this.statements.get(requestId);
    if (list) list[at] = `${list[at] ?? ''} → ${rows}`;
  }
}
