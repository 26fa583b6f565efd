import { Module } from '@nestjs/common';
import { FileBegun1764000001010 } from './migrations/file-begun.1764000001010.js';
import { Files1764000001002 } from './migrations/files.1764000001002.js';
import { LiveMessages1764000001003 } from './migrations/live-messages.1764000001003.js';
import { Outbox1764000001001 } from './migrations/outbox.1764000001001.js';
import type { Room } from './room.js';

@Module({})
class PlatformRoomModule {}

export const platformRoom: Room = { name: 'platform', module: PlatformRoomModule, entities: [], migrations: [Outbox1764000001001, Files1764000001002, LiveMessages1764000001003, FileBegun1764000001010] };
