import type { Type } from '@nestjs/common';
import type { Room } from '#libs/platform';
import { ImportedEntry } from './entities/imported-entry.entity.js';
import { EntryImport } from './entry-import.service.js';
import { ImportedEntries1764000006070 } from './migrations/imported-entries.1764000006070.js';
import { SheetTeams } from './sheet-teams.service.js';

/** What the offices work with beyond single entries: tables, lists, messages. Part of the module and the room. */
export const officeControllers: Type[] = [];
export const officeProviders: Type[] = [EntryImport, SheetTeams];
export const officeEntities: Room['entities'] = [ImportedEntry];
export const officeMigrations: Room['migrations'] = [ImportedEntries1764000006070];
