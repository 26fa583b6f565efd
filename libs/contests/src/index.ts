import { registerTexts, type Room } from '#libs/platform';
import { ContestsModule } from './contests.module.js';
import { Announcement } from './entities/announcement.entity.js';
import { Contest } from './entities/contest.entity.js';
import { EditionStage } from './entities/edition-stage.entity.js';
import { Edition } from './entities/edition.entity.js';
import { Quota } from './entities/quota.entity.js';
import { RulebookVersion } from './entities/rulebook-version.entity.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { Contests1764000005001 } from './migrations/contests-1764000005001.js';

registerTexts(zh, en);

export const contestsRoom: Room = {
  name: 'contests',
  module: ContestsModule,
  entities: [Contest, Edition, EditionStage, RulebookVersion, Quota, Announcement],
  migrations: [Contests1764000005001],
};

export { AmendmentEffects, type AffectedBy, type AmendmentChange, type AmendmentGuard, type EffectSource } from './amendment-effects.js';
export { answerCached, type CachedReply } from './cached-answer.js';
export { Families, type ContestFamily } from './contest-family.js';
export { ContestsModule } from './contests.module.js';
export type { CapacityLimit, CapacityRules, WaitingListRules } from './core/capacity.types.js';
export * from './core/entry-type.types.js';
export * from './core/rulebook-terms.types.js';
export * from './core/rulebook.types.js';
export { conditionHolds, conditionValues, type ConditionSubject } from './core/field-condition.js';
export { entryKinds, rankingGroup, sheetAttributes, sheetFor, sheetsOfStage, type NamedSheet, type SheetFacts } from './core/entry-sheets.js';
export { isLate, type StageSpan } from './core/calendar.js';
export { editionNameOf } from './edition-rows.js';
export { Editions, type EditionFacts, type StageWindow } from './editions.service.js';
export { quotaKinds } from './core/quota-figures.js';
export { quotaExceeded, Quotas } from './quotas.service.js';
export { entryType, Rulebooks, type RulebookInForce } from './rulebooks.service.js';
export { innovationRulebook } from './rulebooks/innovation.js';
