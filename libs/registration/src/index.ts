import { registerTexts, type Room } from '#libs/platform';
import { Consent } from './entities/consent.entity.js';
import { ConsentRequest } from './entities/consent-request.entity.js';
import { EntryCoach } from './entities/entry-coach.entity.js';
import { EntryDecision } from './entities/entry-decision.entity.js';
import { EntryMember } from './entities/entry-member.entity.js';
import { Entry } from './entities/entry.entity.js';
import { Material } from './entities/material.entity.js';
import { Signature } from './entities/signature.entity.js';
import { en } from './i18n/en.js';
import { zh } from './i18n/zh.js';
import { Registration1764000006001 } from './migrations/registration-1764000006001.js';
import { officeEntities, officeMigrations } from './office-parts.js';
import { preparationEntities, preparationMigrations } from './preparation-parts.js';
import { RegistrationModule } from './registration.module.js';
import { screeningEntities, screeningMigrations } from './screening-parts.js';

registerTexts(zh, en);

export const registrationRoom: Room = {
  name: 'registration',
  module: RegistrationModule,
  entities: [Entry, EntryMember, EntryCoach, Material, Signature, ConsentRequest, Consent, EntryDecision, ...screeningEntities, ...officeEntities, ...preparationEntities],
  migrations: [Registration1764000006001, ...screeningMigrations, ...officeMigrations, ...preparationMigrations],
};

export { ENTRY_STATES, TRANSITIONS, type EntryAction, type EntryState } from './core/entry-state.js';
export type { FrozenContent } from './core/frozen-content.js';
export { Entries, type EntryFacts, type EntryMakers, type JudgedMaterial } from './entries.queries.js';
export { EntryProgress } from './entry-progress.service.js';
export { PastAwards, type AwardSource, type PastAward } from './past-awards.js';
export { MATERIAL_PURPOSE } from './materials.service.js';
export { RegistrationModule } from './registration.module.js';
