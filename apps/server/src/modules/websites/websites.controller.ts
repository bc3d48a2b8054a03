import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IdentitySecret, Installation, Page, Website } from '#contracts';
import { CurrentMember, Member, Needs } from '../../platform/access/index.js';
import { PageQuery } from '../../platform/paging/index.js';
import { WebsiteAdmin } from './website-admin.js';
import { ChangeWebsiteDto, SaveWebsiteDto } from './website.dto.js';

@ApiTags('Websites')
@Controller('websites')
export class WebsitesController {
  constructor(private readonly websites: WebsiteAdmin) {}

  @Get()
  @Needs('website.view')
  list(@CurrentMember() member: Member, @Query() query: PageQuery): Promise<Page<Website>> {
    return this.websites.list(member, query);
  }

  @Post()
  @Needs('website.create')
  create(@CurrentMember() member: Member, @Body() body: SaveWebsiteDto): Promise<Website> {
    return this.websites.create(member, body);
  }

  @Get(':id')
  @Needs('website.view')
  get(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Website> {
    return this.websites.get(member, id);
  }

  @Patch(':id')
  @Needs('website.edit')
  change(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string, @Body() body: ChangeWebsiteDto): Promise<Website> {
    return this.websites.change(member, id, body);
  }

  /** Which pages asked for the chat, latest first: of allowed origins, and those that were turned away. */
  @Get(':id/installation')
  @Needs('website.view')
  installation(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<Installation> {
    return this.websites.installation(member, id);
  }

  /** Makes a new secret for proving who a visitor is, and shows it this once; identities made with the one before are refused. */
  @Post(':id/identity-secret')
  @Needs('website.edit')
  renewIdentitySecret(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<IdentitySecret> {
    return this.websites.renewIdentitySecret(member, id);
  }

  @Delete(':id')
  @Needs('website.create')
  @HttpCode(204)
  remove(@CurrentMember() member: Member, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.websites.remove(member, id);
  }
}
