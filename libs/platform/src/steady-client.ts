import pg from 'pg';

/**
 * A connection whose loss is told once to whoever uses it by then, and never ends the process.
 *
 * The driver tells a loss at once, in the middle of handing over answers that came in the same packet. Whoever awaits such an answer
 * (a client leaving the pool, BullMQ's LISTEN) has not run on yet: it would miss the loss and keep the dead connection for ever. So the
 * loss is told when they have run. And Node ends a process for an error that nobody hears, as between two statements of a transaction;
 * there the next statement reports the loss anyway.
 */
export class SteadyClient extends pg.Client {
  override emit(event: string | symbol, ...details: unknown[]): boolean {
    if (event !== 'error') return super.emit(event as never, ...(details as never[]));
    setImmediate(() => {
      if (this.listenerCount('error') > 0) super.emit('error' as never, ...(details as never[]));
    });
    return true;
  }
}
