import { Module } from '@nestjs/common';
import { AuditLog } from './audit-log.js';
import { AuditController } from './audit.controller.js';
import { Audit } from './audit.js';

@Module({ controllers: [AuditController], providers: [Audit, AuditLog], exports: [Audit] })
export class AuditModule {}
