import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AuditModule } from '#libs/audit';
import { AccessDeclarations } from './access-declarations.js';
import { AccessGuard } from './access.guard.js';
import { AccessService } from './access.service.js';
import { SecurityPolicy } from './security-policy.service.js';
import { SessionCookie } from './session-cookie.js';
import { Sessions } from './sessions.service.js';

@Module({
  imports: [DiscoveryModule, AuditModule],
  providers: [AccessService, AccessDeclarations, SecurityPolicy, Sessions, SessionCookie, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [AccessService, AccessDeclarations, Sessions],
})
export class IdentityModule {}
