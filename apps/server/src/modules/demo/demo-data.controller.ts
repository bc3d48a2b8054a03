import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { DemoData as DemoDataBody } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { DemoData } from './demo-data.js';

@ApiTags('Setup')
@Controller('setup/demo-data')
export class DemoDataController {
  constructor(private readonly demo: DemoData) {}

  @Get()
  @Needs('website.create')
  get(@CurrentMember() member: Member): Promise<DemoDataBody> {
    return this.demo.of(member);
  }

  /** Adds two demo websites with their articles, people and conversations, and touches nothing else. Once, however often it is called. */
  @Post()
  @Needs('website.create')
  @HttpCode(200)
  load(@CurrentMember() member: Member): Promise<DemoDataBody> {
    return this.demo.load(member);
  }

  /** Removes what loading brought and what was added to it since; 409 `demo_data.only_admin` while nobody else could administer the installation. */
  @Delete()
  @Needs('website.create')
  remove(@CurrentMember() member: Member): Promise<DemoDataBody> {
    return this.demo.remove(member);
  }
}
