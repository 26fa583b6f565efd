import type { Room } from '#libs/platform';
import { Account } from './entities/account.entity.js';
import { ImportRow } from './entities/import-row.entity.js';
import { ImportRun } from './entities/import-run.entity.js';
import { AccountRecovery } from './entities/account-recovery.entity.js';
import { KnownDevice } from './entities/known-device.entity.js';
import { LoginThrottle } from './entities/login-throttle.entity.js';
import { OrgUnit } from './entities/org-unit.entity.js';
import { Person } from './entities/person.entity.js';
import { RoleGrant } from './entities/role-grant.entity.js';
import { SecurityPolicyRow } from './entities/security-policy.entity.js';
import { Session } from './entities/session.entity.js';
import { SingleUseLink } from './entities/single-use-link.entity.js';
import { IdentityModule } from './identity.module.js';
import { EmailVerification1764000008401 } from './migrations/email-verification.1764000008401.js';
import { ContestedDocuments1764000008120 } from './migrations/contested-documents.1764000008120.js';
import { DocumentMatch } from './entities/document-match.entity.js';
import { Imports1764000004030 } from './migrations/imports.1764000004030.js';
import { AccountProtection1764000004010 } from './migrations/account-protection.js';
import { PeopleAndOrganisations1764000004001 } from './migrations/people-and-organisations.js';

export const identityRoom: Room = {
  name: 'identity',
  module: IdentityModule,
  entities: [DocumentMatch, OrgUnit, Person, Account, RoleGrant, Session, SingleUseLink, LoginThrottle, SecurityPolicyRow, ImportRun, ImportRow, AccountRecovery, KnownDevice],
  migrations: [PeopleAndOrganisations1764000004001, AccountProtection1764000004010, Imports1764000004030, ContestedDocuments1764000008120, EmailVerification1764000008401],
};
