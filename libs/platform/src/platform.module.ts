import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Database } from './database.js';
import { dataSourceFor } from './data-source.js';
import { Random } from './random.js';
import type { Room } from './room.js';

export interface PlatformOptions {
  config: Config;
  /** Address of the database to use; the embedded server's where `DATABASE_URL` is not set. */
  databaseUrl: string;
  rooms: Room[];
  clock: Clock;
  poolSize?: number;
}

export const ROOMS = Symbol('rooms');

/** Everything platform gives to the rooms. Each entry is injectable everywhere. */
const platformProviders: Provider[] = [Database, Random];

const exported = (provider: Provider) => (typeof provider === 'function' ? provider : provider.provide);

@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const providers: Provider[] = [
      { provide: Config, useValue: options.config },
      { provide: Clock, useValue: options.clock },
      { provide: ROOMS, useValue: options.rooms },
      {
        provide: DataSource,
        useFactory: () => dataSourceFor(options.databaseUrl, options.rooms, options.poolSize).initialize(),
      },
      ...platformProviders,
    ];
    return { module: PlatformModule, providers, exports: providers.map(exported) };
  }
}
