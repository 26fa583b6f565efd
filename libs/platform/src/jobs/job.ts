import 'reflect-metadata';

export const QUEUES = ['scores', 'notices', 'documents', 'imports'] as const;
export type QueueName = (typeof QUEUES)[number];

export interface JobOptions {
  queue: QueueName;
  /** Runs before it is laid aside as dead; default 5. */
  attempts?: number;
  /** Pause before the second run in milliseconds, doubled for each further one; default 1000. */
  backoffMs?: number;
  /**
   * true (default): the handler writes to the database only; it runs in one transaction with the removal of its outbox row and
   * is so done exactly once in effect. false: it has an outside effect or commits in steps, and must be idempotent by itself.
   */
  atomic?: boolean;
}

/** A kind of job: declared once beside its handler, added to the outbox by anyone who may import it. */
export interface Job<P extends object> extends Required<JobOptions> {
  name: string;
  /** Only a type: what the payload holds (ids). */
  readonly payload?: P;
}

/** What a handler is told about its run. */
export interface JobRun {
  /** Id of the outbox row. */
  id: string;
  /** 1 for the first run. */
  attempt: number;
  /** Tells how far the work is; seen at once by whoever looks, also from inside a transaction. */
  report(done: number, total: number): Promise<void>;
}

const declared = new Map<string, Job<object>>();

/** Declares a kind of job. Its name is stored, so it must not change while such jobs wait. */
export function job<P extends object>(name: string, options: JobOptions): Job<P> {
  if (declared.has(name)) throw new Error(`Job "${name}" is declared twice`);
  const declaration: Job<P> = { name, attempts: 5, backoffMs: 1000, atomic: true, ...options };
  declared.set(name, declaration);
  return declaration;
}

/** Every job that the loaded libs declare. */
export const declaredJobs = (): Job<object>[] => [...declared.values()];

const HANDLES = Symbol('handles');

/** Marks the one method that does a job. It may be called more than once for the same row, see `atomic`. */
export function Handles<P extends object>(handled: Job<P>) {
  return <T extends (payload: P, run: JobRun) => Promise<void>>(_target: object, _name: string | symbol, descriptor: TypedPropertyDescriptor<T>): void => {
    if (descriptor.value) Reflect.defineMetadata(HANDLES, handled.name, descriptor.value);
  };
}

/** Name of the job that a method handles. */
export const handledJob = (method: object): string | undefined => Reflect.getMetadata(HANDLES, method) as string | undefined;
