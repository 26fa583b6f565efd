import { Module } from '@nestjs/common';
import { Outbox1764000001001 } from './migrations/outbox.1764000001001.js';
import type { Room } from './room.js';

@Module({})
class PlatformRoomModule {}

export const platformRoom: Room = { name: 'platform', module: PlatformRoomModule, entities: [], migrations: [Outbox1764000001001] };
