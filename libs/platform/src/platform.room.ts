import { Module } from '@nestjs/common';
import type { Room } from './room.js';

@Module({})
class PlatformRoomModule {}

export const platformRoom: Room = { name: 'platform', module: PlatformRoomModule, entities: [], migrations: [] };
