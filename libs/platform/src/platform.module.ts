import { Global, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Database } from './database.js';
import { FieldCrypto } from './crypto/field-crypto.js';
import { dataSourceFor } from './data-source.js';
import { Random } from './random.js';
import type { Room } from './room.js';

/** What this process does: answer requests, work off the queues, or run one command. Only a worker takes jobs. */
export type ProcessRole = 'api' | 'worker' | 'command';

export interface PlatformOptions {
  role: ProcessRole;
  config: Config;
  /** Address of the database to use; the embedded server's where `DATABASE_URL` is not set. */
  databaseUrl: string;
  rooms: Room[];
  clock: Clock;
  poolSize?: number;
}

export const ROOMS = Symbol('rooms');
export const PROCESS_ROLE = Symbol('process role');

/** Everything platform gives to the rooms. Each entry is injectable everywhere. */
const platformProviders: Provider[] = [Database, Random, FieldCrypto];

const exported = (provider: Provider) => (typeof provider === 'function' ? provider : provider.provide);

@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(private readonly source: DataSource) {}

  /** Last of all: everything that uses the database ends its work in onModuleDestroy or beforeApplicationShutdown. */
  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  static forRoot(options: PlatformOptions): DynamicModule {
    const providers: Provider[] = [
      { provide: Config, useValue: options.config },
      { provide: Clock, useValue: options.clock },
      { provide: ROOMS, useValue: options.rooms },
      { provide: PROCESS_ROLE, useValue: options.role },
      {
        provide: DataSource,
        useFactory: () => dataSourceFor(options.databaseUrl, options.rooms, options.poolSize).initialize(),
      },
      ...platformProviders,
    ];
    return { module: PlatformModule, providers, exports: providers.map(exported) };
  }
}
