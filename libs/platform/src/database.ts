import { createHash } from 'node:crypto';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget, type ObjectLiteral, type Repository } from 'typeorm';

const RETRIED = new Set(['40001', '40P01']);
const ATTEMPTS = 10;

interface Running {
  manager: EntityManager;
  answers: Map<string, Promise<unknown>>;
  afterCommit: (() => void)[];
}

/** The driver's pool, or one connection of it. */
interface Connection {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

const names = new Map<string, string>();

function statementName(sql: string): string {
  const name = names.get(sql) ?? `q${createHash('sha256').update(sql).digest('hex').slice(0, 40)}`;
  names.set(sql, name);
  return name;
}

const running = new AsyncLocalStorage<Running>();

/** SQLSTATE of a database error, wherever the driver put it. */
export function sqlState(error: unknown): string | undefined {
  const candidate = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = candidate?.driverError?.code ?? candidate?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Name of the constraint that refused a row, for translation into a code of ours. */
export function violatedConstraint(error: unknown): string | undefined {
  const candidate = error as { constraint?: unknown; driverError?: { constraint?: unknown } } | null;
  const name = candidate?.driverError?.constraint ?? candidate?.constraint;
  return typeof name === 'string' ? name : undefined;
}

/**
 * The way to the database. Work inside `transaction` joins one transaction through async context, so services
 * call each other without handing managers around; outside, each statement stands alone.
 */
@Injectable()
export class Database {
  constructor(readonly source: DataSource) {}

  /** The manager of the running transaction, or the plain one. */
  get manager(): EntityManager {
    return running.getStore()?.manager ?? this.source.manager;
  }

  get inTransaction(): boolean {
    return running.getStore() !== undefined;
  }

  repository<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** One statement with `$1`-style parameters; the rows (for UPDATE/DELETE ... RETURNING too). */
  async query<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const result: unknown = await this.manager.query(sql, parameters);
    // TypeORM answers UPDATE and DELETE with [rows, affected] and everything else with rows.
    if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') return result[0] as T[];
    return result as T[];
  }

  /**
   * As {@link query}, for a statement that requests run all the time: each connection keeps its plan, which for a join costs more than running it. `sql` must
   * be one of few fixed texts.
   */
  async often<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const runner = this.manager.queryRunner;
    const connection = (runner ? await runner.connect() : (this.source.driver as unknown as { master: Connection }).master) as Connection;
    const { rows } = await connection.query({ name: statementName(sql), text: sql, values: parameters });
    return rows as T[];
  }

  /** {@link often}, the first row or undefined. */
  async oftenFirst<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T | undefined> {
    return (await this.often<T>(sql, parameters))[0];
  }

  /** Asks once in a transaction what cannot change under it unless it does so itself ({@link forget}); outside of one asks every time. */
  async once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const answers = running.getStore()?.answers;
    if (!answers) return ask();
    const known = answers.get(question) ?? ask();
    answers.set(question, known);
    return known as Promise<T>;
  }

  /** The running transaction has changed what the question asks for. */
  forget(question: string): void {
    running.getStore()?.answers.delete(question);
  }

  /** The first row or undefined. */
  async first<T = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<T | undefined> {
    return (await this.query<T>(sql, parameters))[0];
  }

  /**
   * Runs `work` in one transaction; joins the running one if there is one. Serialisation failures (40001) and
   * deadlocks (40P01) run the whole work again, with a growing pause, so it must have no effect outside the database.
   */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.inTransaction) return work();
    for (let attempt = 1; ; attempt++) {
      const afterCommit: (() => void)[] = [];
      try {
        const result = await this.source.transaction((manager) => running.run({ manager, afterCommit, answers: new Map() }, work));
        for (const effect of afterCommit) effect();
        return result;
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRIED.has(sqlState(error) ?? '')) throw error;
        await pause(Math.min(5 * 2 ** attempt, 400) + Math.random() * 20);
      }
    }
  }

  /** Calls `effect` once the running transaction has committed (at once outside of one). It must not throw. */
  afterCommit(effect: () => void): void {
    const store = running.getStore();
    if (store) store.afterCommit.push(effect);
    else effect();
  }
}
