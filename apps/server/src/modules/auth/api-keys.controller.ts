import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { ApiKey, CreatedApiKey, Page } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { PageQuery } from '../../platform/paging/index.js';
import { CreateApiKeyDto } from './api-key.dto.js';
import { ApiKeys } from './api-keys.js';

@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeys) {}

  @Get()
  @Needs('api_key.edit')
  list(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<Page<ApiKey>> {
    return this.keys.list(member, query);
  }

  @Post()
  @Needs('api_key.edit')
  create(@CurrentMember() member: Member, @Body() body: CreateApiKeyDto): Promise<CreatedApiKey> {
    return this.keys.create(member, body);
  }

  @Delete(':id')
  @Needs('api_key.edit')
  @HttpCode(204)
  revoke(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.keys.revoke(member, id);
  }
}
