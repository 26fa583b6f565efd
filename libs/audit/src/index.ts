import type { Room } from '#libs/platform';
import { AuditModule } from './audit.module.js';
import { AuditRecord1764000002001 } from './migrations/audit-record.1764000002001.js';

export const auditRoom: Room = { name: 'audit', module: AuditModule, entities: [], migrations: [AuditRecord1764000002001] };

export * from './audit.module.js';
export * from './audit.queries.js';
export * from './audit.service.js';
export { AuditSealer } from './audit-sealer.service.js';
export { verifyAudit, type AuditFault, type AuditProblem, type AuditVerification } from './verify-audit.js';
