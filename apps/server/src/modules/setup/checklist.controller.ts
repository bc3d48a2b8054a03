import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Checklist } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { Checklists } from './checklist.js';
import { ChangeChecklistDto } from './setup.dto.js';

@ApiTags('Setup')
@Controller('setup/checklist')
export class ChecklistController {
  constructor(private readonly checklists: Checklists) {}

  /** How far the installation has come, read from what is there. Demo data does not count. */
  @Get()
  @Needs('website.create')
  get(@CurrentMember() member: Member): Promise<Checklist> {
    return this.checklists.of(member);
  }

  /** Puts the checklist away for everybody, or brings it back. */
  @Patch()
  @Needs('website.create')
  change(@CurrentMember() member: Member, @Body() body: ChangeChecklistDto): Promise<Checklist> {
    return this.checklists.change(member, body);
  }
}
