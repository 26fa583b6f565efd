import pg from 'pg';

/**
 * A connection whose loss never ends the process. Between leaving the pool and getting a listener (and in BullMQ's transactions, between two statements) a
 * client has nobody who listens for `error`, and Node ends a process for an error that nobody hears; the next statement reports the loss anyway.
 */
export class SteadyClient extends pg.Client {
  override emit(event: string | symbol, ...details: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false;
    return super.emit(event as never, ...(details as never[]));
  }
}
