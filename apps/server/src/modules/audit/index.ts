export { Audit, type Actor, type AuditRecord } from './audit.js';
export { AuditModule } from './audit.module.js';
