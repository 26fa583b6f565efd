import type { Type as Class } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';

/** What a lib hands to the processes that load it: its Nest module, its entities, its migrations. */
export interface Room {
  name: string;
  module: Class<unknown>;
  entities: Class<unknown>[];
  migrations: Class<MigrationInterface>[];
}

export const ROOMS = Symbol('rooms');
