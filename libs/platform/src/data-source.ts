import { DataSource } from 'typeorm';
import type { Room } from './room.js';
import { SteadyClient } from './steady-client.js';

/** A connection pool for the given rooms' entities and migrations; not yet connected. `poolSize` in connections. */
export function dataSourceFor(databaseUrl: string, rooms: Room[], poolSize = 20): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: rooms.flatMap((room) => room.entities),
    migrations: rooms.flatMap((room) => room.migrations),
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    poolSize,
    extra: { Client: SteadyClient, connectionTimeoutMillis: 5_000, idle_in_transaction_session_timeout: 60_000, keepAlive: true },
    poolErrorHandler: () => undefined,
  });
}
