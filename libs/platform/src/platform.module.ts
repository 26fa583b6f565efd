import { Global, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { Config } from './config.js';
import { Database } from './database.js';
import { FieldCrypto } from './crypto/field-crypto.js';
import { keysInCustody } from './crypto/key-custody.js';
import { dataSourceFor } from './data-source.js';
import { Documents } from './documents/documents.service.js';
import { fileProviders } from './files/file-providers.js';
import { jobProviders } from './jobs/job-providers.js';
import { LiveHub } from './live/live-hub.service.js';
import { Live } from './live/live.service.js';
import { LiveTopics } from './live/live-topics.js';
import { Metrics } from './metrics/metrics.service.js';
import { PROCESS_ROLE, type ProcessRole } from './process-role.js';
import { Random } from './random.js';
import { Rehearsal } from './rehearsal.service.js';
import { Readiness } from './readiness.service.js';
import { ROOMS, type Room } from './room.js';

export interface PlatformOptions {
  role: ProcessRole;
  config: Config;
  /** Address of the database to use; the embedded server's where `DATABASE_URL` is not set. */
  databaseUrl: string;
  rooms: Room[];
  clock: Clock;
  poolSize?: number;
  /** False builds everything without a database, for looking at the routes; nothing can be asked then. */
  connect?: boolean;
}


/** Everything platform gives to the rooms. Each entry is injectable everywhere. */
const platformProviders: Provider[] = [
  { provide: FieldCrypto, useFactory: async ({ settings }: Config, source: DataSource) => new FieldCrypto(await keysInCustody(settings, source)), inject: [Config, DataSource] },
  Database, Random, Rehearsal, Metrics, Live, LiveHub, LiveTopics, Readiness, Documents, ...jobProviders, ...fileProviders,
];

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
        useFactory: () => {
          const source = dataSourceFor(options.databaseUrl, options.rooms, options.poolSize);
          return options.connect === false ? source : source.initialize();
        },
      },
      ...platformProviders,
    ];
    return { module: PlatformModule, imports: [DiscoveryModule], providers, exports: providers.map(exported) };
  }
}
