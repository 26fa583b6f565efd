import { Global, Module } from '@nestjs/common';
import { AuditSealer } from './audit-sealer.service.js';
import { Audit } from './audit.service.js';
import { AuditQueries } from './audit.queries.js';

@Global()
@Module({ providers: [Audit, AuditSealer, AuditQueries], exports: [Audit, AuditSealer, AuditQueries] })
export class AuditModule {}
