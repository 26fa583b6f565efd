import type { Type } from '@nestjs/common';
import { registerTexts, type Room } from '#libs/platform';
import { DeadlineBoard } from './deadline-board.service.js';
import { Capacity, CapacityPlace } from './entities/capacity.entity.js';
import { EntryMessage } from './entities/entry-message.entity.js';
import { EntrySearchRow } from './entities/entry-search.entity.js';
import { IdentityExport } from './entities/identity-export.entity.js';
import { ImportedEntry } from './entities/imported-entry.entity.js';
import { ListExport } from './entities/list-export.entity.js';
import { ListViewRow } from './entities/list-view.entity.js';
import { Substitute } from './entities/substitute.entity.js';
import { UnitReminder } from './entities/unit-reminder.entity.js';
import { UnitScore } from './entities/unit-score.entity.js';
import { WaitingDraw } from './entities/waiting-draw.entity.js';
import { EntryCapacity } from './entry-capacity.service.js';
import { EntryDeadlines } from './entry-deadlines.service.js';
import { EntryImport } from './entry-import.service.js';
import { EntryMessages } from './entry-messages.service.js';
import { EntrySearch } from './entry-search.service.js';
import { EntrySearch1764000006073 } from './migrations/entry-search.1764000006073.js';
import { IdentityExportsController } from './identity-exports.controller.js';
import { IdentityExports } from './identity-exports.service.js';
import { IdentityExports1764000006075 } from './migrations/identity-exports.1764000006075.js';
import { ImportedEntries1764000006070 } from './migrations/imported-entries.1764000006070.js';
import { ListExportsController } from './list-exports.controller.js';
import { ListExports } from './list-exports.service.js';
import { ListExports1764000008110 } from './migrations/list-exports.1764000008110.js';
import { ListViews } from './list-views.service.js';
import { OfficeDesk1764000006074 } from './migrations/office-desk.1764000006074.js';
import { OfficeMerges } from './office-merges.service.js';
import { OfficeController } from './office.controller.js';
import { Substitutes1764000006071 } from './migrations/substitutes.1764000006071.js';
import { UnitScores1764000006072 } from './migrations/unit-scores.1764000006072.js';
import { QuotaGroups1764000009101 } from './migrations/quota-groups.1764000009101.js';
import { RankingImport } from './ranking-import.service.js';
import { RecommendationLists } from './recommendation-lists.service.js';
import { SheetTeams } from './sheet-teams.service.js';
import { SubstituteCalls } from './substitute-calls.service.js';
import { SubstitutesController } from './substitutes.controller.js';
import { Substitutes } from './substitutes.service.js';
import { en } from './i18n/waiting-list.en.js';
import { zh } from './i18n/waiting-list.zh.js';
import { WaitingListCalls } from './waiting-list-calls.service.js';
import { WaitingListController } from './waiting-list.controller.js';
import { WaitingListQueries } from './waiting-list.queries.js';
import { WaitingList } from './waiting-list.service.js';
import { WaitingList1764000008100 } from './migrations/waiting-list.1764000008100.js';
import { YearComparison } from './year-comparison.queries.js';

registerTexts(zh, en);

/** What the offices work with beyond single entries: tables, lists, substitutes. Part of the module and the room. */
export const officeControllers: Type[] = [SubstitutesController, OfficeController, IdentityExportsController, ListExportsController, WaitingListController];
export const officeProviders: Type[] = [
  DeadlineBoard, EntryCapacity, EntryDeadlines, EntryImport, EntryMessages, EntrySearch, IdentityExports, ListExports, ListViews, OfficeMerges, RankingImport, RecommendationLists, SheetTeams, SubstituteCalls, Substitutes, WaitingList, WaitingListCalls, WaitingListQueries, YearComparison,
];
export const officeEntities: Room['entities'] = [Capacity, CapacityPlace, EntryMessage, EntrySearchRow, IdentityExport, ImportedEntry, ListExport, ListViewRow, Substitute, UnitReminder, UnitScore, WaitingDraw];
export const officeMigrations: Room['migrations'] = [ImportedEntries1764000006070, Substitutes1764000006071, UnitScores1764000006072, EntrySearch1764000006073, OfficeDesk1764000006074, IdentityExports1764000006075, WaitingList1764000008100, ListExports1764000008110, QuotaGroups1764000009101];
