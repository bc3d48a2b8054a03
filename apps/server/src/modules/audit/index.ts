export { Audit, auditActor, type Actor, type AuditRecord } from './audit.js';
export { AuditModule } from './audit.module.js';
