import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuditEntry, Page } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { AuditLog } from './audit-log.js';
import { AuditQuery } from './audit.dto.js';

@ApiTags('Audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @Needs('audit.view')
  list(@CurrentMember() member: Member, @Query() query: AuditQuery): Promise<Page<AuditEntry>> {
    return this.log.list(member, query);
  }
}
