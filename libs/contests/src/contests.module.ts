import { Module } from '@nestjs/common';
import { AmendmentEffects } from './amendment-effects.js';
import { AnnouncementsController } from './announcements.controller.js';
import { Announcements } from './announcements.service.js';
import { Families } from './contest-family.js';
import { ContestsController } from './contests.controller.js';
import { Contests } from './contests.service.js';
import { EditionLife } from './edition-life.service.js';
import { EditionsController } from './editions.controller.js';
import { Editions } from './editions.service.js';
import { PortalController } from './portal.controller.js';
import { Portal } from './portal.queries.js';
import { QuotaDesk } from './quota-desk.service.js';
import { QuotasController } from './quotas.controller.js';
import { Quotas } from './quotas.service.js';
import { RulebookEditor } from './rulebook-editor.service.js';
import { RulebooksController } from './rulebooks.controller.js';
import { Rulebooks } from './rulebooks.service.js';
import { AuditModule } from '#libs/audit';
import { IdentityModule } from '#libs/identity';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [ContestsController, EditionsController, RulebooksController, QuotasController, AnnouncementsController, PortalController],
  providers: [AmendmentEffects, Announcements, Contests, EditionLife, Editions, Families, Portal, QuotaDesk, Quotas, RulebookEditor, Rulebooks],
  exports: [AmendmentEffects, Editions, Families, Quotas, Rulebooks],
})
export class ContestsModule {}
