import { Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessDeclarations } from './access-declarations.js';
import { AccessGuard } from './access.guard.js';
import { AccessService } from './access.service.js';
import { AccountAdministration } from './account-administration.service.js';
import { AccountRecoveriesController } from './account-recoveries.controller.js';
import { AccountRecoveries } from './account-recoveries.service.js';
import { AccountStanding } from './account-standing.service.js';
import { AccountRecipients } from './account-recipients.service.js';
import { AccountLetters } from './account-letters.service.js';
import { AccountQueries } from './account.queries.js';
import { AccountsController } from './accounts.controller.js';
import { Accounts } from './accounts.service.js';
import { Actors } from './actors.queries.js';
import { EmailAddresses } from './email-addresses.service.js';
import { Grants } from './grants.service.js';
import { Housekeeping } from './housekeeping.service.js';
import { ImportKinds } from './import-kinds.js';
import { ImportsController } from './imports.controller.js';
import { ImportQueries } from './imports.queries.js';
import { Imports } from './imports.service.js';
import { KeyRotation } from './key-rotation.service.js';
import { KnownDevices } from './known-devices.service.js';
import { LoginThrottles } from './login-throttle.service.js';
import { Logins } from './logins.service.js';
import { OnboardingController } from './onboarding.controller.js';
import { Onboarding } from './onboarding.service.js';
import { OrganisationsController } from './organisations.controller.js';
import { OrganisationQueries } from './organisations.queries.js';
import { Organisations } from './organisations.service.js';
import { OwnAccountController } from './own-account.controller.js';
import { Passwords } from './passwords.service.js';
import { ContestedDocuments } from './contested-documents.service.js';
import { DocumentMatches } from './document-matches.service.js';
import { PeopleController } from './people.controller.js';
import { PeopleQueries } from './people.queries.js';
import { People } from './people.service.js';
import { SchoolMerges } from './school-merges.service.js';
import { SchoolImport } from './school-import.service.js';
import { SecondFactor } from './second-factor.service.js';
import { SecurityPolicy } from './security-policy.service.js';
import { SessionController } from './session.controller.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.service.js';
import { SingleUseLinks } from './single-use-links.service.js';

/** What other rooms may inject. */
const given = [
  AccessService, AccessDeclarations, Accounts, Actors, ContestedDocuments, DocumentMatches, Grants, Housekeeping, ImportKinds, KeyRotation, Onboarding, OrganisationQueries, Organisations, People, PeopleQueries, SchoolMerges, SecurityPolicy, SessionCookie, Sessions, SingleUseLinks,
];

@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [
    SessionController, OwnAccountController, OnboardingController, AccountsController, AccountRecoveriesController, OrganisationsController, PeopleController, ImportsController,
  ],
  providers: [
    ...given, AccountAdministration, AccountLetters, AccountQueries, AccountRecipients, AccountRecoveries, AccountStanding, EmailAddresses, ImportQueries, Imports, KnownDevices, LoginThrottles, Logins,
    Passwords, SchoolImport, SecondFactor, { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: given,
})
export class IdentityModule {}
